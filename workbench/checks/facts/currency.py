"""Sums of money that have a sign or a code."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.findings import Severity
from workbench.items import Item, ItemKind

_BRACKETS = ("(", "[", "（")


class Currency(ItemCheck):
    """A sum must be as large and in the same currency, by its sign, its code or a word.

    Currencies that are known by words: dollar, euro, pound, yen and yuan, rupee, rouble. A sum in brackets is often
    another one converted, and left out: a warning.
    """

    id = "currency"
    name = "Money"
    description = (
        "A sum of money is missing, made up, changed, or in another currency. A word for the sign, and another way to "
        "write the number, pass."
    )
    example: ClassVar[tuple[str, str, str, str]] = ("They paid £5m.", "Pagaron 5 millones de dólares.", "en", "es")
    kinds = frozenset({ItemKind.CURRENCY})

    def severity_of_loss(self, pair: Pair, item: Item) -> Severity:
        """Return a warning for a sum in brackets."""
        return _severity(pair.source, item)

    def severity_of_addition(self, pair: Pair, item: Item) -> Severity:
        """Return a warning for a sum in brackets."""
        return _severity(pair.target, item)


def _severity(text: str, item: Item) -> Severity:
    is_bracketed = text[max(0, item.start - 1) : item.start] in _BRACKETS
    return Severity.WARNING if is_bracketed else Severity.BLOCKING
