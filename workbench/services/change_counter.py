"""Counting the writes to a translation, so that a poll can ask what is new."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, update

from workbench.extensions import db
from workbench.review import Step
from workbench.services.workflow_log import reopen_edited
from workbench.tables import Translation

# Built once: putting a statement together takes longer than running it.
_COUNT = (
    update(Translation)
    .where(Translation.id == bindparam("translation"))
    .values(change=Translation.change + 1, updated_at=bindparam("moment", type_=Translation.updated_at.type))
    .returning(Translation.change, Translation.state)
)


def count_change(translation_id: int, moment: datetime, *, is_edit: bool = True, reviewer_id: int | None = None) -> int:
    """Inside a transaction: count one more write to a translation, and return the new count.

    Args:
        translation_id: Which.
        moment: When, in UTC.
        is_edit: Whether a text changes with it: that takes an approved translation back to its reviewers.
        reviewer_id: Who writes, for the log; None for nobody in particular.
    """
    values = {"translation": translation_id, "moment": moment}
    change, state = db.session.execute(_COUNT, values).one()
    if is_edit:
        reopen_edited(translation_id, state, moment, Step.EDIT, reviewer_id=reviewer_id)
    return int(change)
