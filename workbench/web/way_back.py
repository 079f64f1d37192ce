"""Where a form that stands on many pages leads back to."""

from __future__ import annotations

from flask import request


def way_back(otherwise: str) -> str:
    """Return where the form was, its field `next`: a path of this server, whatever was sent."""
    path = request.form.get("next", "")
    is_own = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_own else otherwise
