"""The spaces that French writes before its high marks and inside its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.languages import primary
from workbench.wording import words
from workbench.writing.edits import Edit, edits_of
from workbench.writing.quote_marks import THIN_SPACE
from workbench.writing.spacing import FRENCH_MARK, french_space

_INSIDE = re.compile(r"(?<=«) ?(?=[^\s»])|(?<=[^\s«]) ?(?=»)")


class FrenchSpaces:
    """Spaces before ; : ! ? and inside « », and that no line breaks there."""

    id: ClassVar[str] = "french_spaces"
    name: ClassVar[str] = "French spaces"
    description: ClassVar[str] = (
        "In French, no space that keeps the line together before `; : ! ?` or inside `« »`; in Canadian French only "
        "the colon and the quotation marks have one. No-break spaces of both widths pass. An ordinary space is a hint."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Who are you?", "Qui êtes-vous?", "en", "fr")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all such spaces."""
        if primary(pair.target_language) != "fr":
            return
        target = visible(pair.target).text
        edits: list[Edit] = sorted(
            edits_of(FRENCH_MARK, target, lambda match: french_space(match, pair.target_language))
            + edits_of(_INSIDE, target, THIN_SPACE)
        )
        if not edits:
            return
        if pair.target_language == "fr-CA" and all(new == "" for _, _, new in edits):
            yield mended(self, pair, edits, words("There is a space before a mark."))
        elif any(start == end for start, end, _ in edits):
            yield mended(self, pair, edits, words("A no-break space is missing."))
        else:
            message = words("A line may break here: the space should be a no-break one.")
            yield mended(self, pair, edits, message, severity=Severity.HINT)
