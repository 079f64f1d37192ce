"""Text for a terminal: columns that line up in any script, and strangers' words that cannot command it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NOTHING = "–"
_GAP = "  "


def clean(text: str) -> str:
    """Return the text on one line, without controls: an escape sequence in a file must not reach the terminal.

    Marks that turn the direction of writing are left out too, since they would turn the rest of the line as well.
    """
    kept = (
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text if sign not in _DIRECTIONS
    )
    return " ".join("".join(kept).split())


def shorten(text: str, columns: int) -> str:
    """Return the text cleaned and, where it is wider than so many columns, cut with an ellipsis."""
    start = text[: 8 * columns]  # a text of a megabyte is not cleaned for its first line
    is_whole = len(start) == len(text)
    text = clean(start)
    if is_whole and width(text) <= columns:
        return text
    taken = 0
    for place, sign in enumerate(text):
        taken += width(sign)
        if taken >= columns:
            return text[:place].rstrip() + "…"
    return text + "…"


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes. Source: Unicode Standard Annex 11."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Me", "Mn")
        else 2
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )


def align(rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), indent: str = "  ") -> list[str]:
    """Return the rows as lines whose columns line up; a row may have fewer cells than others.

    Args:
        rows: The cells of each row.
        right: The columns, from 0, whose cells stand at the right edge, as numbers do.
        indent: What each line begins with.
    """
    columns = max((len(row) for row in rows), default=0)
    widths = [max((width(row[place]) for row in rows if len(row) > place), default=0) for place in range(columns)]
    return [
        (indent + _GAP.join(_padded(cell, widths[place], place in right) for place, cell in enumerate(row))).rstrip()
        for row in rows
    ]


def _padded(cell: str, columns: int, is_right: bool) -> str:
    gap = " " * (columns - width(cell))
    return gap + cell if is_right else cell + gap


def minutes(seconds: float) -> str:
    """Return a duration for people: "35 s", "1 min 44 s", "1 h 5 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
