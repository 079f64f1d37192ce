"""Findings that somebody has dismissed: for one text only, with who and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import bindparam, select

from workbench.checks.findings import Finding
from workbench.extensions import db
from workbench.segments.versions import plain
from workbench.services.views.dismissed import Dismissed
from workbench.tables import DismissedFinding, Reviewer

# Built once: putting a statement together takes longer than running it.
_DISMISSED = (
    select(
        DismissedFinding.digest,
        DismissedFinding.check_id,
        DismissedFinding.piece,
        DismissedFinding.reason,
        DismissedFinding.at,
        Reviewer.id,
        Reviewer.name,
        Reviewer.colour,
    )
    .outerjoin(Reviewer, Reviewer.id == DismissedFinding.reviewer_id)
    .where(DismissedFinding.translation_id == bindparam("translation"))
    .order_by(DismissedFinding.id)
)


def digest_of(source: str, target: str) -> str:
    """Return what stands for a sentence and its translation: another text of either has another digest.

    White space in the source does not count, as it does not when an update looks for the same sentence.
    """
    return _digest(plain(source), target)


def finding_key(finding: Finding) -> str:
    """Return what names a finding in its sentence: findings of one check on the same piece are one."""
    return _digest(finding.id, finding.piece)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """That a finding was dismissed: why, by whom, when."""

    reason: str
    reviewer: str
    colour: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Dismissals:
    """What was dismissed in a translation, by the digest of the text, and by check and piece."""

    by_text: dict[str, dict[tuple[str, str], Dismissal]]

    def __bool__(self) -> bool:
        return bool(self.by_text)

    def divide(
        self, findings: Sequence[Finding], source: str, target: str
    ) -> tuple[tuple[Finding, ...], tuple[Dismissed, ...]]:
        """Return the findings on a sentence that are open, and those that were dismissed for this text."""
        known = self.by_text.get(digest_of(source, target), {})
        is_open, dismissed = [], []
        for finding in findings:
            why = known.get((finding.id, finding.piece))
            if why is None:
                is_open.append(finding)
            else:
                dismissed.append(Dismissed(finding, why.reason, why.reviewer, why.colour, why.at))
        return tuple(is_open), tuple(dismissed)


def read_dismissals(translation_id: int) -> Dismissals:
    """Return everything that was dismissed in a translation, in one query.

    A sentence that says the same and is translated the same elsewhere in the article is not to be judged again: the
    text counts, not the place.
    """
    rows = db.session.execute(_DISMISSED, {"translation": translation_id})
    found: dict[str, dict[tuple[str, str], Dismissal]] = {}
    for digest, check_id, piece, reason, at, reviewer_id, name, colour in rows:
        shown = "" if reviewer_id is None else name or f"Reviewer {reviewer_id}"
        found.setdefault(digest, {})[check_id, piece] = Dismissal(reason, shown, colour or "", at)
    return Dismissals(found)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=12).hexdigest()
