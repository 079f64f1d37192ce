"""A translation that goes round in circles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.wording import words
from workbench.writing.loops import find_loop


class Repetition:
    """The same words again and again, as models write them."""

    id: ClassVar[str] = "repetition"
    name: ClassVar[str] = "Repetition"
    description: ClassVar[str] = (
        "The same letters or words again and again. What the source repeats itself (“no, no, no”, “goooal”) passes, "
        "and marks and digits do not count."
    )
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The committee of the region met.",
        "El comité de la de la de la de la de la región se reunió.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the first of the repeated pieces."""
        loop = find_loop(pair.target, pair.source)
        if loop:
            start = pair.target.find(loop)  # a circle's words are in small letters, and may not be found
            span = (start, start + len(loop)) if start >= 0 else None
            yield finding_in(
                self, pair, Side.TARGET, span, words("“{piece}” is repeated again and again.", piece=loop.strip())
            )
