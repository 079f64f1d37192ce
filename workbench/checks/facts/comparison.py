"""The items of a sentence and its translation set side by side, once for all checks that ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.base import Pair
from workbench.items import NUMERIC, Item, ItemKind, added_items, lost_items

_REMEMBERED = 16  # all checks of one sentence ask one after the other


@dataclass(frozen=True, slots=True)
class Change:
    """An item that has become another one.

    Attributes:
        lost: In the source.
        added: In the translation.
        is_certain: Whether these are the only two that can belong together.
    """

    lost: Item
    added: Item
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What happened to the items of a sentence.

    Attributes:
        changes: Items that have become others.
        lost: Other items of the source that the translation has not, in order.
        added: Other items of the translation that the source has not, in order.
    """

    changes: tuple[Change, ...] = ()
    lost: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()


def compare(pair: Pair) -> Comparison:
    """Return what happened to the items of a sentence."""
    return _compare(pair.source, pair.target, pair.source_language, pair.target_language)


@lru_cache(maxsize=_REMEMBERED)
def _compare(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    lost = lost_items(source, target, source_language, target_language)
    added = added_items(source, target, source_language, target_language)
    if not (lost and added):
        return Comparison((), lost, added)
    changes: list[Change] = []
    for kinds in ((kind,) for kind in ItemKind if kind not in NUMERIC):
        changes += _pair_up(lost, added, frozenset(kinds))
    changes += _pair_up(lost, added, NUMERIC)
    paired = {change.lost for change in changes}, {change.added for change in changes}
    return Comparison(
        tuple(sorted(changes, key=lambda change: change.added.start)),
        tuple(item for item in lost if item not in paired[0]),
        tuple(item for item in added if item not in paired[1]),
    )


def _pair_up(lost: tuple[Item, ...], added: tuple[Item, ...], kinds: frozenset[ItemKind]) -> list[Change]:
    """Pair items in order where as many of some kinds were lost as made up."""
    mine = [item for item in lost if item.kind in kinds]
    theirs = [item for item in added if item.kind in kinds]
    if len(mine) != len(theirs):
        return []
    return [Change(one, other, len(mine) == 1) for one, other in zip(mine, theirs, strict=True)]
