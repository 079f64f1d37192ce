"""Pieces of a text that a translation must not change: numbers, URLs, placeholders and the like.

Protection while translating and the checks of a reviewer's text share what is known of them. `patterns.py`
finds them; `comparing.py` says which of a source's are not in its translation, with `numbers.py`, `times.py`,
`spelling.py` and `units.py` for the ways in which languages write the same quantity.
"""

from workbench.items.comparing import added_items, lost_items
from workbench.items.numbers import localise_number
from workbench.items.patterns import Item, ItemKind, find_items

__all__ = ["Item", "ItemKind", "added_items", "find_items", "localise_number", "lost_items"]
