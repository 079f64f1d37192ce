"""The columns that rows of a desk are made of, in one statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.tables import Reviewer, Segment, TranslatedSegment, Translation

_MOST_NAMED = 500
"""A statement that names more rows than these reads all, which is as quick, and has no limit."""


def select_rows(translation_id: int, positions: Collection[int] | None = None) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the segments of a translation in reading order, as the database has them.

    Args:
        translation_id: Whose segments.
        positions: Only those at these positions in the article.
    """
    if positions is None or len(positions) > _MOST_NAMED:
        found = db.session.execute(_ALL, {"translation": translation_id}).all()
        if positions is None:
            return found
        wanted = frozenset(positions)
        return [row for row in found if row.position in wanted]
    return db.session.execute(_NAMED, {"translation": translation_id, "positions": list(positions)}).all()


def _select() -> Select[*tuple[Any, ...]]:
    leader, leading = aliased(TranslatedSegment), aliased(Segment)
    head, heading = aliased(TranslatedSegment), aliased(Segment)
    # Columns, not entities: a thousand rows as objects would cost more than everything else on the page.
    query: Select[*tuple[Any, ...]] = (
        select(
            Segment.position,
            Segment.text.label("source"),
            TranslatedSegment.text.label("target"),
            TranslatedSegment.machine_text.label("machine"),
            func.coalesce(head.state, TranslatedSegment.state, type_=TranslatedSegment.state.type).label("state"),
            TranslatedSegment.origin,
            TranslatedSegment.score,
            TranslatedSegment.faults,
            TranslatedSegment.match,
            TranslatedSegment.pivot_text.label("pivot"),
            TranslatedSegment.version,
            leading.position.label("follows"),
            Reviewer.id.label("reviewer_id"),
            Reviewer.name.label("reviewer"),
            TranslatedSegment.updated_at,
            Segment.id.label("segment_id"),
            TranslatedSegment.former_source,
            TranslatedSegment.former_text,
            TranslatedSegment.id.label("translated_id"),
            heading.position.label("merged_into"),
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .outerjoin(leader, leader.id == TranslatedSegment.follows_id)
        .outerjoin(leading, leading.id == leader.segment_id)
        .outerjoin(head, head.id == TranslatedSegment.merged_into_id)
        .outerjoin(heading, heading.id == head.segment_id)
        .outerjoin(Reviewer, Reviewer.id == TranslatedSegment.reviewer_id)
        .where(TranslatedSegment.translation_id == bindparam("translation"))
        .order_by(Segment.position)
    )
    return query


# Built once: putting a statement together takes longer than running it.
_ALL = _select()
_ARTICLE = select(Translation.article_id).where(Translation.id == bindparam("translation")).scalar_subquery()
_NAMED = _ALL.where(  # with the article, its index finds the few rows
    Segment.article_id == _ARTICLE, Segment.position.in_(bindparam("positions", expanding=True))
)
