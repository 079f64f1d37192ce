"""Changes to a text, as places and what comes there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Edit = tuple[int, int, str]
"""Start and end in characters, and the text that comes there."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the changes made; they are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end, new in edits:
        pieces += text[done:start], new
        done = end
    return "".join([*pieces, text[done:]])


def edits_of(pattern: re.Pattern[str], text: str, new: str | Callable[[re.Match[str]], str]) -> list[Edit]:
    """Return what replacing each match would change, in order."""
    found = ((each.start(), each.end(), new if isinstance(new, str) else new(each)) for each in pattern.finditer(text))
    return [edit for edit in found if text[edit[0] : edit[1]] != edit[2]]
