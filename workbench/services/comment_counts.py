"""How many comments are open on each sentence of a translation."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.tables import Comment, TranslatedSegment


def count_open_comments(translation_id: int) -> dict[int, int]:
    """Return how many comments nobody has resolved, answers among them, by segment; in one query for all."""
    remark = aliased(Comment)
    rows = db.session.execute(
        select(TranslatedSegment.segment_id, func.count())
        .join(Comment, Comment.translated_segment_id == TranslatedSegment.id)
        .join(remark, remark.id == func.coalesce(Comment.parent_id, Comment.id))
        .where(
            TranslatedSegment.translation_id == translation_id,
            Comment.deleted_at.is_(None),
            remark.resolved_at.is_(None),
        )
        .group_by(TranslatedSegment.segment_id)
    )
    return {row[0]: row[1] for row in rows}
