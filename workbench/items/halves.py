"""Numbers with a half that are written in words: "two and a half", "half a million", "anderthalb", "полтора"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import regex

from workbench.items.base import Value
from workbench.items.numbers import in_ascii, scaled
from workbench.items.words import HALVES

_HALF = "|".join(sorted(HALVES, key=len, reverse=True))
_AND_A_HALF = regex.compile(
    rf"(?<![\p{{L}}\p{{Nd}}.,])([\p{{L}}\-]{{2,20}}+|\p{{Nd}}{{1,6}}+)\s(?:\p{{L}}{{2,20}}\s)?"
    rf"(?:and\sa|y|e|et|en\seen|und\seine?|и)\s(?:{_HALF})(?!\p{{L}})",
    regex.IGNORECASE,
)
_HALF_A = regex.compile(rf"(?<!\p{{L}})(?:{_HALF})\s(?:an?|de|of\sa)(?=\s)", regex.IGNORECASE)
_ONE_WORD = regex.compile(
    r"(?<!\p{L})(?:(ander|\p{L}{3,8}?)thalb|(\p{L}{3,8}?)(?:ein|eën)hal(?:b|f)|(anderhalve?|anderthalbe[rns]?"
    r"|полтор[аы]|полутора|półtor(?:a|ej)))(?!\p{L})",
    regex.IGNORECASE,
)


def halves(text: str, known: Mapping[str, int], power_behind: Callable[[int], int]) -> Iterator[Value]:
    """Yield the numbers of a text that have a half.

    Args:
        text: A sentence.
        known: What the number words of its language are worth.
        power_behind: Returns the power of ten of the scale words behind a place: 6 for "million".
    """

    def value(match: regex.Match[str], worth: str) -> Value:
        return Value(match.start(), match.end(), frozenset({scaled(worth, power_behind(match.end()))}))

    for match in _AND_A_HALF.finditer(text, overlapped=True):
        number = match[1].lower()
        whole = known.get(number, int(in_ascii(number)) if number.isdecimal() else None)
        if whole is not None:
            yield value(match, f"{whole}.5")
    for match in _HALF_A.finditer(text):
        yield value(match, "0.5")
    for match in _ONE_WORD.finditer(text):
        whole = 1 if match[3] or (match[1] or "").lower() == "ander" else known.get((match[2] or "").lower())
        if whole is not None:
            yield value(match, f"{whole}.5")
