"""A finding: one thing that a check has to say of a translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters, the worst first."""

    BLOCKING = "blocking"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    Attributes:
        severity: Blocking when the translation must not be published like this.
        id: Stable name of what was found, such as "changed_item".
        message: For an editor, a sentence.
        position: Of the sentence, from 1; None for the whole text.
        piece: The words that it is about, as they stand in the source or the translation; "" for all of it.
    """

    severity: Severity
    id: str
    message: str
    position: int | None = None
    piece: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the finding as `--json` prints it."""
        return asdict(self) | {"severity": self.severity.value}


def count_blocking(findings: Iterable[Finding]) -> int:
    """Return how many of the findings are blocking."""
    return sum(finding.severity is Severity.BLOCKING for finding in findings)


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sentence by sentence, the worst of each first, those on the whole text at the end."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return tuple(
        sorted(findings, key=lambda each: (each.position is None, each.position or 0, ranks[each.severity])),
    )
