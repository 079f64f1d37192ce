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


class Side(StrEnum):
    """Which text a piece stands in."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    Attributes:
        severity: Blocking when the translation must not be published like this.
        id: Stable name of what was found, such as "changed_item": the id of its check, or of a model's fault.
        message: For an editor, a sentence; made with `wording.words`, so that it can be said in another language.
        position: Of the sentence, from 1; None for the whole text.
        piece: The words that it is about, as they stand in the source or the translation; "" for all of it.
        side: Which text `piece` stands in; None where there is none.
        start: Offset of the piece in that text; None where it is not known.
        fix: The whole target text with this mended, for one key; None where nothing but a person can mend it.
    """

    severity: Severity
    id: str
    message: str
    position: int | None = None
    piece: str = ""
    side: Side | None = None
    start: int | None = None
    fix: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the finding as `--json` prints it."""
        return asdict(self) | {"severity": self.severity.value, "side": self.side and self.side.value}


def count_blocking(findings: Iterable[Finding]) -> int:
    """Return how many of the findings are blocking."""
    return sum(finding.severity is Severity.BLOCKING for finding in findings)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the severity of the worst finding; None where there is none."""
    ranks = list(Severity)
    return min((finding.severity for finding in findings), key=ranks.index, default=None)


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sentence by sentence, the worst of each first, those on the whole text at the end."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return tuple(
        sorted(findings, key=lambda each: (each.position is None, each.position or 0, ranks[each.severity])),
    )
