"""A lost item that can only belong to one place."""

from __future__ import annotations

from workbench.checks.base import Pair
from workbench.checks.facts.comparison import compare
from workbench.items import Item


def with_ending(pair: Pair, item: Item) -> str | None:
    """Return the translation with an item that starts or ends the source put back there; None if it stands inside.

    An item counts only if nothing else of these kinds is amiss: where two are missing, their order is not certain.
    """
    comparison = compare(pair)
    if len(comparison.lost) > 1 or comparison.changes or comparison.added:
        return None
    if not pair.source[item.end :].strip():
        start = len(pair.source[: item.start].rstrip())
        return pair.target.rstrip() + pair.source[start : item.end] + pair.source[item.end :]
    if not pair.source[: item.start].strip():
        end = len(pair.source) - len(pair.source[item.end :].lstrip())
        return pair.source[:end] + pair.target.lstrip()
    return None
