"""A finding that somebody has dismissed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.checks.findings import Finding


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A finding on a sentence that is not told any more while its text stays as it is.

    Attributes:
        finding: What a check still finds.
        reason: Why it does not count, in somebody's words; "" for none given.
        reviewer: Who dismissed it, or "" when there is no such reviewer any more.
        colour: Of the reviewer (CSS), or "".
        at: When, in UTC.
    """

    finding: Finding
    reason: str
    reviewer: str
    colour: str
    at: datetime

    def to_json(self) -> dict[str, Any]:
        """Return it as `--json` prints it: the finding, and who dismissed it when and why."""
        why = {"reason": self.reason, "reviewer": self.reviewer, "dismissed_at": self.at.isoformat()}
        return self.finding.to_json() | why
