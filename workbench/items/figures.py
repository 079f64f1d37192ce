"""The figures of a text, ready to be compared with those of another text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

import regex

from workbench.items.numbers import ascii_digits, readings
from workbench.items.patterns import NUMERAL, QUANTITIES, Item, ItemKind
from workbench.items.units import magnitude_after

_NUMERAL = regex.compile(NUMERAL, regex.V1)
_AFTERNOON = regex.compile(r"p\.?m\b", regex.IGNORECASE)


@dataclass(slots=True)
class Figure:
    """One number of a text.

    Attributes:
        text: Its digits and separators.
        values: What it can be.
        totals: The same, times the million or thousand behind it.
        item: The piece it belongs to.
        is_hour: Whether it is the hour of a time of day; `values` has the hour of the afternoon then too.
        is_decade: Whether it is a decade, "1980s".
        is_used: Whether it has been matched with a figure of the other text.
    """

    text: str
    values: frozenset[Decimal]
    totals: frozenset[Decimal]
    item: Item
    is_hour: bool = False
    is_decade: bool = False
    is_used: bool = field(default=False, compare=False)

    @property
    def has_magnitude(self) -> bool:
        """Whether a word such as "million" belongs to it."""
        return self.values != self.totals


def figures(text: str, items: tuple[Item, ...], language: str, *, any_reading: bool) -> list[Figure]:
    """Return the figures in a text's items, in order.

    Args:
        text: The text.
        items: What `find_items` found in it.
        language: Its language code.
        any_reading: Whether a numeral may also be read as other languages would: for a translation, which may
            have kept the source's way of writing it.
    """
    found: list[Figure] = []
    for item in items:
        if item.kind not in QUANTITIES:
            continue
        for number, match in enumerate(_NUMERAL.finditer(item.text)):
            found += _read(text, item, match, number, None if any_reading else language, language)
    return found + _joined(text, found) if any_reading else found


def _read(
    text: str, item: Item, match: regex.Match[str], number: int, reading: str | None, language: str
) -> list[Figure]:
    numeral, end = match[0], item.start + match.end()
    if item.kind is ItemKind.TIME:
        return _time_of_day(item, numeral, number)
    values = readings(numeral, reading)
    if not values:
        parts = [part for part in regex.split(r"\D+", ascii_digits(numeral)) if part and len(part) <= 40]
        return [Figure(part, v := frozenset({Decimal(part)}), v, item) for part in parts]
    by = magnitude_after(text, item.end if item.kind is ItemKind.CURRENCY else end, language)
    totals = values if by == 1 else frozenset(value * by for value in values)
    is_decade = text[end : end + 2] in ("s", "s ", "s,", "s.") and len(numeral) in (2, 4)
    return [Figure(numeral, values, totals, item, is_decade=is_decade)]


def _time_of_day(item: Item, numeral: str, number: int) -> list[Figure]:
    parts = [int(part) for part in regex.split(r"\D+", ascii_digits(numeral)) if part]
    found = []
    for place, part in enumerate(parts):
        is_hour = number == 0 and place == 0
        values = {Decimal(part)}
        if is_hour and part <= 12 and _AFTERNOON.search(item.text):
            values.add(Decimal(part % 12 + 12))
        frozen = frozenset(values)
        # Full hours need no ":00" in another language.
        if is_hour or part:
            found.append(Figure(str(part), frozen, frozen, item, is_hour=is_hour))
    return found


def _joined(text: str, found: list[Figure]) -> list[Figure]:
    """Return what neighbours make together: "380 000" in a translation may be 380,000; "17.30" may be 17:30."""
    joined = []
    for one, next_one in pairwise(found):
        gap = text[one.item.end : next_one.item.start]
        if gap in (" ", "\u00a0", "\u202f") and len(one.text) <= 3 and len(next_one.text) == 3:
            digits = one.text + next_one.text
            if digits.isdecimal():
                values = frozenset({Decimal(digits)})
                totals = frozenset(v * t / w for v in values for t in next_one.totals for w in next_one.values if w)
                joined.append(Figure(digits, values, totals or values, one.item))
    for one in found:
        parts = regex.split(r"[.,]", ascii_digits(one.text))
        if len(parts) == 2 and all(part.isdecimal() and len(part) <= 2 for part in parts):
            joined += [Figure(part, v := frozenset({Decimal(part)}), v, one.item) for part in parts]
    return joined
