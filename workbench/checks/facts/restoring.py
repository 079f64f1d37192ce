"""A lost item that can only belong to one place."""

from __future__ import annotations

from workbench.checks.base import Pair
from workbench.checks.facts.comparison import compare
from workbench.items import Item


def with_ending(pair: Pair, item: Item) -> str | None:
    """Return the translation with an item that starts or ends the source put back there; None if it stands inside.

    Only if no other item is amiss: where two are missing, their order is not certain.
    """
    comparison = compare(pair)
    if len(comparison.lost) > 1 or comparison.changes or comparison.added:
        return None
    before, behind = pair.source[: item.start], pair.source[item.end :]
    if not behind.strip():
        gap = before[len(before.rstrip()) :] if before.strip() else " "
        fixed = pair.target.rstrip() + gap + item.text + behind
    elif not before.strip():
        gap = behind[: len(behind) - len(behind.lstrip())]
        fixed = before + item.text + gap + pair.target.lstrip()
    else:
        return None
    # What stands beside it may make another item of it, where the source has no space between.
    after = compare(Pair(pair.source, fixed, pair.source_language, pair.target_language))
    return fixed if not (after.lost or after.added or after.changes) else None
