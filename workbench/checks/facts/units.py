"""Units of measure and of money in words: 5 days are not 5 weeks, 5 million dollars not 5 million euros."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.items import NUMERIC, Item, find_items
from workbench.items.base import Value
from workbench.items.measures import DIMENSION_OF, units_at
from workbench.items.values import values_in_digits
from workbench.wording import words

_MONEY = "money"


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
        for value, units, end in theirs:
            same = [others for other, others, _ in mine if other.readings & value.readings]
            if same and not any(units & others or not _are_comparable(units, others) for others in same):
                other = next(other for other, _, _ in mine if other.readings & value.readings)
                piece = pair.source[other.start : next(end for each, _, end in mine if each is other)]
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
        if units:
            found.append((value, units, end))
    return found


def _are_comparable(units: frozenset[str], others: frozenset[str]) -> bool:
    return bool({_dimension(unit) for unit in units} & {_dimension(unit) for unit in others})


def _dimension(unit: str) -> str:
    return DIMENSION_OF.get(unit, _MONEY)
