"""Closed rows of the desk as HTML, remembered: one that fifty desks poll for is drawn once.

A closed row is drawn from its `Row`, its `Place` and the reader's language alone. Whatever else is put into
`_segment.html` (words that a search marks, say) must be drawn without this.
"""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, current_app
from flask_babel import get_locale
from markupsafe import Markup

from workbench.services.views import Row
from workbench.web.places import Place

_MOST_ROWS = 10_000  # some 25 MB
_LONGEST_KEPT = 4_000  # characters of both texts: ten thousand long ones would be gigabytes


def init_app(app: Flask) -> None:
    """Give an application's templates `closed_row()`."""
    app.jinja_env.globals["closed_row"] = closed_row


def closed_row(row: Row, place: Place, is_oob: bool = False) -> Markup:
    """Return a row that is not open.

    Args:
        row: The sentence.
        place: Its desk.
        is_oob: Whether it is to take the place of the row that is in the page.
    """
    draw = _draw if len(row.source) + len(row.target) <= _LONGEST_KEPT else _draw.__wrapped__
    return draw(row, place, is_oob, str(get_locale()))


@lru_cache(maxsize=_MOST_ROWS)
def _draw(row: Row, place: Place, is_oob: bool, _locale: str) -> Markup:
    template = current_app.jinja_env.get_template("articles/_segment.html")
    return Markup(template.render(row=row, place=place, is_open=False, is_oob=is_oob))  # noqa: S704  # a template's own
