"""Commas and question marks of the Latin script in one that has its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.wording import words
from workbench.writing.spacing import foreign_marks


class NativeMarks:
    """Marks of the Latin script behind letters of another."""

    id: ClassVar[str] = "native_marks"
    name: ClassVar[str] = "Marks of the script"
    description: ClassVar[str] = (
        "A comma, full stop, colon or question mark of the Latin script behind a letter of one that has its own: "
        "`，。？` in Chinese and Japanese, `،؛؟` in Arabic, Persian and Urdu, the Greek question mark `;`. Numbers and "
        "names in Latin letters pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("How are you?", "你好吗?", "en", "zh")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all such marks."""
        edits = foreign_marks(visible(pair.target).text, pair.target_language)
        if edits:
            own = edits[0][2]
            yield mended(self, pair, edits, words("This language writes “{mark}” here.", mark=own))
