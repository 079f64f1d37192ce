"""Spanish questions and exclamations that nothing opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import difference, mended, visible
from workbench.languages import primary
from workbench.wording import words
from workbench.writing.spanish import fit_inverted_marks

_END = re.compile("[?!]")


class InvertedMarks:
    """A missing ¿ or ¡."""

    id: ClassVar[str] = "inverted_marks"
    name: ClassVar[str] = "¿ and ¡"
    description: ClassVar[str] = (
        "A Spanish question or exclamation without `¿` or `¡` at its start, or with a space behind it, where the "
        "source asks or exclaims too. Names such as “Yahoo!” pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Who are you?", "Quién eres?", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all marks that are missing."""
        if primary(pair.target_language) != "es" or not ("?" in pair.target or "!" in pair.target):
            return
        target = visible(pair.target).text
        text = fit_inverted_marks(visible(pair.source).text, target)
        if text == target:
            return
        edit = difference(target, text)
        missing = [mark for mark in "¿¡" if text.count(mark) > target.count(mark)]
        if not missing:
            yield mended(self, pair, [edit], words("There is a space behind an opening mark."))
            return
        message = words("“{mark}” is missing.", mark=missing[0])
        if _is_one_clause(text, edit[0]):
            yield mended(self, pair, [edit], message)
        else:
            end = _END.search(target, edit[0])
            place = visible(pair.target).offset(end.start() if end else edit[0])
            yield finding_in(self, pair, Side.TARGET, (place, place + 1), message)


def _is_one_clause(text: str, start: int) -> bool:
    """Say whether all that is asked stands between two marks: "Juan, ¿vienes?" is opened in its middle."""
    end = _END.search(text, start)
    return end is not None and not any(mark in text[start : end.start()] for mark in ",;:")
