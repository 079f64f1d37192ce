"""Words divided at the end of a line: which hyphen belongs to the word, and which only to the line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

SOFT_HYPHEN = "\u00ad"
HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*\Z")
_LONGEST_WORD = 60
# "Ein- und Ausfuhr", "pre- and post-war": the hyphen stands for a word that comes later.
_JOINING = frozenset(
    ["and", "or", "to", "und", "oder", "bis", "sowie", "y", "o", "u", "e", "et", "ou", "a", "en", "i", "и", "или"]
)
# First parts that English writes with a hyphen and that are hardly ever a syllable of a longer word.
_FIRST_PARTS = frozenset({"well", "self", "half", "cross", "quasi", "high"})


class Hyphens:
    """Joins lines of one text, by the words that stand elsewhere in it.

    Args:
        lines: All lines of the text, without white space around.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def _known(self) -> Counter[str]:
        """How often each word occurs, without those that are divided."""
        known: Counter[str] = Counter()
        is_divided = False
        for line in self._lines:
            words = _WORD.findall(line)
            start = 1 if is_divided else 0
            is_divided = line.endswith(HYPHENS)
            known.update(_plain(word) for word in words[start : len(words) - 1 if is_divided else len(words)])
        return known

    def join(self, above: str, below: str) -> str:
        """Return the two lines as one: the hyphen between them dropped, kept, or kept with a space."""
        if above.endswith(SOFT_HYPHEN):
            return above[:-1] + below
        first = _LAST.search(above[-_LONGEST_WORD:-1])
        second = _WORD.match(below)
        if first is None:
            return f"{above} {below}"  # a dash
        if second is None:
            return above + below
        if second[0] in _JOINING:
            return f"{above} {below}"
        if self._is_one_word(first[0], second[0]):
            return above[:-1] + below
        return above + below

    def _is_one_word(self, first: str, second: str) -> bool:
        if not first[-1].isalpha() or not second[0].islower():
            return False
        joined = self._known[_plain(first + second)]
        hyphenated = self._known[_plain(f"{first}-{second}")]
        if joined != hyphenated:
            return joined > hyphenated
        return "-" not in _plain(first) and first.lower() not in _FIRST_PARTS


def _plain(word: str) -> str:
    return word.casefold().replace("\u2010", "-")
