"""Counting the writes to a translation, so that a poll can ask what is new."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from workbench.extensions import db
from workbench.tables import Translation


def count_change(translation_id: int, moment: datetime) -> int:
    """Inside a transaction: count one more write to a translation, and return the new count.

    Args:
        translation_id: Which.
        moment: When, in UTC.
    """
    db.session.execute(
        update(Translation)
        .where(Translation.id == translation_id)
        .values(change=Translation.change + 1, updated_at=moment)
    )
    return db.session.scalars(select(Translation.change).where(Translation.id == translation_id)).one()
