"""Pieces of a text that a translation must not change: numbers, URLs, placeholders and the like.

Protection while translating and the checks of a reviewer's text share what is known of them.
"""

from __future__ import annotations

from workbench.items.base import NUMERIC, Item, ItemKind
from workbench.items.comparing import added_items, lost_items
from workbench.items.finding import find_items

__all__ = ["NUMERIC", "Item", "ItemKind", "added_items", "find_items", "lost_items"]
