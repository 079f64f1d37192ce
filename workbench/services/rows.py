"""Reading the segments of a translation, in two queries for any number of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import aliased

from workbench.extensions import db, workbench
from workbench.memory.term_notes import note_terms
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.comment_counts import count_open_comments
from workbench.services.glossary_lists import glossary_of_translation
from workbench.services.judging import Written, judge_rows
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
        since: Only those written after the translation's counter stood here, and those with the same source.
        positions: Only those at these positions in the article.
    """
    glossary = glossary_of_translation(translation_id)
    translation = db.session.execute(
        select(
            Translation.packages,
            Translation.created_at,
            Translation.change,
            Article.version,
            Article.source_language,
            Translation.language,
        )
        .join(Article, Article.id == Translation.article_id)
        .where(Translation.id == translation_id)
    ).one_or_none()
    if translation is None:  # removed for good since its page was asked for
        return ()
    stored, created_at, change, version, source_language, target_language = translation
    written = Written(translation_id, created_at, change, version, source_language, target_language)
    packages = stored.split("|")
    between = pivot_language(packages)
    scales = _scales(packages)
    found_rows = db.session.execute(_select_rows(translation_id, since, positions)).all()
    groups = read_groups(translation_id)
    open_comments = count_open_comments(translation_id)
    togethers = [groups.get(row.translated_id, ()) for row in found_rows]
    wholes = [
        join_sentences([row.source, *(text for _, text in together)], source_language) if together else row.source
        for row, together in zip(found_rows, togethers, strict=True)
    ]
    faults_of = [read_faults(row.faults) for row in found_rows]
    terms_of = [
        note_terms(glossary, whole, row.target) if row.merged_into is None else ()
        for row, whole in zip(found_rows, wholes, strict=True)
    ]
    judged = judge_rows(
        written,
        [
            (row.position, whole, row.target, row.state, faults, terms)
            for row, whole, faults, terms in zip(found_rows, wholes, faults_of, terms_of, strict=True)
        ],
    )
    source_difficulties = assess_sentences([row.source for row in found_rows], source_language)
    target_difficulties = assess_sentences([row.target for row in found_rows], target_language)
    return tuple(
        Row(
            position=row.position,
            source=row.source,
            target=row.target,
            machine=row.machine,
            state=row.state,
            origin=row.origin,
            score=row.score,
            faults=found,
            match=row.match,
            pivot=row.pivot,
            version=row.version,
            follows=row.follows,
            reviewer="" if row.reviewer_id is None else row.reviewer or f"Reviewer {row.reviewer_id}",
            updated_at=row.updated_at,
            key=sentence_key(row.segment_id, row.source),
            former_source=row.former_source,
            former_text=row.former_text,
            terms=terms,
            merged_into=row.merged_into,
            members=tuple(place for place, _ in together),
            whole_source=whole,
            confidence=_confidence(row.state, row.origin, row.score, found, scales[row.origin is Origin.PIVOT]),
            is_measured=scales[row.origin is Origin.PIVOT].is_measured,
            pivot_language=between if row.pivot else None,
            source_difficulty=source_difficulty,
            target_difficulty=target_difficulty if row.target else None,
            findings=said_of.findings,
            dismissed=said_of.dismissed,
            open_comments=open_comments.get(row.segment_id, 0),
        )
        for row, together, whole, found, terms, said_of, source_difficulty, target_difficulty in zip(
            found_rows,
            togethers,
            wholes,
            faults_of,
            terms_of,
            judged,
            source_difficulties,
            target_difficulties,
            strict=True,
        )
    )


def _select_rows(translation_id: int, since: int | None, positions: Sequence[int] | None) -> Select[*tuple[Any, ...]]:
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
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    if since is not None:
        # With what was written comes what says the same elsewhere: its findings depend on it.
        said = select(Segment.text).join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        said = said.where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.change > since)
        query = query.where(or_(TranslatedSegment.change > since, head.change > since, Segment.text.in_(said)))
    if positions is not None:
        query = query.where(Segment.position.in_(positions))
    return query


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
