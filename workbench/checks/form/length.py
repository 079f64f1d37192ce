"""A translation that is far too long or too short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.lengths import LengthVerdict, judge_length
from workbench.wording import words


class Length:
    """The length of a translation beside that of its source."""

    id: ClassVar[str] = "length"
    name: ClassVar[str] = "Length"
    description: ClassVar[str] = (
        "The translation is longer or shorter than 399 of 400 that people made of sentences this long in this pair of "
        "languages. Between languages without figures only gross differences are told."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The council voted on Tuesday to close three schools, but the decision must be confirmed by the region.",
        "El concejo votó el martes.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation."""
        if not any(map(str.isalnum, pair.target)):
            return  # told as empty
        match judge_length(pair.source, pair.target, pair.source_language, pair.target_language):
            case LengthVerdict.SHORT:
                message = words("This is very short for its source: is something missing?")
            case LengthVerdict.LONG:
                message = words("This is very long for its source: was something added?")
            case _:
                return
        yield finding_in(self, pair, Side.TARGET, None, message)
