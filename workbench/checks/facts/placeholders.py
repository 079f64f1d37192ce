"""Placeholders and tags."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.facts.restoring import with_ending
from workbench.items import Item, ItemKind


class Placeholders(ItemCheck):
    """What a program fills in or reads must be the same, letter by letter."""

    id = "placeholders"
    name = "Placeholders and tags"
    description = "A placeholder such as {name} or %s, or a tag such as <b>, is missing, made up or altered."
    example: ClassVar[tuple[str, str, str, str]] = ("Hello {name}, it is %s.", "Hola {nombre}, es %s.", "en", "es")
    kinds = frozenset({ItemKind.PLACEHOLDER, ItemKind.TAG})

    def restore(self, pair: Pair, item: Item) -> str | None:
        """Return the translation with the placeholder at its end, where the source has it there."""
        return with_ending(pair, item)
