"""Hashtags and names with an @."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.facts.restoring import with_ending
from workbench.checks.findings import Severity
from workbench.items import Item, ItemKind


class Handles(ItemCheck):
    """A hashtag or an @name leads somewhere, and leads nowhere when it is translated."""

    id = "handles"
    name = "Hashtags and @names"
    description = "A hashtag or an @name is missing, made up or altered. A translated hashtag is a warning."
    severity = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Follow #Brexit and @bbc.", "Siga #Brexit y @bbcnews.", "en", "es")
    kinds = frozenset({ItemKind.HASHTAG, ItemKind.MENTION})

    def restore(self, pair: Pair, item: Item) -> str | None:
        """Return the translation with the hashtag at its end, where the source has it there."""
        return with_ending(pair, item)
