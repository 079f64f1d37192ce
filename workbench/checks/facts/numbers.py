"""Numbers in digits: lost, made up, or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.facts.comparison import compare
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.facts.rewriting import number_for
from workbench.checks.findings import Finding, Severity, Side
from workbench.items import Item, ItemKind, find_items
from workbench.items.numbers import in_ascii, readings
from workbench.wording import words

_SMALL = 12
_MARKED = regex.compile(r"\p{Nd}{1,3}[.,]\p{Nd}{3}")


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

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return what is wrong with numbers, and those that mean something else as they are written."""
        return chain(super().find(pair), self._misread(pair))

    def _misread(self, pair: Pair) -> Iterator[Finding]:
        """Yield numbers that the translation copied with marks that mean something else there: 16,000 in German."""
        marked = [item for item in find_items(pair.target) if _MARKED.fullmatch(item.text)]
        copied = {item.text for item in find_items(pair.source)} if marked else set()
        for item in marked:
            if item.kind is not ItemKind.NUMBER or item.text not in copied:
                continue
            wanted = readings(item.text, pair.source_language)
            if wanted.isdisjoint(readings(item.text, pair.target_language)):
                number = number_for(item.text, pair.source_language, pair.target_language)
                if number == item.text:  # it is how the language writes it, whatever else that may mean there
                    continue
                fixed = pair.target[: item.start] + number + pair.target[item.end :]
                # Behind another number and a space its groups would be read as a telephone number's.
                is_better = _amiss(replace(pair, target=fixed)) <= _amiss(pair)
                message = words("{piece} means another number in this language.", piece=item.text)
                yield finding_in(
                    self, pair, Side.TARGET, (item.start, item.end), message, fix=fixed if is_better else None
                )

    def severity_of_loss(self, pair: Pair, item: Item) -> Severity:
        """Return a warning where people leave numbers out on purpose."""
        return _severity(pair.source, item)

    def severity_of_addition(self, pair: Pair, item: Item) -> Severity:
        """Return a warning where people put numbers in on purpose."""
        return _severity(pair.target, item)


def _amiss(pair: Pair) -> int:
    comparison = compare(pair)
    return len(comparison.changes) + len(comparison.lost) + len(comparison.added)


def _severity(text: str, item: Item) -> Severity:
    digits = in_ascii(item.text).strip("s")
    is_small = digits.isdigit() and len(digits) <= 2 and int(digits) <= _SMALL
    is_decade = item.text.endswith("s")
    before = text[max(0, item.start - 1) : item.start]
    is_bracketed = before in ("(", "[", "（")
    return Severity.WARNING if is_small or is_decade or is_bracketed else Severity.BLOCKING
