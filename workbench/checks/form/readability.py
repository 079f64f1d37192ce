"""A translation that is much harder to read than its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.languages import primary, writes_without_spaces
from workbench.readability.counts import count_sentences
from workbench.readability.difficulty import Level, assess
from workbench.wording import words

# Of NTREX-128's 35,946 sentences none with less than 163 characters is very hard where words are parted, none with less
# than 79 where they are not.
_LEAST_CHARACTERS = 120
_LEAST_UNSPACED = 60


class Readability:
    """A plain sentence became a very hard one."""

    id: ClassVar[str] = "readability"
    name: ClassVar[str] = "Readability"
    description: ClassVar[str] = (
        "The source is plain and the translation very hard to read, each beside news sentences of its own language. "
        "One level harder passes."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The town needs more money for its schools.",
        "La municipalidad, cuya infraestructura educativa manifiesta insuficiencias presupuestarias estructurales, "
        "requiere ineludiblemente, como reiteradamente han manifestado quienes representan institucionalmente al "
        "profesorado, incrementos sustanciales de financiación destinados a establecimientos escolares.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation."""
        is_unspaced = writes_without_spaces(pair.target_language)
        if len(pair.target) < (_LEAST_UNSPACED if is_unspaced else _LEAST_CHARACTERS):
            return
        if _level(pair.target, pair.target_language) is not Level.VERY_HARD:
            return
        if _level(pair.source, pair.source_language) is Level.PLAIN:
            message = words("This is very hard to read, and its source is plain.")
            yield finding_in(self, pair, Side.TARGET, None, message)


def _level(text: str, language: str) -> Level:
    (counts,) = count_sentences((text,), language)
    return assess(counts, primary(language)).level
