"""A translation in the wrong script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.wording import words
from workbench.writing.foreign import is_in_wrong_script


class Script:
    """Most letters are of another script than the language's."""

    id: ClassVar[str] = "script"
    name: ClassVar[str] = "Script"
    description: ClassVar[str] = (
        "Most letters are of another script than the language is written in, or half a character stands in the text. "
        "Names, and words that stand in the source, pass."
    )
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The council met on Tuesday.",
        "sovet sobralsya vo vtornik",
        "en",
        "ru",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation."""
        if is_in_wrong_script(pair.source, pair.target, pair.target_language):
            message = words("This is not in the script of the language, or a character is broken.")
            yield finding_in(self, pair, Side.TARGET, None, message)
