"""Web and e-mail addresses."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.facts.restoring import with_ending
from workbench.items import Item, ItemKind


class Addresses(ItemCheck):
    """An address must be the same, letter by letter. One that ends the source can be put back at the end."""

    id = "addresses"
    name = "Web and e-mail addresses"
    description = "A web or e-mail address is missing, made up or altered. Punctuation behind it is not part of it."
    example: ClassVar[tuple[str, str, str, str]] = ("See https://a.org/en now.", "Ver https://a.org/es ya.", "en", "es")
    kinds = frozenset({ItemKind.URL, ItemKind.EMAIL})

    def restore(self, pair: Pair, item: Item) -> str | None:
        """Return the translation with the address at its end, where the source has it there."""
        return with_ending(pair, item)
