"""Fetch files over HTTP: with time limits, in pieces, going on where a broken connection stopped."""

from __future__ import annotations

import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO

from workbench.errors import IndexUnreachable
from workbench.wording import words

TIMEOUT_SECONDS = 20.0
ATTEMPTS = 3
_CHUNK_BYTES = 1 << 17

Progress = Callable[[int, int | None], None]


def fetch_bytes(url: str, max_bytes: int, *, timeout_seconds: float = TIMEOUT_SECONDS) -> bytes:
    """Return what is at an address.

    Args:
        url: http or https.
        max_bytes: More than this is refused.
        timeout_seconds: For each answer of the server, not for the whole.

    Raises:
        IndexUnreachable: No answer, an error, or too much.
    """
    try:
        with _open(url, 0, timeout_seconds) as response:
            content = response.read(max_bytes + 1)
    except (OSError, HTTPException) as error:
        raise unreachable(url, error) from error
    if len(content) > max_bytes:
        raise IndexUnreachable(words("{url} answered with more than {piece:,.0f} MB.", url=url, piece=max_bytes / 1e6))
    return content


def fetch_file(url: str, path: Path, progress: Progress, *, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
    """Write what is at an address into a file.

    A connection that breaks is taken up again where it stopped, if the server can do that, and from the
    start if not; `ATTEMPTS` times without any progress are the end.

    Args:
        url: http or https.
        path: Written over.
        progress: Called with the bytes so far and, if the server said so, the bytes in all.
        timeout_seconds: For each answer of the server, not for the whole.

    Raises:
        IndexUnreachable: No answer, an error, or less than was announced.
        OSError: Writing failed.
    """
    path.unlink(missing_ok=True)
    failures, best = 0, 0
    while True:
        try:
            _fetch_rest(url, path, progress, timeout_seconds)
            return
        except _WritingFailed as error:
            raise error.cause from error
        except urllib.error.HTTPError as error:
            raise unreachable(url, error) from error
        except (OSError, HTTPException, _BrokenOff) as error:
            size = path.stat().st_size if path.exists() else 0
            failures, best = (0, size) if size > best else (failures + 1, best)
            if failures >= ATTEMPTS or size == 0:
                raise unreachable(url, error) from error


def unreachable(url: str, error: Exception) -> IndexUnreachable:
    """Return the error that says, in one sentence, why an address gave nothing."""
    host = urllib.parse.urlsplit(url).netloc or url
    if isinstance(error, urllib.error.HTTPError):
        return IndexUnreachable(
            words(
                "{host} answered {code} {reason} for {url}.", host=host, code=error.code, reason=error.reason, url=url
            )
        )
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return IndexUnreachable(words("{host} did not answer in time.", host=host))
    if isinstance(reason, ConnectionRefusedError):
        return IndexUnreachable(words("{host} refused the connection.", host=host))
    if isinstance(reason, _BrokenOff):
        return IndexUnreachable(words("The download from {host} broke off: {reason}.", host=host, reason=reason))
    detail = (reason.strerror if isinstance(reason, OSError) else None) or reason
    return IndexUnreachable(words("{host} cannot be reached: {detail}.", host=host, detail=detail))


class _BrokenOff(Exception):
    """The connection ended before the announced end."""


class _WritingFailed(Exception):
    """The file, not the connection, failed."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _open(url: str, start: int, timeout_seconds: float) -> HTTPResponse:
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise OSError("only http and https addresses are followed")
    headers = {"User-Agent": "translation-workbench", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    request = urllib.request.Request(url, headers=headers)
    try:
        response: HTTPResponse = urllib.request.urlopen(request, timeout=timeout_seconds)
    except urllib.error.HTTPError as error:
        error.close()  # It holds the connection; the status is all we need.
        raise
    return response


def _fetch_rest(url: str, path: Path, progress: Progress, timeout_seconds: float) -> None:
    start = path.stat().st_size if path.exists() else 0
    with _open(url, start, timeout_seconds) as response:
        if start and (response.status != 206 or f"bytes {start}-" not in response.headers.get("Content-Range", "")):
            start = 0  # The server sends all of it again.
        length = response.headers.get("Content-Length", "")
        total = start + int(length) if length.isdecimal() else None
        done = start
        with _writing(path, start) as file:
            progress(done, total)
            while piece := response.read1(_CHUNK_BYTES):
                try:
                    file.write(piece)
                    file.flush()
                except OSError as error:
                    raise _WritingFailed(error) from error
                done += len(piece)
                progress(done, total)
            os.fsync(file.fileno())
    if total is not None and done < total:
        raise _BrokenOff(f"{done:,} of {total:,} bytes came")


def _writing(path: Path, start: int) -> IO[bytes]:
    try:
        file = path.open("ab")
        file.truncate(start)
    except OSError as error:
        raise _WritingFailed(error) from error
    return file
