"""Hide pieces of a text from rules that change it, and put them back: URLs, placeholders, tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.items import NUMERIC, find_items

# Letters of a dead script stand for what is kept: words to every rule.
_FIRST_STAND_IN, _LAST_STAND_IN = 0x13000, 0x1342E


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text in which one letter stands for each piece that must not change.

    Attributes:
        text: With the stand-ins.
        stand_in: The letter; "" where nothing is hidden.
        pieces: What is hidden, in order.
        starts: Offsets of the pieces in the text as it was.
    """

    text: str
    stand_in: str = ""
    pieces: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    def show(self, text: str) -> str:
        """Return a changed text with the pieces in their places again; it still has every stand-in."""
        if not self.pieces:
            return text
        first, *rest = text.split(self.stand_in)
        return first + "".join(piece + after for piece, after in zip(self.pieces, rest, strict=True))

    def offset(self, place: int) -> int:
        """Return where a place of `text` is in the text as it was."""
        shift = 0
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if start - shift >= place:
                break
            shift += len(piece) - 1
            if start + len(piece) - shift > place:
                break
        return place + shift


def hide(text: str, spans: Sequence[tuple[int, int]]) -> Hidden | None:
    """Return the text with these spans hidden; None for the one text that has every letter that could stand in.

    Args:
        text: Anything.
        spans: Start and end in characters, in any order; they may overlap and go beyond the text.
    """
    merged = _merged(spans, len(text))
    if not merged:
        return Hidden(text)
    stand_in = _stand_in(text)
    if not stand_in:
        return None
    pieces: list[str] = []
    done = 0
    for start, end in merged:
        pieces += text[done:start], stand_in
        done = end
    kept = tuple(text[start:end] for start, end in merged)
    return Hidden("".join([*pieces, text[done:]]), stand_in, kept, tuple(start for start, _ in merged))


@lru_cache(maxsize=64)
def hide_items(text: str) -> Hidden | None:
    """Return the text with its items hidden, but for numbers: those a language may write in another form."""
    items = find_items(text)
    return hide(text, [(item.start, item.end) for item in items if item.kind not in NUMERIC]) if items else Hidden(text)


def _merged(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the spans in order, cut to the text, those that overlap or touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _stand_in(text: str) -> str:
    """Return a letter that is not in the text, "" in the one text that has all of them."""
    used = set(text)
    return next((chr(code) for code in range(_FIRST_STAND_IN, _LAST_STAND_IN) if chr(code) not in used), "")
