"""The log of a translation: writing what happened to it as a whole, and reading that again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.review import Step, TranslationState, state_after_edit
from workbench.services.views.workflow import LogEntry
from workbench.tables import Reviewer, Translation, WorkflowEntry

_Assignee = aliased(Reviewer)


# Built once: putting a statement together takes longer than running it.
_LOG = (
    select(WorkflowEntry, Reviewer, _Assignee)
    .outerjoin(Reviewer, Reviewer.id == WorkflowEntry.reviewer_id)
    .outerjoin(_Assignee, _Assignee.id == WorkflowEntry.assignee_id)
    .where(WorkflowEntry.translation_id == bindparam("translation"))
    .order_by(WorkflowEntry.id.desc())
)
_LAST_MOVE = _LOG.where(WorkflowEntry.step != Step.ASSIGN).limit(1)  # nothing is moved by that


def note_step(
    translation_id: int,
    moment: datetime,
    step: Step,
    state: TranslationState,
    *,
    reviewer_id: int | None,
    assignee_id: int | None = None,
    reason: str = "",
    blocking: int = 0,
) -> None:
    """Inside a transaction: put a translation into a state, and say in its log how it came there.

    Args:
        translation_id: Which.
        moment: When, in UTC.
        step: What happened.
        state: Where the translation is after it.
        reviewer_id: Who did it; None for what came by itself.
        assignee_id: Whom it is assigned to, for an assignment.
        reason: Why it was approved in spite of blocking checks.
        blocking: How many those were.
    """
    db.session.execute(update(Translation).where(Translation.id == translation_id).values(state=state))
    db.session.add(
        WorkflowEntry(
            translation_id=translation_id,
            at=moment,
            step=step,
            state=state,
            reviewer_id=reviewer_id,
            assignee_id=assignee_id,
            reason=reason,
            blocking=blocking,
        )
    )
    db.session.flush()


def reopen_edited(
    translation_id: int, state: TranslationState, moment: datetime, step: Step, *, reviewer_id: int | None
) -> None:
    """Inside a transaction: after a change of its texts, take an approved translation back to review."""
    after = state_after_edit(state)
    if after is not state:
        note_step(translation_id, moment, step, after, reviewer_id=reviewer_id)


def view_log(translation_id: int) -> tuple[LogEntry, ...]:
    """Return everything that happened to a translation as a whole, the newest first."""
    return tuple(_view(*row) for row in db.session.execute(_LOG, {"translation": translation_id}).all())


def last_move(translation_id: int) -> LogEntry | None:
    """Return how the translation came into its state; None for one that was never moved."""
    row = db.session.execute(_LAST_MOVE, {"translation": translation_id}).first()
    return _view(*row) if row else None


def _view(entry: WorkflowEntry, reviewer: Reviewer | None, assignee: Reviewer | None) -> LogEntry:
    return LogEntry(
        at=entry.at,
        step=entry.step,
        state=entry.state,
        reviewer=reviewer.shown_name if reviewer else "",
        assignee=assignee.shown_name if assignee else "",
        reason=entry.reason,
        blocking=entry.blocking,
    )
