"""What is looked for, and when a pattern is refused before it can do harm."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import regex

from workbench.errors import InvalidField
from workbench.wording import words

LONGEST_QUERY = 500
_LARGEST_PATTERN = 50_000
# The library writes a repetition out when it compiles: `(a{1000}){1000}` is a million nodes, 300 MB and 1.5 s, and
# groups that repeat inside each other double. A single character or a class with "+" adds one node only.
_COUNT = regex.compile(r"\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}")
_REPEATED_GROUP = regex.compile(r"(?<![\w.\]])\+")
_RECURSION = regex.compile(r"\(\?(?:R\)|[+-]?\d|&|P>)")


class BadPattern(InvalidField):
    """What is looked for cannot be looked for."""

    title = words("This cannot be searched for")

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__("q", message, hint=hint)


class BadReplacement(InvalidField):
    """What is to be put in its place cannot be."""

    title = words("This cannot be put in its place")

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__("with", message, hint=hint)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for in a sentence.

    Attributes:
        text: Words, or a regular expression of the `regex` library (version 0: like Python's `re`).
        is_regex: Which of the two.
        matches_case: Whether "Paris" is another word than "PARIS".
        whole_words: Whether a hit begins and ends at a word boundary of the Unicode standard (UAX 29).
        ignores_accents: Whether "esta" finds "está".
    """

    text: str
    is_regex: bool = False
    matches_case: bool = False
    whole_words: bool = False
    ignores_accents: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)


def refuse_costly(pattern: str) -> None:
    """Refuse a regular expression that costs too much before it looks at any text.

    Raises:
        BadPattern: It is too long, repeats too much inside repetitions, or calls itself.
    """
    if len(pattern) > LONGEST_QUERY:
        raise BadPattern(words("Search for {limit} characters at most.", limit=LONGEST_QUERY))
    if _RECURSION.search(pattern):
        raise BadPattern(words("A pattern that calls itself cannot be used."))
    counts = [max(int(low or 0) + 1, int(high or 0)) for low, _, high in _COUNT.findall(pattern)]
    size = len(pattern) * prod(counts) * 2 ** len(_REPEATED_GROUP.findall(pattern))
    if size > _LARGEST_PATTERN:
        raise BadPattern(words("The pattern repeats too much."), hint=words("Use smaller numbers in { }."))
