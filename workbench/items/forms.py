"""An item of the source as the target's language writes it, where that is certain; else as it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberFormatError, format_decimal, format_percent, parse_decimal

from workbench.items.base import Item, ItemKind
from workbench.items.comparing import lost_items

_NUMBER = re.compile(r"\d(?:[\d.,'’\u00a0\u2009\u202f]*\d)?")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?[\s\u00a0\u2009\u202f]?([ap])\.?\s?m\.?", re.IGNORECASE)
_AMOUNTS = frozenset({ItemKind.NUMBER, ItemKind.PERCENT, ItemKind.CURRENCY})


def missing_items(source: str, target: str, source_language: str, target_language: str) -> tuple[str, ...]:
    """Return the items of a source that its translation does not have, each as the target would write it.

    Args:
        source: A sentence or a text.
        target: Its translation.
        source_language: Canonical code.
        target_language: Canonical code.
    """
    lost = lost_items(source, target, source_language, target_language)
    return tuple(target_form(item, source_language, target_language) for item in lost)


def target_form(item: Item, source_language: str, target_language: str) -> str:
    """Return an item as the language of a translation writes it.

    A number that reads only one way gets the other language's marks, a percentage its space, an hour of the afternoon
    becomes one of 24 where nobody writes "pm". What holds a word ("2.8bn"), what may be read two ways, and every other
    item stay letter by letter.

    Args:
        item: Of the source.
        source_language: Canonical code.
        target_language: Canonical code.

    Source: the number and time formats of CLDR, through Babel.
    """
    here, there = _locale(source_language), _locale(target_language)
    if here is None or there is None:
        return item.text
    if item.kind is ItemKind.TIME:
        return _hour(item.text, there)
    if item.kind not in _AMOUNTS:
        return item.text
    found = _NUMBER.search(item.text)
    around = _NUMBER.sub("", item.text)
    if found is None or any(character.isalnum() for character in around):
        return item.text
    number = _number(found[0], here, there)
    if number is None:
        return item.text
    if item.kind is ItemKind.PERCENT and around.strip() == "%":
        return format_percent(Decimal("0.01"), locale=there).replace("1", number)
    return item.text[: found.start()] + number + item.text[found.end() :]


def _number(text: str, here: Locale, there: Locale) -> str | None:
    """Return a number in the marks of another language; None if it is none of this one for certain."""
    plain = text.translate(_SPACES)
    group = str(here.number_symbols["latn"]["group"])
    decimal = str(here.number_symbols["latn"]["decimal"])
    try:
        value = parse_decimal(plain if group.strip() else plain.replace(" ", group), locale=here, strict=True)
    except NumberFormatError:
        return None
    is_grouped = not text.isdecimal() and (group in plain or " " in plain)
    digits = len(plain.rpartition(decimal)[2]) if decimal in plain else 0
    pattern = ("#,##0" if is_grouped else "0") + (f".{'0' * digits}" if digits else "")
    if not is_grouped and text.startswith("0") and len(text.partition(decimal)[0]) > 1:
        return None  # a code, such as 007
    return format_decimal(value, format=pattern, locale=there, decimal_quantization=False)


def _hour(text: str, there: Locale) -> str:
    found = _HALF_DAY.fullmatch(text)
    is_halved = "a" in there.time_formats["short"].pattern or "b" in there.time_formats["short"].pattern.lower()
    if found is None or is_halved or not 1 <= int(found[1]) <= 12:
        return text
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour}:{found[2] or '00'}"


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
