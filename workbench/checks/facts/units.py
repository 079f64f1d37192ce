"""Units of measure and of money in words: 5 days are not 5 weeks, 5 million dollars not 5 million euros."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.facts.comparison import compare
from workbench.checks.findings import Finding, Severity, Side
from workbench.items import NUMERIC, Item, ItemKind, find_items
from workbench.items.base import Value
from workbench.items.measures import DIMENSION_OF, units_at
from workbench.items.values import values_in_digits
from workbench.items.words import CURRENCIES, CURRENCY_OF_CODE
from workbench.wording import words

_MONEY, _PERCENT = "money", "percent"
_SIGN_OR_CODE = regex.compile(r"\p{Sc}|[A-Z]{3}")


class Units:
    """A number that stayed the same must have kept its unit.

    Only where both sides have a unit right behind the same number, of one dimension: a unit that a language leaves
    out, and a number that changed with its unit (385 miles, 620 km), pass. The words are CLDR's.
    """

    id: ClassVar[str] = "units"
    name: ClassVar[str] = "Units"
    description: ClassVar[str] = (
        "The number is the same and its unit, of length, mass, time, money and the like, is another. A unit that is "
        "only missing passes, and so does a number converted with it."
    )
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]] = ("It takes 12 days.", "Tarda 12 semanas.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return the numbers whose unit is another."""
        mine = _measured(pair.source, pair.source_language) if _has_numbers(pair) else []
        theirs = _measured(pair.target, pair.target_language) if mine else []
        if not theirs:
            return
        told = {item for item in compare(pair).lost if item.kind is ItemKind.CURRENCY}
        by_worth: defaultdict[str, dict[frozenset[str], str]] = defaultdict(dict)
        for value, units, end in mine:
            for reading in value.readings if value.item not in told else ():
                by_worth[reading].setdefault(units, pair.source[value.start : end])
        for value, units, end in theirs:
            same = {others: piece for reading in value.readings for others, piece in by_worth.get(reading, {}).items()}
            if same and not any(units & others or not _are_comparable(units, others) for others in same):
                piece = next(iter(same.values()))
                message = words("The unit is another one: {piece} in the source.", piece=piece)
                yield finding_in(self, pair, Side.TARGET, (value.start, end), message)


def _has_numbers(pair: Pair) -> bool:
    return any(_is_numeric(item) for item in find_items(pair.source)) and any(map(_is_numeric, find_items(pair.target)))


def _is_numeric(item: Item) -> bool:
    return item.kind in NUMERIC


def _measured(text: str, language: str) -> list[tuple[Value, frozenset[str], int]]:
    """Return the numbers with a unit, what it may be, and where it ends."""
    found = []
    for value in values_in_digits(text, language):
        units, end = units_at(text, value.end, language)
        if value.item is not None and value.item.kind is ItemKind.CURRENCY:
            units, end = _currency(value.item), value.end
        elif value.item is not None and value.item.kind is ItemKind.PERCENT:
            units, end = frozenset({_PERCENT}), value.end
        if units:
            found.append((value, units, end))
    return found


def _currency(item: Item) -> frozenset[str]:
    """Return the currency of a sum by its sign or its code; none where it is not one of those known by words."""
    sign = _SIGN_OR_CODE.search(item.text.upper())
    known = CURRENCY_OF_CODE.get(sign[0], sign[0]) if sign else ""
    return frozenset({f"money-{known}"}) if known in CURRENCIES else frozenset()


def _are_comparable(units: frozenset[str], others: frozenset[str]) -> bool:
    if _PERCENT in units or _PERCENT in others:
        return True
    return bool({_dimension(unit) for unit in units} & {_dimension(unit) for unit in others})


def _dimension(unit: str) -> str:
    return DIMENSION_OF.get(unit, _MONEY)
