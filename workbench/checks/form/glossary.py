"""Terms of the glossary that a translation does not follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.memory.term_notes import TermNote
from workbench.wording import words


class GlossaryTerms:
    """A term is in the source, and what the glossary says for it is not in the translation."""

    id: ClassVar[str] = "glossary"
    name: ClassVar[str] = "Glossary"
    description: ClassVar[str] = (
        "A term of the glossary stands in the source, and the translation does not have what the glossary wants for it."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("The cat sleeps.", "El felino duerme.", "en", "es")
    example_terms: ClassVar[tuple[TermNote, ...]] = (TermNote("cat", "gato", False),)

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding for each term that is not followed, marked in the source."""
        done = 0
        for term in pair.terms:
            start = pair.source.find(term.source, done)
            if start < 0:  # terms may overlap
                start = pair.source.find(term.source)
            else:
                done = start
            if not term.is_followed:
                message = words("The glossary says “{wanted}” for “{piece}”.", wanted=term.wanted, piece=term.source)
                span = (start, start + len(term.source)) if start >= 0 else None
                yield finding_in(self, pair, Side.SOURCE, span, message)
