"""Which items of a source a translation lost, and which it made up."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

import regex

from workbench.items.base import NUMERIC, Item, ItemKind
from workbench.items.conversions import unconverted
from workbench.items.finding import find_items
from workbench.items.metres import with_metres
from workbench.items.pool import Pool, as_written, outside
from workbench.items.times import as_time, dotted_times
from workbench.items.units import lost_signs, lost_units
from workbench.items.values import grouped_by_spaces, values_in_digits, values_in_words
from workbench.items.words import NUMBER_WORDS

SMALL = frozenset(str(number) for number in range(13))
"""Numbers that a language whose number words are not known may write as words."""
_UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3000-\u303f\uff00-\uff20]"
)
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
    lost |= lost_units(items, target, target_language)
    lost |= lost_signs(source, items, target, target_language)
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
            searched += 1
            if not _stands_apart(item.text, found, target):
                yield item
        else:
            yield item


def _stands_apart(text: str, found: tuple[Item, ...], target: str) -> bool:
    """Say whether an item that is none of the target's stands there all the same.

    A part of a longer item counts only if what makes that longer is a word of a script without spaces.
    """
    position = target.find(text)
    for _ in range(_SEARCHED):
        if position < 0:
            break
        end = position + len(text)
        before = bisect_right(found, position, key=attrgetter("start"))
        over = next(
            (item for item in found[max(0, before - 1) : before + 1] if item.start < end and position < item.end), None
        )
        if over is None or (
            (position <= over.start or _UNSPACED.match(target, position - 1))
            and (end >= over.end or _UNSPACED.match(target, end))
        ):
            return True
        position = target.find(text, end)
    return False


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
    demanded = with_metres(values_in_digits(source, source_language, items), source_language, target, target_language)
    if not demanded:
        return set()
    is_known = target_language.partition("-")[0] in NUMBER_WORDS
    pool = Pool(
        [
            *with_metres(values_in_digits(target, target_language, found), target_language, source, source_language),
            *grouped_by_spaces(target, target_language),
            *dotted_times(found, items),
        ]
    )
    grouped = [value for value in grouped_by_spaces(source, source_language) if pool.take(value.readings)]
    demanded = outside(demanded, grouped)
    # The one with the fewest readings first, so that "5" is not left without because "5 pm" took it.
    demanded.sort(key=lambda value: len(value.readings))
    missing = [
        value
        for value in demanded
        if not pool.take([*as_written(value), *sorted(value.readings), *as_time(value.item)])
    ]
    if missing:
        words = Pool(list(values_in_words(target, target_language)))
        in_words = [words.take(sorted(value.readings)) for value in missing]
        by_word = [value for value, is_there in zip(missing, in_words, strict=True) if is_there]
        missing = [value for value, is_there in zip(missing, in_words, strict=True) if not is_there]
        if by_word:
            # One made-up number stands for one that is missing, such as kilometres for miles.
            missing += by_word[: max(0, _made_up(pool, source, source_language) - len(missing))]
        if missing:
            missing = unconverted(
                missing, source, source_language, [*pool.left(), *words.free()], target, target_language
            )
    return {value.item for value in missing if value.item and (is_known or value.readings.isdisjoint(SMALL))}


def _made_up(pool: Pool, source: str, source_language: str) -> int:
    """Return how many numbers a translation has in digits that its source has neither in digits nor in words.

    Beside one of these a number that is there only as a word was changed: in "2-0 in the first half", "first" is not
    the 1 of "1-0".
    """
    if source_language.partition("-")[0] not in NUMBER_WORDS or not (left := pool.left()):
        return 0
    said = Pool(list(values_in_words(source, source_language)))
    return sum(not said.take(sorted(value.readings)) for value in left)
