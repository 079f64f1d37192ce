"""What the checks of numbers, dates, addresses and the like have in common: an item is lost, made up or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.facts.comparison import Change, Comparison, compare
from workbench.checks.facts.rewriting import rewritten
from workbench.checks.findings import Finding, Severity, Side
from workbench.items import Item, ItemKind
from workbench.wording import words


class ItemCheck:
    """Compares the items of some kinds; a changed item has a fix where only two items can belong together.

    Attributes:
        kinds: Of the items that it is about; a change is judged by what the source has.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    description: ClassVar[str]
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]]
    kinds: ClassVar[frozenset[ItemKind]]

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return what is wrong with the items of these kinds."""
        comparison = compare(pair)
        for change in comparison.changes:
            if change.lost.kind in self.kinds:
                yield self._changed(pair, change, comparison)
        for item in comparison.lost:
            if item.kind in self.kinds:
                yield finding_in(
                    self,
                    pair,
                    Side.SOURCE,
                    (item.start, item.end),
                    words("{piece} is missing in the translation.", piece=item.text),
                    fix=self.restore(pair, item),
                    severity=self.severity_of_loss(pair, item),
                )
        for item in comparison.added:
            if item.kind in self.kinds:
                yield finding_in(
                    self,
                    pair,
                    Side.TARGET,
                    (item.start, item.end),
                    words("{piece} is not in the source.", piece=item.text),
                    severity=self.severity_of_addition(pair, item),
                )

    def restore(self, pair: Pair, item: Item) -> str | None:
        """Return the translation with a lost item, where it is certain how that must be; None elsewhere."""
        return None

    def severity_of_loss(self, pair: Pair, item: Item) -> Severity:
        """Return how bad it is that an item is missing."""
        return self.severity

    def severity_of_addition(self, pair: Pair, item: Item) -> Severity:
        """Return how bad it is that an item is there which the source has not."""
        return self.severity

    def _changed(self, pair: Pair, change: Change, comparison: Comparison) -> Finding:
        span = change.added.start, change.added.end
        message = words("{piece} is {other} in the translation.", piece=change.lost.text, other=change.added.text)
        fix = rewritten(pair, change, comparison) if change.is_certain else None
        return finding_in(self, pair, Side.TARGET, span, message, fix=fix)
