"""Which pieces of a source are not in its translation, and which of the translation's are not in the source.

A number is compared by its value: 1,000 = 1.000 = 1 000, 3.5 = 3,5, £2.8bn = 2.800 millones de libras, 5 pm =
17:00, 19th = XIX; small ones may be in words. Everything else must stand there letter by letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from workbench.items.figures import Figure, figures
from workbench.items.patterns import QUANTITIES, SIGNS, Item, ItemKind, find_items
from workbench.items.spelling import LARGEST, is_spelled_out
from workbench.items.units import count_percents, knows_magnitudes, names_currency

_VARIATION_SELECTOR = "\ufe0f"
_MONTHS = 12


def lost_items(source: str, target: str, source_language: str, target_language: str) -> tuple[Item, ...]:
    """Return the pieces of a source that its translation does not have, in order.

    A piece that stands twice in the source must stand twice in the translation.

    Args:
        source: A sentence.
        target: Its translation.
        source_language: Language code.
        target_language: Language code.
    """
    wanted = find_items(source)
    if not wanted:
        return ()
    there = find_items(target)
    lost = [
        *_lost_letters(wanted, there, target),
        *_lost_quantities(source, wanted, source_language, target, there, target_language),
    ]
    starts = {item.start: item for item in lost}
    return tuple(starts[start] for start in sorted(starts))


def added_items(source: str, target: str, source_language: str, target_language: str) -> tuple[Item, ...]:
    """Return the pieces of a translation that its source does not have, in order. Arguments as `lost_items`."""
    there = find_items(target)
    if not there:
        return ()
    wanted = find_items(source)
    pool = figures(source, wanted, source_language, any_reading=True)
    extra: dict[int, Item] = {}
    for figure in figures(target, there, target_language, any_reading=False):
        if not _is_found(figure, pool, source, source_language, target_language):
            extra[figure.item.start] = figure.item
    for item in _lost_letters(there, wanted, source):
        extra[item.start] = item
    return tuple(extra[start] for start in sorted(extra))


def _lost_letters(wanted: tuple[Item, ...], there: tuple[Item, ...], target: str) -> Iterator[Item]:
    """Yield what must be the same letter by letter and is missing."""
    needed = [item for item in wanted if item.kind not in QUANTITIES]
    if not needed:
        return
    left = Counter(_bare(item.text) for item in there if item.kind not in QUANTITIES)
    for item in needed:
        text = _bare(item.text)
        if left[text] > 0:
            left[text] -= 1
        # The pattern may see it otherwise among other words: then it still stands there.
        elif left[text] == 0 and text not in left and _stands_alone(text, target):
            left[text] = -1
        else:
            yield item


def _bare(text: str) -> str:
    return text.replace(_VARIATION_SELECTOR, "")


def _stands_alone(piece: str, text: str) -> bool:
    start = text.find(piece)
    if start < 0:
        return False
    before, after = text[:start][-1:], text[start + len(piece) :][:1]
    return not (piece[0].isalnum() and before.isalnum()) and not (piece[-1].isalnum() and after.isalnum())


def _lost_quantities(
    source: str, wanted: tuple[Item, ...], source_language: str, target: str, there: tuple[Item, ...], language: str
) -> Iterator[Item]:
    needed = figures(source, wanted, source_language, any_reading=False)
    if not needed:
        return
    pool = figures(target, there, language, any_reading=True)
    lost = {}
    for figure in needed:
        if not _is_found(figure, pool, target, language, source_language):
            lost[figure.item.start] = figure.item
    yield from lost.values()
    yield from _lost_signs([item for item in wanted if item.start not in lost], target, language)


def _lost_signs(items: list[Item], target: str, language: str) -> Iterator[Item]:
    percents = [item for item in items if item.kind is ItemKind.PERCENT]
    if percents:
        said = count_percents(target, language)
        if said == 0:  # "5% to 6%" may be one "por ciento"
            yield from percents
    for item in items:
        if item.kind is ItemKind.CURRENCY:
            sign = next(character for character in item.text if character in SIGNS)
            if names_currency(target, sign, language) is False:
                yield item


def _is_found(figure: Figure, pool: list[Figure], text: str, language: str, other_language: str) -> bool:
    """Look for a figure among those of the other text, and mark what is found as used."""
    is_strict = figure.has_magnitude and knows_magnitudes(language)
    for candidate in pool:
        if candidate.is_used:
            continue
        is_same = not figure.totals.isdisjoint(candidate.totals)
        if not is_same and not (is_strict and candidate.has_magnitude):
            is_same = not figure.values.isdisjoint(candidate.values) and not (
                candidate.has_magnitude and knows_magnitudes(other_language)
            )
        if is_same or _is_same_decade(figure, candidate):
            candidate.is_used = True
            return True
    return any(_is_in_words(value, figure, text, language) for value in figure.values)


def _is_same_decade(one: Figure, other: Figure) -> bool:
    """Say whether the "1980s" are the "80"."""
    if not (one.is_decade or other.is_decade):
        return False
    return not {value % 100 for value in one.values}.isdisjoint({value % 100 for value in other.values})


def _is_in_words(value: Decimal, figure: Figure, text: str, language: str) -> bool:
    if value != int(value):
        return False
    number = int(value)
    if figure.is_decade:
        number %= 100
    if number > LARGEST:
        return False
    if is_spelled_out(number, text, language):
        return True
    return 1 <= number <= _MONTHS and len(figure.text) <= 2 and _names_month(number, text, language)


def _names_month(number: int, text: str, language: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language, sep="-").months["format"]
    except (ValueError, UnknownLocaleError):
        return False
    lowered = text.casefold()
    return any(str(months[width][number]).casefold() in lowered for width in ("wide", "abbreviated"))
