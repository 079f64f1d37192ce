"""The hits of a query in a text."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass

import regex

from workbench.search.folding import View, exact, fold, folded
from workbench.search.query import LONGEST_QUERY, BadPattern, Query, refuse_costly
from workbench.wording import words

SECONDS = 1.0
"""How long one matcher may work, all texts together."""


@dataclass(frozen=True, slots=True)
class Match:
    """One hit. Zero-width ones, as of the pattern `^`, are hits too.

    Attributes:
        start: Offset in the text, in characters.
        end: The same; the first one after it.
        groups: What the groups of a regular expression took, the whole hit first; None for one that took no part.
        utf16: `start` and `end` as a browser counts them, in UTF-16 units.
    """

    start: int
    end: int
    groups: tuple[str | None, ...]
    utf16: tuple[int, int]


class Matcher:
    """Finds a query in one text after the other, with one limit of time for all of them.

    Args:
        query: What to find; not empty.
        seconds: The limit.

    Raises:
        BadPattern: The query is too long, no regular expression, or one that costs too much.
    """

    def __init__(self, query: Query, *, seconds: float = SECONDS) -> None:
        self._query = query
        self._pattern = _compile(query)
        self._seconds_left = seconds

    @property
    def group_names(self) -> dict[str, int]:
        """The numbers of the named groups."""
        return dict(self._pattern.groupindex)

    @property
    def group_count(self) -> int:
        """How many groups the pattern has, without the whole hit."""
        return self._pattern.groups

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the hits in a text, in its order; they do not overlap.

        Words are found however their accents are stored, and never in the middle of what is one character to people.
        A regular expression sees the characters as they are.

        Raises:
            BadPattern: The time is over.
        """
        view = self._view(text)
        found = sorted(self._run(view.text), key=lambda each: each.span())  # `(?r)` looks from the end
        if not self._query.is_regex and not text.isascii():
            found = [each for each in found if not (view.is_split(each.start()) or view.is_split(each.end()))]
        hits: list[Match] = []
        for each in found:
            spans = [each.span(number) for number in range(self._pattern.groups + 1)]
            places = [None if span == (-1, -1) else view.span(*span) for span in spans]
            assert places[0] is not None
            if hits and places[0][0] < hits[-1].end:
                continue
            groups = tuple(None if place is None else text[slice(*place)] for place in places)
            hits.append(Match(*places[0], groups, _in_utf16(text, places[0])))
        return tuple(hits)

    def _view(self, text: str) -> View:
        if self._query.ignores_accents:
            return folded(text)
        return View(text, text) if self._query.is_regex else exact(text)

    def _run(self, text: str) -> list[regex.Match[str]]:
        began = time.monotonic()
        try:
            # Without a rest of time there is no match at all, so that a long article cannot go on in small steps.
            if self._seconds_left <= 0:
                raise TimeoutError
            return list(self._pattern.finditer(text, timeout=self._seconds_left))
        except (TimeoutError, MemoryError) as error:
            raise BadPattern(
                words("This pattern takes too long."),
                hint=words("Repeat less inside repetitions, or search for words."),
            ) from error
        finally:
            self._seconds_left -= time.monotonic() - began


def _in_utf16(text: str, span: tuple[int, int]) -> tuple[int, int]:
    if text.isascii():
        return span
    start, end = (offset + sum(character > "\uffff" for character in text[:offset]) for offset in span)
    return start, end


def _compile(query: Query) -> regex.Pattern[str]:
    text = fold(query.text) if query.ignores_accents else query.text
    if not text:
        raise BadPattern(words("There is nothing to search for."))
    if query.is_regex:
        refuse_costly(text)
        pattern = text
    else:
        if len(text) > LONGEST_QUERY:
            raise BadPattern(words("Search for {limit} characters at most.", limit=LONGEST_QUERY))
        pattern = regex.escape(unicodedata.normalize("NFC", text), literal_spaces=True)
    flags = regex.V0
    if not query.matches_case:
        flags |= regex.IGNORECASE | regex.FULLCASE  # "strasse" finds "Straße"
    try:
        alone = regex.compile(pattern, flags)
        if not query.whole_words:
            return alone
        # A group in front of the reader's own would move their numbers.
        return regex.compile(rf"\b(?:{pattern})\b", flags | regex.WORD)
    except (regex.error, ValueError, OverflowError, RecursionError, IndexError, KeyError) as error:
        raise BadPattern(words("This is no regular expression: {reason}.", reason=str(error))) from error
