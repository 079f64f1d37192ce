"""Reading the segments of a translation, in two queries for any number of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from workbench.extensions import db, workbench
from workbench.memory.term_notes import note_terms
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.comment_counts import count_open_comments
from workbench.services.glossary_lists import glossary_of_translation
from workbench.services.measuring import assess_sentences
from workbench.services.merged import join_sentences, read_groups, spread_texts
from workbench.services.seen import sentence_key
from workbench.services.views import Row
from workbench.tables import Article, Reviewer, Segment, TranslatedSegment, Translation
from workbench.translation.confidence import Confidence, Scale, confidence_of, read_scales, scale_of
from workbench.translation.faults import Fault, read_faults
from workbench.translation.pivots import pivot_language


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
    head, heading = aliased(TranslatedSegment), aliased(Segment)
    # Columns, not entities: a thousand rows as objects would cost more than everything else on the page.
    query = (
        select(
            Segment.position,
            Segment.text,
            TranslatedSegment.text,
            TranslatedSegment.machine_text,
            func.coalesce(head.state, TranslatedSegment.state, type_=TranslatedSegment.state.type),
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
            TranslatedSegment.id,
            heading.position,
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .outerjoin(leader, leader.id == TranslatedSegment.follows_id)
        .outerjoin(leading, leading.id == leader.segment_id)
        .outerjoin(head, head.id == TranslatedSegment.merged_into_id)
        .outerjoin(heading, heading.id == head.segment_id)
        .outerjoin(Reviewer, Reviewer.id == TranslatedSegment.reviewer_id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    translation = db.session.execute(
        select(Translation.packages, Article.source_language, Translation.language)
        .join(Article, Article.id == Translation.article_id)
        .where(Translation.id == translation_id)
    ).one_or_none()
    if translation is None:  # removed for good since its page was asked for
        return ()
    stored, source_language, target_language = translation
    packages = stored.split("|")
    between = pivot_language(packages)
    scales = _scales(packages)
    if since is not None:
        query = query.where(or_(TranslatedSegment.change > since, head.change > since))
    if positions is not None:
        query = query.where(Segment.position.in_(positions))
    found_rows = db.session.execute(query).all()
    groups = read_groups(translation_id)
    open_comments = count_open_comments(translation_id)
    source_difficulties = assess_sentences([row[1] for row in found_rows], source_language)
    target_difficulties = assess_sentences([row[2] for row in found_rows], target_language)
    return tuple(
        Row(
            position=position,
            source=source,
            target=text,
            machine=machine,
            state=state,
            origin=origin,
            score=score,
            faults=(found := read_faults(faults)),
            match=match,
            pivot=pivot,
            version=version,
            follows=follows,
            reviewer="" if reviewer_id is None else name or f"Reviewer {reviewer_id}",
            updated_at=updated_at,
            key=sentence_key(segment_id, source),
            former_source=former_source,
            former_text=former_text,
            terms=note_terms(glossary, whole, text) if merged_into is None else (),
            merged_into=merged_into,
            members=tuple(place for place, _ in together),
            whole_source=whole,
            confidence=_confidence(state, origin, score, found, scales[origin is Origin.PIVOT]),
            is_measured=scales[origin is Origin.PIVOT].is_measured,
            pivot_language=between if pivot else None,
            source_difficulty=source_difficulty,
            target_difficulty=target_difficulty if text else None,
            open_comments=open_comments.get(segment_id, 0),
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
            translated_id,
            merged_into,
        ), source_difficulty, target_difficulty in zip(
            found_rows, source_difficulties, target_difficulties, strict=True
        )
        for together in (groups.get(translated_id, ()),)
        for whole in (
            join_sentences([source, *(text for _, text in together)], source_language) if together else source,
        )
    )


def measured_targets(rows: Sequence[Row], language: str) -> list[str]:
    """Return one text a row for counting; a text that stands for several rows is dealt out over them."""
    return spread_texts([(row.target, row.merged_into is not None) for row in rows], language)


def _scales(packages: Sequence[str]) -> dict[bool, Scale]:
    """Return the scales of the packages that made a translation: of all, and (true) of the last one alone.

    The last one alone made what came of a corrected text in between.
    """
    measured = read_scales(workbench().settings.data_dir)
    return {False: scale_of(packages, measured), True: scale_of(packages[-1:], measured)}


def _confidence(
    state: SegmentState, origin: Origin, score: float | None, faults: Sequence[Fault], scale: Scale
) -> Confidence | None:
    """Return the band of a text that stands as a model made it; a person's, and the memory's, has none."""
    if state in REVIEWED or origin is Origin.MEMORY or score is None:
        return None
    return confidence_of(score, faults, scale)
