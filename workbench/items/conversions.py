"""Numbers that a translation gives in another unit: 385 miles are 620 km, 80 degrees (F) are 27 degrees (C)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from workbench.items.base import Value
from workbench.items.measures import DEGREE, DIMENSION_OF, FACTOR_OF, all_units, first_units

_REACH_CHARS = 25
"""How far behind a number its unit stands: "2 to 4 inches of rain"."""
_SHARE = 0.05
"""How much people round: 650 pounds are 300 kg."""
_STEP, _STEP_SHARE = 0.65, 0.2
"""Small numbers are rounded to whole ones: 2 inches are 5 cm, 3 are 7."""
_LEAST = 1e-9
_DIGITS = 12
_FAHRENHEIT = frozenset({"temperature-fahrenheit", DEGREE})
_CELSIUS = frozenset({"temperature-celsius", DEGREE})


def unconverted(
    missing: Sequence[Value], text: str, language: str, others: Iterable[Value], other_text: str, other_language: str
) -> list[Value]:
    """Return those of the missing numbers of a text that the other text has in no other unit.

    Args:
        missing: Numbers of the text that the other one has not.
        text: Where they stand.
        language: Canonical code of the text.
        others: Numbers of the other text that stand for nothing yet; each is used once.
        other_text: The other text.
        other_language: Canonical code of the other text.
    """
    mine = [first_units(text, value.end, value.end + _REACH_CHARS, language) for value in missing]
    if not any(mine):
        return list(missing)
    theirs = all_units(other_text, other_language)
    left = [(other, worth) for other in others for worth in _worths(other)] if theirs else []
    still = []
    for value, units in zip(missing, mine, strict=True):
        errors = [
            (error, place)
            for place, (_, there) in enumerate(left)
            for here in _worths(value)
            if (error := _error(here, units, there, theirs)) <= 1
        ]
        if not errors:
            still.append(value)
        else:
            fitting = left[min(errors)[1]][0]
            left = [(other, worth) for other, worth in left if other is not fitting]
    return still


def _worths(value: Value) -> list[float]:
    return [float(reading) for reading in sorted(value.readings) if _is_plain(reading)]


def _is_plain(reading: str) -> bool:
    return len(reading) <= _DIGITS and reading.replace(".", "", 1).isdigit() and reading.isascii()


def _error(here: float, units: frozenset[str], there: float, others: frozenset[str]) -> float:
    """Return how far one quantity is from another, as a share of what rounding allows, in the units that suit best."""
    errors = [inf]
    if units & _FAHRENHEIT and others & _CELSIUS:
        errors.append(abs((here - 32) / 1.8 - there))
    if units & _CELSIUS and others & _FAHRENHEIT:
        errors.append(abs(here * 1.8 + 32 - there) / 2)
    for unit in units:
        for other in others:
            if unit != other and DIMENSION_OF[unit] == DIMENSION_OF[other] != "temperature":
                expected = here * FACTOR_OF[unit] / FACTOR_OF[other]
                allowed = max(_SHARE * expected, min(_STEP, _STEP_SHARE * expected), _LEAST)
                errors.append(abs(expected - there) / allowed)
    return min(errors)
