"""Which items of a source a translation lost, and which it made up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import regex

from workbench.items.base import NUMERIC, Item, ItemKind
from workbench.items.finding import find_items
from workbench.items.values import Value, grouped_by_spaces, values_in_digits, values_in_words
from workbench.items.words import CURRENCIES, CURRENCY_OF_CODE, NUMBER_WORDS, PERCENT_WORDS

SMALL = frozenset(str(number) for number in range(13))
"""Numbers that a language whose number words are not known may write as words."""
_SIGN_OR_CODE = regex.compile(r"\p{Sc}|[A-Z]{3}")
_SEARCHED = 100


def lost_items(source: str, target: str, source_language: str, target_language: str) -> tuple[Item, ...]:
    """Return the items of a source that its translation does not have, as often as the source has them.

    A number may be written another way (3.5 and 3,5; 19th and XIX; 5 pm and 17:00; £2.8bn and 2.800 millones
    de libras; 7 and siete) but must be worth the same. A sign of percent or currency may be a word. Every other
    item must be there letter by letter.

    Args:
        source: A sentence or a text.
        target: Its translation.
        source_language: Canonical code.
        target_language: Canonical code.
    """
    items = find_items(source)
    if not items:
        return ()
    found = find_items(target)
    lost = set(_lost_exact(items, found, target))
    lost |= _lost_numbers(source, items, target, found, source_language, target_language)
    lost |= _lost_units(items, target, target_language)
    return tuple(item for item in items if item in lost)


def added_items(source: str, target: str, source_language: str, target_language: str) -> tuple[Item, ...]:
    """Return the items of a translation that its source does not have; the arguments are those of `lost_items`."""
    found = find_items(target)
    if not found:
        return ()
    items = find_items(source)
    added = set(_lost_exact(found, items, source))
    added |= _lost_numbers(target, found, source, items, target_language, source_language)
    return tuple(item for item in found if item in added)


def _lost_exact(items: tuple[Item, ...], found: tuple[Item, ...], target: str) -> Iterable[Item]:
    there = Counter(_exact(item) for item in found)
    searched = 0
    for item in items:
        if item.kind in NUMERIC:
            continue
        text = _exact(item)
        if there[text] > 0:
            there[text] -= 1
        elif text not in there and searched < _SEARCHED and item.text in target:
            searched += 1  # grown together with a word of a script without spaces
        else:
            yield item


def _exact(item: Item) -> str:
    return item.text.replace("\ufe0f", "") if item.kind is ItemKind.EMOJI else item.text


def _lost_numbers(
    source: str,
    items: tuple[Item, ...],
    target: str,
    found: tuple[Item, ...],
    source_language: str,
    target_language: str,
) -> set[Item]:
    demanded = list(values_in_digits(source, source_language, items))
    if not demanded:
        return set()
    is_known = target_language.partition("-")[0] in NUMBER_WORDS
    pool = _Pool(
        [
            *values_in_digits(target, target_language, found),
            *grouped_by_spaces(target, target_language),
        ]
    )
    grouped = [value for value in grouped_by_spaces(source, source_language) if pool.take(value.readings)]
    demanded = _outside(demanded, grouped)
    # The one with the fewest readings first, so that "5" is not left without because "5 pm" took it.
    demanded.sort(key=lambda value: len(value.readings))
    missing = [value for value in demanded if not pool.take([_as_written(value.item), *sorted(value.readings)])]
    if missing:
        words = _Pool(list(values_in_words(target, target_language)))
        missing = [value for value in missing if not words.take(sorted(value.readings))]
    return {value.item for value in missing if value.item and (is_known or value.readings.isdisjoint(SMALL))}


def _outside(values: list[Value], spans: list[Value]) -> list[Value]:
    """Return the values that are in none of the spans; both are in order."""
    outside: list[Value] = []
    index = 0
    for value in values:
        while index < len(spans) and spans[index].end <= value.start:
            index += 1
        if index == len(spans) or value.end <= spans[index].start:
            outside.append(value)
    return outside


def _as_written(item: Item | None) -> str:
    """Return a reading that only the same characters have: a model may keep the source's way to write a number."""
    return f"={item.text}" if item else ""


class _Pool:
    """The numbers of a text, each of which can be taken once."""

    def __init__(self, values: list[Value]) -> None:
        self._free = [True] * len(values)
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for index in range(len(values) - 1, -1, -1):
            item = values[index].item
            for reading in values[index].readings:
                self._at[reading].append(index)
            if item is not None:
                self._at[_as_written(item)].append(index)

    def take(self, readings: Iterable[str]) -> bool:
        """Take a number with one of these readings; say whether there was one."""
        for reading in readings:
            waiting = self._at.get(reading, [])
            while waiting:
                index = waiting.pop()
                if self._free[index]:
                    self._free[index] = False
                    return True
        return False


def _lost_units(items: tuple[Item, ...], target: str, target_language: str) -> set[Item]:
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
