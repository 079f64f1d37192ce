"""Numbers whose letter is a scale or a unit: the "100m final" is of metres, the "10k" of kilometres."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from workbench.items.base import ItemKind, Value
from workbench.items.measures import DIMENSION_OF, all_units
from workbench.items.numbers import readings

_LETTERS = ("m", "k")
_SIGNS = regex.compile(r"\p{Nd}\s?(?:公?[米里分]|千米)")  # CLDR's words for these are too short to look for
_MINUTES = "duration-minute"


def with_metres(values: Iterable[Value], language: str, other_text: str, other_language: str) -> list[Value]:
    """Let "100m" be worth 100 as well, if the other text names a length or minutes: "100m people" are 100 million.

    Args:
        values: Numbers of a text.
        language: Canonical code of that text.
        other_text: Its translation, or what it is a translation of.
        other_language: Canonical code of the other text.
    """
    found = list(values)
    if not any(map(_may_be_length, found)) or not _names_length(other_text, other_language):
        return found
    return [_with_plain(value, language) if _may_be_length(value) else value for value in found]


def _may_be_length(value: Value) -> bool:
    item = value.item
    return bool(value.power and item and item.kind is ItemKind.NUMBER and item.text.endswith(_LETTERS))


def _with_plain(value: Value, language: str) -> Value:
    assert value.item is not None
    number = value.item.text.rstrip("mk").rstrip()
    return replace(value, readings=value.readings | readings(number, language))


def _names_length(text: str, language: str) -> bool:
    units = all_units(text, language)
    is_named = any(unit == _MINUTES or DIMENSION_OF.get(unit) == "length" for unit in units)
    return is_named or bool(_SIGNS.search(text))
