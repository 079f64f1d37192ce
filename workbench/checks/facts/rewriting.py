"""How a changed item is put right: in the format of the translation's language, and only if nothing is wrong then."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from workbench.checks.base import Pair
from workbench.checks.facts.comparison import Change, Comparison, compare
from workbench.items import NUMERIC, Item, ItemKind
from workbench.items.finding import NUMBER
from workbench.items.numbers import in_ascii, readings, with_fraction
from workbench.items.values import scale_after

_NUMBER = regex.compile(NUMBER)
_MOST_DIGITS = 30
_DIGITS = regex.compile(r"\p{Nd}+")


def rewritten(pair: Pair, change: Change, comparison: Comparison) -> str | None:
    """Return the translation with a changed item as it should be; None where that mends nothing.

    Args:
        pair: The sentence and its translation.
        change: A certain one.
        comparison: Of the pair: the fix must leave one change less, and no other loss.
    """
    for candidate in _candidates(pair, change):
        fixed = pair.target[: change.added.start] + candidate + pair.target[change.added.end :]
        after = compare(Pair(pair.source, fixed, pair.source_language, pair.target_language))
        is_better = len(after.changes) < len(comparison.changes)
        if is_better and len(after.lost) <= len(comparison.lost) and len(after.added) <= len(comparison.added):
            return fixed
    return None


def _candidates(pair: Pair, change: Change) -> Iterator[str]:
    lost, added = change.lost, change.added
    if lost.kind not in NUMERIC:
        yield lost.text
        return
    mine, theirs = _NUMBER.search(lost.text), _NUMBER.search(added.text)
    is_number = {lost.kind, added.kind}.isdisjoint({ItemKind.DATE, ItemKind.TIME})
    if mine and theirs and is_number and _more(pair, lost) == _more(pair, added, is_target=True):
        number = number_for(mine[0], pair.source_language, pair.target_language)
        yield added.text[: theirs.start()] + number + added.text[theirs.end() :]
    yield from _with_its_groups(lost, added)


def _more(pair: Pair, item: Item, *, is_target: bool = False) -> tuple[int, bool]:
    """Return what belongs to a number and stays when it is replaced: its scale, and whether it has a fraction."""
    text, language = (pair.target, pair.target_language) if is_target else (pair.source, pair.source_language)
    has_fraction = bool(with_fraction(frozenset("0"), text[item.end : item.end + 2]))
    return scale_after(text, item.end, language), has_fraction


def _with_its_groups(lost: Item, added: Item) -> Iterator[str]:
    """Yield a date or a time that has the source's numbers in the order that stands in the translation."""
    mine, theirs = _DIGITS.findall(lost.text), _DIGITS.findall(added.text)
    if lost.kind is added.kind and len(mine) == len(theirs) and lost.kind in (ItemKind.DATE, ItemKind.TIME):
        changed = [place for place, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other]
        if len(changed) == 1:
            pieces = iter(mine)
            yield _DIGITS.sub(lambda _: next(pieces), added.text)
        yield lost.text


def number_for(number: str, source_language: str, target_language: str) -> str:
    """Return a number as CLDR says that another language writes it: "244,890.5" is "244.890,5" in Spanish.

    Args:
        number: Digits with separators.
        source_language: Canonical code of the language that it is written in.
        target_language: Canonical code of the other.
    """
    written = in_ascii(number)
    worth = next(iter(readings(written, source_language)))
    whole, _, decimals = worth.partition(".")
    if len(readings(written, source_language)) > 1 or not (whole + decimals).isdigit() or len(whole) > _MOST_DIGITS:
        return number  # it may mean two things, or is a version or an address
    group, decimal = _symbols(target_language)
    fraction = regex.split("[.,]", written)[-1] if decimals else ""
    before = written[: len(written) - len(fraction) - 1] if fraction else written
    grouped = before if before.isdigit() else f"{int(whole):,}".replace(",", group)
    return f"{grouped}{decimal}{fraction}" if fraction else grouped


@lru_cache(maxsize=64)
def _symbols(language: str) -> tuple[str, str]:
    from babel import Locale, localedata

    base = language.partition("-")[0]
    if not localedata.exists(base):
        return ",", "."
    symbols = Locale.parse(base).number_symbols["latn"]
    return symbols["group"], symbols["decimal"]
