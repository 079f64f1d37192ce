"""Units of measure and of money behind a number, in any language: 85 mph, 385 miles, 136 kilómetros, 80 degrees.

The words are CLDR's unit patterns, through Babel, with the endings of the other cases; those for money are in `words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from workbench.items.values import scale_of
from workbench.items.words import CURRENCIES

DEGREE = "degree"
# What one is worth in the first unit of its dimension. Source: NIST Handbook 44 (2024), appendix C; exact or rounded.
_FACTORS: dict[str, dict[str, float]] = {
    "length": {
        "length-meter": 1,
        "length-kilometer": 1000,
        "length-centimeter": 0.01,
        "length-millimeter": 0.001,
        "length-mile": 1609.344,
        "length-yard": 0.9144,
        "length-foot": 0.3048,
        "length-inch": 0.0254,
        "length-nautical-mile": 1852,
        # What is covered in an hour, because many languages leave that out: "85 miles an hour" are "136 Kilometer".
        "speed-kilometer-per-hour": 1000,
        "speed-mile-per-hour": 1609.344,
        "speed-meter-per-second": 3600,
        "speed-knot": 1852,
    },
    "mass": {
        "mass-kilogram": 1,
        "mass-gram": 0.001,
        "mass-milligram": 1e-6,
        "mass-tonne": 1000,
        "mass-pound": 0.45359237,
        "mass-ounce": 0.028349523,
        "mass-stone": 6.35029318,
    },
    "area": {
        "area-square-meter": 1,
        "area-square-kilometer": 1e6,
        "area-hectare": 1e4,
        "area-acre": 4046.8564,
        "area-square-mile": 2589988.1,
        "area-square-foot": 0.09290304,
    },
    "volume": {
        "volume-liter": 1,
        "volume-milliliter": 0.001,
        "volume-cubic-meter": 1000,
        "volume-gallon": 3.7854118,
        "volume-pint": 0.47317647,
        "volume-barrel": 158.98729,
    },
    "temperature": {"temperature-celsius": 1, "temperature-fahrenheit": 1, DEGREE: 1},
    "time": {
        "duration-second": 1,
        "duration-minute": 60,
        "duration-hour": 3600,
        "duration-day": 86400,
        "duration-week": 604800,
        "duration-month": 2629746,
        "duration-year": 31556952,
        "duration-decade": 315569520,
        "duration-century": 3155695200,
    },
    "power": {"power-watt": 1, "power-kilowatt": 1e3, "power-megawatt": 1e6, "power-gigawatt": 1e9},
}
DIMENSION_OF = {unit: dimension for dimension, units in _FACTORS.items() for unit in units}
FACTOR_OF = {unit: factor for units in _FACTORS.values() for unit, factor in units.items()}
# Of Babel's names that mean one of ours.
_ALSO = {"angle-degree": DEGREE, "temperature-generic": DEGREE, "mass-ton": "mass-tonne"}
# As they are written in most languages, whatever CLDR's short forms there are; "m" and "in" are other words too often.
_SIGNS = {
    "km": "length-kilometer",
    "cm": "length-centimeter",
    "mm": "length-millimeter",
    "ft": "length-foot",
    "kg": "mass-kilogram",
    "kilo": "mass-kilogram",
    "kilos": "mass-kilogram",
    "lb": "mass-pound",
    "lbs": "mass-pound",
    "lbs.": "mass-pound",
    "mph": "speed-mile-per-hour",
    "kph": "speed-kilometer-per-hour",
    "km/h": "speed-kilometer-per-hour",
    "kmh": "speed-kilometer-per-hour",
    "km²": "area-square-kilometer",
    "m²": "area-square-meter",
    "ha": "area-hectare",
    "°": DEGREE,
    "°c": "temperature-celsius",
    "°f": "temperature-fahrenheit",
    "км": "length-kilometer",
    "см": "length-centimeter",
    "кг": "mass-kilogram",
    "км/ч": "speed-kilometer-per-hour",
}
_PLURALS = (1, 2, 5, 1.5, 20)  # every plural form of CLDR that a unit has
_DIGITS = regex.compile(r"[\p{Nd}.,٫]+")
_SLAVIC = frozenset({"pl", "ru", "uk", "cs", "sk", "bg"})
_BETWEEN = r"[\s\-\xa0]{0,2}"
_SCALE = regex.compile(rf"{_BETWEEN}([\p{{L}}]{{1,16}}+)\.?(?:\s(?:de|di|d['’]))?")
_MONEY = regex.compile(
    rf"{_BETWEEN}(?:(?:US|U\.S\.|american|canadian|australian)\s)?("
    + "|".join(f"(?:{pattern.pattern})" for pattern in CURRENCIES.values())
    + r")\p{L}{0,4}",
    regex.IGNORECASE,
)


def units_at(text: str, end: int, language: str) -> tuple[frozenset[str], int]:
    """Return what the unit behind a number may be, and where it ends; none where there is no unit.

    A "pound" is of mass or of money.

    Args:
        text: Where the number stands.
        end: Where the number ends; a scale word such as "million" may follow.
        language: Canonical code of the text.
    """
    found = _units_right_at(text, end, language)
    if not found[0] and (scale := _SCALE.match(text, end)) and scale_of(scale[1], language):
        return _units_right_at(text, scale.end(), language)
    return found


# "1,88 m": alone the letter is too many other words.
_METRES = regex.compile(r"(?<=\p{Nd}[.,]\p{Nd}{1,2})\s?m(?![\p{L}\p{M}/²³])")
_METRE = frozenset({"length-meter"})


def first_units(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """Return what the first unit between two places may be, with or without a number before it."""
    known, pattern = _phrases(language.partition("-")[0])
    match = pattern.search(text, start, end)
    if match is None:
        return _METRE if _METRES.search(text, max(0, start - 2), end) else frozenset()
    return known[match[1].lower()]


def all_units(text: str, language: str) -> frozenset[str]:
    """Return all units that a text names."""
    known, pattern = _phrases(language.partition("-")[0])
    found = frozenset(unit for match in pattern.finditer(text) for unit in known[match[1].lower()])
    return found | _METRE if _METRES.search(text) else found


def _units_right_at(text: str, end: int, language: str) -> tuple[frozenset[str], int]:
    known, pattern = _phrases(language.partition("-")[0])
    match = pattern.match(text, end)
    found = set(known[match[1].lower()]) if match else set()
    behind = match.end() if match else end
    if money := _MONEY.match(text, end):
        found |= {f"money-{sign}" for sign, words in CURRENCIES.items() if words.match(money[1])}
        behind = max(behind, money.end())
    return frozenset(found), behind


@lru_cache(maxsize=32)
def _phrases(language: str) -> tuple[dict[str, frozenset[str]], regex.Pattern[str]]:
    """Return what each phrase of a language means, and the pattern that finds one, with the letters of another case."""
    known: dict[str, set[str]] = {sign: {unit} for sign, unit in _SIGNS.items()}
    for phrase, unit in _cldr_phrases(language):
        known.setdefault(phrase.lower(), set()).add(unit)
    phrases = sorted(known, key=len, reverse=True)
    whole = "|".join(map(regex.escape, phrases))
    ending = 6 if language in _SLAVIC else 2  # "250-kilogramowa"
    inflected = "|".join(regex.escape(phrase) for phrase in phrases if len(phrase) > 4 and phrase.isalpha())
    pattern = regex.compile(
        rf"{_BETWEEN}(?<!\p{{L}})(?|({whole})(?![\p{{L}}\p{{M}}/])|({inflected})\p{{L}}{{1,{ending}}}(?!\p{{L}}))",
        regex.IGNORECASE,
    )
    return {phrase: frozenset(units) for phrase, units in known.items()}, pattern


def _cldr_phrases(language: str) -> Iterator[tuple[str, str]]:
    """Yield the words for each unit in all plural forms of a language; none where CLDR does not know it."""
    from babel import localedata
    from babel.units import format_unit

    if not localedata.exists(language):
        return
    for unit in [*DIMENSION_OF, *_ALSO]:
        if unit == DEGREE:
            continue
        for number in _PLURALS:
            phrase = _DIGITS.sub("", format_unit(number, unit, "long", locale=language)).strip()
            if len(phrase) > 2:
                yield phrase, _ALSO.get(unit, unit)
