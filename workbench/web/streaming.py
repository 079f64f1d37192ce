"""Sending a large page while it is drawn: the browser fetches its styles and shows its head before the end is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Response, get_flashed_messages, stream_template
from flask_babel import gettext
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

_HEAD_ENDS = "<main"
_FIRST_CHARS = 16_000
_CHUNK_CHARS = 128_000
_BROKEN = Markup('<p class="notice block" role="alert">{}</p>')


def stream_page(template: str, **values: Any) -> Response:
    """Answer with a page that is sent in pieces.

    Nothing that it draws may change the session: the cookie goes out before the page.
    """
    generate_csrf()
    get_flashed_messages()
    # Said now: once the template has failed, nothing knows the request any more, nor the language of its reader.
    broken = _BROKEN.format(gettext("The rest of this page could not be read. Load it again."))
    return Response(_in_chunks(stream_template(template, **values), broken), mimetype="text/html")


def _in_chunks(pieces: Iterator[str], broken: str) -> Iterator[str]:
    """Join the many small pieces of a template: the head alone, a small chunk of what is below it, then large ones.

    With the head go the names of what the browser has to fetch, before the template asks for what takes long to read.
    """
    held: list[str] = []
    length, enough = 0, _FIRST_CHARS
    is_head = True
    try:
        for piece in pieces:
            held.append(piece)
            length += len(piece)
            has_head = is_head and _HEAD_ENDS in piece
            if not has_head and length < enough:
                continue
            yield "".join(held)
            held, length, enough = [], 0, _FIRST_CHARS if has_head else _CHUNK_CHARS
            is_head = is_head and not has_head
    except Exception:
        # Too late for a page of its own that says what is wrong: the reader is told where this one breaks off.
        yield "".join([*held, broken])
        raise
    yield "".join(held)
