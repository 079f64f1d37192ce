"""The style sheets of a page as one file: a page paints once it has all of them, and twenty questions take longer.

The parts stay files of their own in `static/css/`. They are joined when they are first asked for, compressed once, and
kept in memory; the address holds the hash of what was joined.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request, url_for
from markupsafe import Markup

from workbench.web.assets import keep_for_good

FIRST = ("fonts", "tokens", "icons", "base", "components", "language", "forms", "lists")
"""What every page has before its own sheets."""
LAST = ("contrast", "print")
"""What every page has after its own: they change what the others say."""
VENDORED = {"uplot": "vendor/uplot/uPlot.min.css"}
_NONE = "common"  # the address of a page without sheets of its own
_MOST_SHEETS = 64
bp = Blueprint("sheets", __name__, url_prefix="/static/joined")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Several style sheets as one.

    Attributes:
        text: All of it, in UTF-8.
        packed: The same, compressed by gzip.
        digest: Twelve hexadecimal digits of its hash.
    """

    text: bytes
    packed: bytes
    digest: str


def init_app(app: Flask) -> None:
    """Give an application's templates `stylesheet()`."""
    app.jinja_env.globals["stylesheet"] = stylesheet


def stylesheet(*names: str) -> Markup:
    """Return the link to the sheets of a page.

    Args:
        names: Its own ones, in order: files of `static/css/` without the ending, or `VENDORED`.

    Raises:
        FileNotFoundError: There is no such sheet; a template names it wrongly.
    """
    sheet = _join(names)
    address = url_for("sheets.joined", names="+".join(names) or _NONE, v=sheet.digest)
    return Markup('<link rel="stylesheet" href="{}">').format(address)


@bp.get("/<names>.css")
def joined(names: str) -> Response:
    """Send the sheets with these names, joined by "+", between those that every page has."""
    own = () if names == _NONE else tuple(names.split("+"))
    known = {file.stem for file in _folder().joinpath("css").glob("*.css")} | VENDORED.keys()
    if not known.issuperset(own) or len(set(own)) < len(own):
        abort(404)
    sheet = _join(own)
    is_packed = request.accept_encodings["gzip"] > 0
    response = Response(sheet.packed if is_packed else sheet.text, mimetype="text/css")
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    response.set_etag(f"{sheet.digest}-gzip" if is_packed else sheet.digest)
    if request.args.get("v") == sheet.digest:
        keep_for_good(response)
    response.make_conditional(request)
    return response


def _join(own: tuple[str, ...]) -> Sheet:
    files = [_folder() / VENDORED.get(name, f"css/{name}.css") for name in (*FIRST, *own, *LAST)]
    return _read(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=_MOST_SHEETS)
def _read(files: tuple[tuple[Path, int], ...]) -> Sheet:
    text = b"\n".join(file.read_bytes() for file, _ in files)
    return Sheet(text, gzip.compress(text, mtime=0), hashlib.sha256(text).hexdigest()[:12])


def _folder() -> Path:
    return Path(current_app.static_folder or "")
