"""A word, or a few, written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.items.small_words import words_in_small
from workbench.languages import primary, writes_without_spaces
from workbench.wording import words
from workbench.writing.doubles import doubles_freely, may_double
from workbench.writing.edits import Edit

_TOKEN = re.compile(r"\S+")
_TAIL = ".,;:!?…\"'()[]«»“”„‚‘’)"
_LONGEST = 3


class DoubleWords:
    """“the the”, “of the of the”."""

    id: ClassVar[str] = "double_words"
    name: ClassVar[str] = "Double words"
    description: ClassVar[str] = (
        "The same word, or up to three, twice in a row. Words that may stand twice in their language pass "
        "(“that that”, “sie sie”, “nous nous”, “très très”), and so do names, what the source doubles itself, and "
        "languages that double words as they please, such as Turkish and Hindi."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("He is at home.", "Está en la la casa.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all that stands twice."""
        code = primary(pair.target_language)
        if writes_without_spaces(code) or doubles_freely(code):
            return
        hidden = visible(pair.target)
        edits = _doubles(hidden.text, code, hidden.stand_in)
        if edits and not _doubles(visible(pair.source).text, "", ""):
            piece = hidden.text[edits[0][0] : edits[0][1]].strip()
            yield mended(self, pair, edits, words("“{piece}” stands here twice.", piece=piece))


def _doubles(text: str, code: str, stand_in: str) -> list[Edit]:
    """Return the edits that leave out what is said twice; not an address that a letter stands in for."""
    tokens = text.replace(stand_in, "\0").split() if stand_in else text.split()
    found = words_in_small(text)
    # Python looks for them all in C; most sentences have none.
    if not any(any(map(eq, found[n:], found)) for n in range(1, _LONGEST + 1)):
        return []
    small = [token.casefold() for token in tokens]
    bare = [token.rstrip(_TAIL) for token in small]
    runs = [n for n in range(1, _LONGEST + 1) if any(map(eq, bare[n:], small))]
    if not runs or not any(_is_double(tokens, small, at, n, code) for n in runs for at in _likely(small, bare, n)):
        return []
    places = [(each.start(), each.end()) for each in _TOKEN.finditer(text)]
    edits: list[Edit] = []
    at = 0
    while at < len(tokens):
        count = next((n for n in runs if _is_double(tokens, small, at, n, code)), 0)
        if count:
            # The first of both goes, so that the mark behind the second and the capital of the first stay.
            edits.append((places[at + count - 1][1], _end_of(tokens, places, at, count), ""))
        at += 2 * count or 1
    return edits


def _end_of(tokens: list[str], places: list[tuple[int, int]], at: int, count: int) -> int:
    """Return where the second of two ends, without the marks behind it."""
    last = at + 2 * count - 1
    return places[last][1] - (len(tokens[last]) - len(tokens[last].rstrip(_TAIL)))


def _likely(small: list[str], bare: list[str], count: int) -> list[int]:
    """Return where a run of so many words may begin that stands twice: its last word stands there again."""
    ends = (at for at, (one, other) in enumerate(zip(small, bare[count:], strict=False)) if other == one)
    return [at - count + 1 for at in ends if at >= count - 1]


def _is_double(tokens: list[str], small: list[str], at: int, count: int, code: str) -> bool:
    """Say whether the words from `at` on stand there twice; only the last may have marks behind it."""
    if at + 2 * count > len(tokens) or small[at : at + count - 1] != small[at + count : at + 2 * count - 1]:
        return False
    first, second = small[at + count - 1], small[at + 2 * count - 1]
    if second.rstrip(_TAIL) != first or not all(token.isalpha() for token in tokens[at : at + count]):
        return False
    run = tokens[at + count : at + 2 * count]
    return not any(token[0].isupper() for token in run) and not may_double(first if count == 1 else "", code)
