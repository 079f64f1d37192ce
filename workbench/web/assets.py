"""Addresses of static files: with a hash of the content, so that browsers keep them until they change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, url_for

_YEAR_SECONDS = 365 * 24 * 3600
SENDERS = frozenset({"static", "sheets.joined", "modules.module"})
"""The endpoints that send files: the same ones to every reader."""


@dataclass(frozen=True, slots=True)
class CdnFile:
    """A file on a content delivery network, pinned by the hash of the file that npm has."""

    origin: str
    path: str
    integrity: str

    @property
    def url(self) -> str:
        """Its address."""
        return f"{self.origin}/{self.path}"


CDN = CdnFile(
    origin="https://cdn.jsdelivr.net",
    path="npm/htmx.org@2.0.11/dist/htmx.min.js",
    integrity="sha384-2OatzQy1H+Zd/IIrjr1TcuDGqLXeHhbooAyJY1KdQMKnr4LZ22k31GBLdYKHmVjg",
)
"""htmx. The same file lies in static/vendor/htmx; a test computes the hash from it."""


def asset_url(path: str) -> str:
    """Return the address of a file below `static/`, with a hash of its content.

    Raises:
        FileNotFoundError: There is no such file; a template names it wrongly.
    """
    file = Path(current_app.static_folder or "") / path
    return url_for("static", filename=path, v=_hash(file, file.stat().st_mtime_ns))


def keep_for_good(response: Response) -> None:
    """Let browsers keep an answer: its address holds its content's hash or version, so another has another address."""
    response.headers["Cache-Control"] = f"public, max-age={_YEAR_SECONDS}, immutable"


@lru_cache(maxsize=256)
def _hash(file: Path, _modified_ns: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
