"""Spanish questions and exclamations that nothing opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import difference, mended, visible
from workbench.languages import primary
from workbench.wording import words
from workbench.writing.spanish import fit_inverted_marks


class InvertedMarks:
    """A missing ¿ or ¡."""

    id: ClassVar[str] = "inverted_marks"
    name: ClassVar[str] = "¿ and ¡"
    description: ClassVar[str] = (
        "A Spanish question or exclamation without `¿` or `¡` at its start, where the source asks or exclaims too. "
        "Names such as “Yahoo!” pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Who are you?", "Quién eres?", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all marks that are missing."""
        if primary(pair.target_language) != "es" or not ("?" in pair.target or "!" in pair.target):
            return
        target = visible(pair.target).text
        text = fit_inverted_marks(visible(pair.source).text, target)
        if text != target:
            edit = difference(target, text)
            mark = "¿" if "¿" in edit[2] else "¡"
            yield mended(self, pair, [edit], words("“{mark}” is missing.", mark=mark))
