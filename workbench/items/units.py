"""Signs and units that a translation lost: percent, currencies, and the minus of a number below nothing."""

from __future__ import annotations

import regex

from workbench.items.base import Item, ItemKind
from workbench.items.words import CURRENCIES, CURRENCY_OF_CODE, NUMBER_WORDS, PERCENT_WORDS

_SIGN_OR_CODE = regex.compile(r"\p{Sc}|[A-Z]{3}")
_MINUS = "-−"
_SIGNED = frozenset({ItemKind.NUMBER, ItemKind.PERCENT, ItemKind.CURRENCY})
_BEFORE_MINUS = " \xa0\t\n("
_NEGATIVE = regex.compile(
    r"[-−–—‐]\s?\p{Sc}?\s?\p{Nd}|\b(?:min(?:us|os)|me(?:no|nos|ns)|moins|below|bajo|unter|sous|sotto|abaixo|negativ\p{L}*)\b"
    r"|\b(?:onder|минус|ниже)\b",
    regex.IGNORECASE,
)


def lost_units(items: tuple[Item, ...], target: str, target_language: str) -> set[Item]:
    """Return the percentages and sums of money whose translation has neither their sign nor a word for it."""
    if target_language.partition("-")[0] not in NUMBER_WORDS:
        return set()
    lost = set()
    percents = [item for item in items if item.kind is ItemKind.PERCENT]
    if percents and not PERCENT_WORDS.search(target):
        lost |= set(percents)
    for item in items:
        if item.kind is ItemKind.CURRENCY:
            sign = _SIGN_OR_CODE.search(item.text.upper())
            pattern = CURRENCIES.get(CURRENCY_OF_CODE.get(sign[0], sign[0])) if sign else None
            if pattern is not None and not pattern.search(target):
                lost.add(item)
    return lost


def lost_signs(source: str, items: tuple[Item, ...], target: str, target_language: str) -> set[Item]:
    """Return the numbers below nothing whose translation has neither a minus nor a word for it."""
    negative = {item for item in items if item.kind in _SIGNED and _has_minus(source, item)}
    is_known = target_language.partition("-")[0] in NUMBER_WORDS
    return negative if negative and is_known and not _NEGATIVE.search(target) else set()


def _has_minus(source: str, item: Item) -> bool:
    start = item.start
    return start > 0 and source[start - 1] in _MINUS and (start == 1 or source[start - 2] in _BEFORE_MINUS)
