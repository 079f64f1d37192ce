"""Sending a large page while it is drawn: the browser fetches its styles and shows its head before the end is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Response, get_flashed_messages, stream_template
from flask_wtf.csrf import generate_csrf

_FIRST_CHARS = 16_000
_CHUNK_CHARS = 128_000


def stream_page(template: str, **values: Any) -> Response:
    """Answer with a page that is sent in pieces.

    Nothing that it draws may change the session: the cookie goes out before the page.
    """
    generate_csrf()
    get_flashed_messages()
    return Response(_in_chunks(stream_template(template, **values)), mimetype="text/html")


def _in_chunks(pieces: Iterator[str]) -> Iterator[str]:
    """Join the many small pieces of a template; the first chunk is small, so that it goes out soon."""
    held: list[str] = []
    length, enough = 0, _FIRST_CHARS
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= enough:
            yield "".join(held)
            held, length, enough = [], 0, _CHUNK_CHARS
    yield "".join(held)
