"""Putting other words in the place of those that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from workbench.search.matching import Match, Matcher
from workbench.search.query import BadReplacement, Query
from workbench.wording import words

LONGEST_REPLACEMENT = 2_000
_REFERENCE = regex.compile(
    r"\\(?P<number>\d{1,2})|\\g<(?P<braced>\w+)>|\$(?P<dollar>\d{1,2})|\$\{(?P<curly>\w+)\}|\$(?P<whole>&)"
    r"|(?P<literal>\$\$|\\\\)"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is put in the place of each hit.

    Attributes:
        pieces: Texts, and numbers of groups whose text is put there.
        keeps_case: Whether each takes the capitals of what it replaces.
    """

    pieces: tuple[str | int, ...]
    keeps_case: bool = False

    @classmethod
    def read(cls, text: str, matcher: Matcher, query: Query, *, keeps_case: bool = False) -> Replacement:
        r"""Return what somebody typed as a replacement.

        In a regular expression `$1`, `${1}`, `\1`, `${name}` and `\g<name>` stand for a group, `$0` and `$&` for the
        whole hit, `$$` and `\\` for one such sign. Else every sign stands for itself.

        Raises:
            BadReplacement: It is too long, has a NUL, or names a group that the pattern does not have.
        """
        if len(text) > LONGEST_REPLACEMENT:
            raise BadReplacement(words("Put {limit} characters at most in its place.", limit=LONGEST_REPLACEMENT))
        if "\0" in text:
            raise BadReplacement(words("The text has a NUL character."))
        if not query.is_regex:
            return cls((text,) if text else (), keeps_case)
        return cls(_read(text, matcher.group_count, matcher.group_names), keeps_case)

    def put(self, text: str, matches: Sequence[Match]) -> str:
        """Return a text with each of its matches replaced."""
        done, end = [], 0
        for match in matches:
            done += [text[end : match.start], self.instead_of(match)]
            end = match.end
        return "".join([*done, text[end:]])

    def instead_of(self, match: Match) -> str:
        """Return what stands in the place of one hit."""
        new = "".join(each if isinstance(each, str) else match.groups[each] or "" for each in self.pieces)
        return as_written(new, match.groups[0] or "") if self.keeps_case else new


def as_written(text: str, model: str) -> str:
    """Return a text with the capitals of another: all of them, of each word, of the first one, or as it is.

    A single capital letter is a first one: "A" says nothing of the letters that would follow it.
    """
    found = _WORD.findall(model)
    letters = [letter for word in found for letter in word if letter.lower() != letter.upper()]
    if not letters or not letters[0].isupper():
        return text
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    if len(found) > 1 and all(word[0].isupper() for word in found):
        return _WORD.sub(lambda word: _capital(word[0]), text)
    first = _WORD.search(text)
    return text if first is None else text[: first.start()] + _capital(text[first.start() :])


def _capital(word: str) -> str:
    return word[0].title() + word[1:]


def _read(text: str, count: int, names: Mapping[str, int]) -> tuple[str | int, ...]:
    pieces: list[str | int] = []
    end = 0
    for found in _REFERENCE.finditer(text):
        pieces.append(text[end : found.start()])
        end = found.end()
        if found["literal"]:
            pieces.append(found["literal"][0])
            continue
        name = found["number"] or found["braced"] or found["dollar"] or found["curly"] or "0"
        number = int(name) if name.isdecimal() else names.get(name, -1)
        if not 0 <= number <= count:
            raise BadReplacement(words("The pattern has no group {name}.", name=name))
        pieces.append(number)
    return tuple(each for each in [*pieces, text[end:]] if each != "")
