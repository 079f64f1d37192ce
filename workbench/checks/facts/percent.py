"""Percentages."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.findings import Severity
from workbench.items import Item, ItemKind
from workbench.items.numbers import in_ascii


class Percent(ItemCheck):
    """A percentage must be one of the same number: "40 %", "40 percent" and "40 por ciento" are the same.

    "100 percent" is a figure of speech as often as a number, so its loss is a warning.
    """

    id = "percent"
    name = "Percentages"
    description = "A percentage is missing, made up, changed, or no percentage any more. A word for the sign passes."
    example: ClassVar[tuple[str, str, str, str]] = ("It fell by 40%.", "Il a chuté de 14 %.", "en", "fr")
    kinds = frozenset({ItemKind.PERCENT})

    def severity_of_loss(self, pair: Pair, item: Item) -> Severity:
        """Return a warning for 100 %."""
        return _severity(item)

    def severity_of_addition(self, pair: Pair, item: Item) -> Severity:
        """Return a warning for 100 %."""
        return _severity(item)


def _severity(item: Item) -> Severity:
    return Severity.WARNING if in_ascii(item.text).startswith("100") else Severity.BLOCKING
