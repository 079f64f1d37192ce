"""Emoji."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.facts.restoring import with_ending
from workbench.checks.findings import Severity
from workbench.items import Item, ItemKind


class Emoji(ItemCheck):
    """An emoji says something, too; its skin and its sex are part of it."""

    id = "emoji"
    name = "Emoji"
    description = "An emoji is missing, made up or another one. One that ends the source can be put back at the end."
    severity = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Well done 👍", "Bien hecho", "en", "es")
    kinds = frozenset({ItemKind.EMOJI})

    def restore(self, pair: Pair, item: Item) -> str | None:
        """Return the translation with the emoji at its end, where the source has it there."""
        return with_ending(pair, item)
