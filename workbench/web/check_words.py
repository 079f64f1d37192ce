"""What the desk says of findings: severities, short notes for a row, counts at the head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext

from workbench.checks.findings import Finding, Severity
from workbench.services.views import Row
from workbench.translation.fault_words import fault_note
from workbench.translation.faults import Fault, FaultKind
from workbench.web.interface import said

_ = lazy_gettext

_SEVERITIES = {
    Severity.BLOCKING: _("Blocking"),
    Severity.WARNING: _("Warning"),
    Severity.HINT: _("Hint"),
}
_FAULTS = frozenset(kind.value for kind in FaultKind)
_LONGEST_NOTE = 80
_MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What a row says of findings that say the same: how bad, in a few words, and how many there are."""

    severity: Severity
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Problems:
    """How many sentences have something that blocks, and how many others a warning; where the first of each is.

    Attributes:
        blocking: Sentences whose worst finding is blocking.
        warnings: Sentences whose worst finding is a warning.
        first_blocking: Position of the first of them; None without any.
        first_warning: The same for warnings.
    """

    blocking: int
    warnings: int
    first_blocking: int | None
    first_warning: int | None


def severity_word(severity: Severity) -> LazyString:
    """Return "Blocking", "Warning" or "Hint"."""
    return _SEVERITIES[severity]


def finding_note(finding: Finding) -> str:
    """Return a finding in a few words, for its row."""
    if finding.id in _FAULTS:
        return said(fault_note(Fault(FaultKind(finding.id), finding.piece)))
    message = said(finding.message)
    if len(message) <= _LONGEST_NOTE:
        return message.removesuffix(".")
    return message[: _LONGEST_NOTE - 1].rsplit(" ", 1)[0] + "…"


def row_notes(findings: Iterable[Finding]) -> tuple[tuple[Note, ...], int]:
    """Return what a row says of its findings, three notes at most, and how many more findings there are."""
    counts = Counter((finding.severity, finding_note(finding)) for finding in findings)
    notes = [Note(severity, note, count) for (severity, note), count in counts.items()]
    return tuple(notes[:_MOST_NOTES]), sum(note.count for note in notes[_MOST_NOTES:])


def count_problems(rows: Iterable[Row]) -> Problems:
    """Return what is open on a desk; a sentence that has both counts as blocking."""
    blocking, warnings = [], []
    for row in rows:
        problem = row.problem
        if problem is Severity.BLOCKING:
            blocking.append(row.position)
        elif problem is Severity.WARNING:
            warnings.append(row.position)
    return Problems(len(blocking), len(warnings), next(iter(blocking), None), next(iter(warnings), None))
