"""Quotation marks of another language's style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import difference, mended, visible
from workbench.wording import words
from workbench.writing.quote_marks import marks_of
from workbench.writing.quotes import fit_quotes, has_other_style, has_quotes


class QuoteStyle:
    """Pairs of quotation marks that the language writes otherwise."""

    id: ClassVar[str] = "quote_style"
    name: ClassVar[str] = "Quotation marks"
    description: ClassVar[str] = (
        "Pairs of quotation marks that are not those of the target language: straight ones, or another language's. A "
        "style that the language's press uses as well passes (“ ” in Spanish and Italian, » « in German)."
    )
    severity: ClassVar[Severity] = Severity.HINT
    example: ClassVar[tuple[str, str, str, str]] = ('"I know," he said.', '"Ich weiß", sagte er.', "en", "de")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all pairs."""
        target = visible(pair.target).text
        marks = marks_of(pair.target_language)
        if marks is None or not has_quotes(target) or not has_other_style(target, pair.target_language):
            return
        text = fit_quotes(target, marks)
        if text != target:
            message = words("This language writes {opening}…{closing}.", opening=marks.outer[0], closing=marks.outer[1])
            yield mended(self, pair, [difference(target, text)], message)
