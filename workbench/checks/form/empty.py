"""A translation of nothing but marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import visible
from workbench.wording import words
from workbench.writing.scripts import amount

# One letter for a whole sentence is nothing too.
_NOTHING = 0.04
# No letter says more than three Latin ones: with so many, there is no need to weigh them.
_SURELY_SOMETHING = 0.13


class Empty:
    """The sentence has letters or digits, and the translation next to none."""

    id: ClassVar[str] = "empty"
    name: ClassVar[str] = "Empty"
    description: ClassVar[str] = (
        "The sentence has letters or digits and its translation next to none: only marks, tags or spaces. A source "
        "without letters passes."
    )
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]] = ("The council met on Tuesday.", "…", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation where it says next to nothing."""
        target = visible(pair.target).text
        enough = int(_SURELY_SOMETHING * len(pair.source)) + 1
        if sum(map(str.isalnum, target[: 2 * enough])) >= enough:
            return
        said = amount(visible(pair.source).text)
        if said and amount(target) <= _NOTHING * said:
            yield finding_in(self, pair, Side.TARGET, None, words("There is next to no translation."))
