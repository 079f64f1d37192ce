"""Numbers in digits: lost, made up, or changed."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.findings import Severity
from workbench.items import Item, ItemKind
from workbench.items.numbers import in_ascii

_SMALL = 12


class Numbers(ItemCheck):
    """A number must be worth the same, however it is written.

    Another way to write it (3.5 and 3,5; 1,000 and 1.000; XIX and 19th; 7 and seven; 2.8bn and 2.800 millones) and
    another unit (385 miles and 620 km) are the same number. Editors leave out what stands in brackets, and turn
    decades and small numbers into other words: those are warnings.
    """

    id = "numbers"
    name = "Numbers"
    description = (
        "A number in digits is missing, made up or worth something else. The same number written another way, in "
        "words or in another unit passes."
    )
    example: ClassVar[tuple[str, str, str, str]] = ("It has 244,890 homes.", "Tiene 24.490 casas.", "en", "es")
    kinds = frozenset({ItemKind.NUMBER})

    def severity_of_loss(self, pair: Pair, item: Item) -> Severity:
        """Return a warning where people leave numbers out on purpose."""
        return _severity(pair.source, item)

    def severity_of_addition(self, pair: Pair, item: Item) -> Severity:
        """Return a warning where people put numbers in on purpose."""
        return _severity(pair.target, item)


def _severity(text: str, item: Item) -> Severity:
    digits = in_ascii(item.text).strip("s")
    is_small = digits.isdigit() and len(digits) <= 2 and int(digits) <= _SMALL
    is_decade = item.text.endswith("s")
    before = text[max(0, item.start - 1) : item.start]
    is_bracketed = before in ("(", "[", "（")
    return Severity.WARNING if is_small or is_decade or is_bracketed else Severity.BLOCKING
