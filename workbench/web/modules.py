"""The browser's modules: in one folder of the address that has the hash of all of them, so that browsers keep them.

A module names another by its place beside it, without a hash. In a folder whose name changes with the content, these
names are right for good, and nothing has to be written into the files.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath

from flask import Blueprint, Flask, Response, current_app, send_from_directory, url_for

from workbench.web.assets import keep_for_good

MAIN = "main.js"
IMPORT = re.compile(r'^(?:import|export)\b[^"\n]*"(\.[^"\n]*)";', re.MULTILINE)
_Stamp = tuple[tuple[Path, int], ...]  # the files, and when each was written
bp = Blueprint("modules", __name__, url_prefix="/static/modules")


def init_app(app: Flask) -> None:
    """Give an application's templates `modules()`."""
    app.jinja_env.globals["modules"] = modules


def modules() -> list[str]:
    """Return the addresses of the modules that a page needs, the one that starts first.

    The browser would learn of them import by import, one round trip after the other; a page names them all.
    """
    stamp = _stamp(_folder())
    tag = _tag(stamp)
    return [url_for("modules.module", tag=tag, name=name) for name in _graph(stamp)]


@bp.get("/<tag>/<path:name>")
def module(tag: str, name: str) -> Response:
    """Send a module. A page from before an update asks under its old tag, and gets today's, not to be kept."""
    response = send_from_directory(_folder(), name)
    if tag == _tag(_stamp(_folder())):
        keep_for_good(response)
    return response


def _folder() -> Path:
    return Path(current_app.static_folder or "") / "js"


def _stamp(folder: Path) -> _Stamp:
    return tuple((file, file.stat().st_mtime_ns) for file in sorted(folder.rglob("*.js")))


@lru_cache(maxsize=4)
def _tag(stamp: _Stamp) -> str:
    digest = hashlib.sha256()
    for file, _ in stamp:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=4)
def _graph(stamp: _Stamp) -> tuple[str, ...]:
    """Return the names of the modules that the first one needs, in the order in which they are found."""
    texts = {file: file.read_text(encoding="utf-8") for file, _ in stamp}
    root = next(file.parent for file in texts if file.name == MAIN)
    found = [MAIN]
    for name in found:  # it grows while it is read
        for place in IMPORT.findall(texts[root / name]):
            other = normpath(join(dirname(name), place))
            if other not in found:
                found.append(other)
    return tuple(found)
