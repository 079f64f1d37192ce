"""Reading the segments of a translation, in two queries for any number of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.services.glossary_lists import glossary_of_translation, note_terms
from workbench.services.seen import sentence_key
from workbench.services.views import Row
from workbench.tables import Reviewer, Segment, TranslatedSegment
from workbench.translation.faults import read_faults


def read_rows(
    translation_id: int, *, since: int | None = None, positions: Sequence[int] | None = None
) -> tuple[Row, ...]:
    """Return segments of a translation in reading order.

    Args:
        translation_id: Whose segments.
        since: Only those written after the translation's counter stood here.
        positions: Only those at these positions in the article.
    """
    glossary = glossary_of_translation(translation_id)
    leader, leading = aliased(TranslatedSegment), aliased(Segment)
    # Columns, not entities: a thousand rows as objects would cost more than everything else on the page.
    query = (
        select(
            Segment.position,
            Segment.text,
            TranslatedSegment.text,
            TranslatedSegment.machine_text,
            TranslatedSegment.state,
            TranslatedSegment.origin,
            TranslatedSegment.score,
            TranslatedSegment.faults,
            TranslatedSegment.match,
            TranslatedSegment.pivot_text,
            TranslatedSegment.version,
            leading.position,
            Reviewer.id,
            Reviewer.name,
            TranslatedSegment.updated_at,
            Segment.id,
            TranslatedSegment.former_source,
            TranslatedSegment.former_text,
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .outerjoin(leader, leader.id == TranslatedSegment.follows_id)
        .outerjoin(leading, leading.id == leader.segment_id)
        .outerjoin(Reviewer, Reviewer.id == TranslatedSegment.reviewer_id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    if since is not None:
        query = query.where(TranslatedSegment.change > since)
    if positions is not None:
        query = query.where(Segment.position.in_(positions))
    return tuple(
        Row(
            position=position,
            source=source,
            target=text,
            machine=machine,
            state=state,
            origin=origin,
            score=score,
            faults=read_faults(faults),
            match=match,
            pivot=pivot,
            version=version,
            follows=follows,
            reviewer="" if reviewer_id is None else name or f"Reviewer {reviewer_id}",
            updated_at=updated_at,
            key=sentence_key(segment_id, source),
            former_source=former_source,
            former_text=former_text,
            terms=note_terms(glossary, source, text),
        )
        for (
            position,
            source,
            text,
            machine,
            state,
            origin,
            score,
            faults,
            match,
            pivot,
            version,
            follows,
            reviewer_id,
            name,
            updated_at,
            segment_id,
            former_source,
            former_text,
        ) in db.session.execute(query)
    )
