"""A text as a search sees it, and the way back to the places in the original."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

_GRAPHEME = regex.compile(r"\X")
# Letters with a stroke, which Unicode does not take apart.
_STROKES = str.maketrans("øØđĐłŁħĦŧŦ", "oOdDlLhHtT")


@dataclass(frozen=True, slots=True)
class View:
    """A text as a search sees it.

    Attributes:
        original: As it is stored.
        text: As it is searched.
        starts: For each character of `text`, where what it stands for begins in `original`; None where both are one.
    """

    original: str
    text: str
    starts: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `original` that one of `text` stands for, with the marks that follow its last letter."""
        if self.starts is None:
            return start, end
        first = self._place(start)
        return first, first if start == end else max(first, self._place(end))

    def is_split(self, offset: int) -> bool:
        """Say whether an offset of `text` lies inside of what is one character to people: a letter and its accents."""
        if self.starts is not None:
            if 0 < offset < len(self.starts) and self.starts[offset - 1] == self.starts[offset]:
                return True
            offset = self._place(offset)
        return offset not in _boundaries(self.original)

    def _place(self, offset: int) -> int:
        assert self.starts is not None
        return self.starts[offset] if offset < len(self.starts) else len(self.original)


def exact(text: str) -> View:
    """Return a text with each letter and its accents as one character where there is such a character (NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return View(text, text)
    return _map([(found.start(), unicodedata.normalize("NFC", found[0])) for found in _GRAPHEME.finditer(text)], text)


def folded(text: str) -> View:
    """Return a text without accents, vowel points and other marks that are written above or below a letter."""
    if text.isascii():
        return View(text, text)
    return _map([(place, fold(character)) for place, character in enumerate(text)], text)


def fold(text: str) -> str:
    """Return a text without its accents: "está" is "esta"."""
    bare = "".join(each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each) != "Mn")
    return unicodedata.normalize("NFC", bare).translate(_STROKES)


def _map(pieces: list[tuple[int, str]], original: str) -> View:
    starts = tuple(start for start, piece in pieces for _ in piece)
    return View(original, "".join(piece for _, piece in pieces), starts)


@lru_cache(maxsize=64)
def _boundaries(text: str) -> frozenset[int]:
    if text.isascii():
        return frozenset(range(len(text) + 1))
    return frozenset({0, *(found.end() for found in _GRAPHEME.finditer(text))})
