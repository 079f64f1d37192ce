"""Which part of a long list a page shows: what was searched for, the language pair, the page."""

from __future__ import annotations

from typing import Any

from flask import request


def shown_part() -> dict[str, Any]:
    """Return what of the list is shown, for the address of the page and of its forms."""
    page = request.values.get("page", default=1, type=int)
    shown = {"q": request.values.get("q", "").strip(), "pair": request.values.get("pair", "")}
    return {name: value for name, value in shown.items() if value} | ({"page": page} if page > 1 else {})
