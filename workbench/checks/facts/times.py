"""Times of day."""

from __future__ import annotations

from typing import ClassVar

from workbench.checks.facts.item_check import ItemCheck
from workbench.items import ItemKind


class Times(ItemCheck):
    """A time must be the same one: 5 pm, 17:00, 17 h and "las cinco de la tarde" are."""

    id = "times"
    name = "Times"
    description = "A time of day is missing, made up or another one. Twelve and twenty-four hours, and words, pass."
    example: ClassVar[tuple[str, str, str, str]] = ("It starts at 5:30 pm.", "Es beginnt um 18:30 Uhr.", "en", "de")
    kinds = frozenset({ItemKind.TIME})
