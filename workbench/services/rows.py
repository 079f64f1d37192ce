"""Reading the segments of a translation, in two queries for any number of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from workbench.extensions import db, workbench
from workbench.memory.term_notes import note_terms
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.glossary_lists import glossary_of_translation
from workbench.services.judging import Written, judge_rows
from workbench.services.measuring import assess_sentences
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
    translation = db.session.execute(
        select(
            Translation.packages,
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
    stored, change, version, source_language, target_language = translation
    written = Written(translation_id, change, version, source_language, target_language)
    packages = stored.split("|")
    between = pivot_language(packages)
    scales = _scales(packages)
    if since is not None:
        # With what was written comes what says the same elsewhere: its findings depend on it.
        said = select(Segment.text).join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        said = said.where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.change > since)
        query = query.where(or_(TranslatedSegment.change > since, Segment.text.in_(said)))
    if positions is not None:
        query = query.where(Segment.position.in_(positions))
    found_rows = db.session.execute(query).all()
    faults_of = [read_faults(row[7]) for row in found_rows]
    terms_of = [note_terms(glossary, row[1], row[2]) for row in found_rows]
    judged = judge_rows(
        written,
        [(*row[:3], row[4], faults, terms) for row, faults, terms in zip(found_rows, faults_of, terms_of, strict=True)],
    )
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
            faults=found,
            match=match,
            pivot=pivot,
            version=version,
            follows=follows,
            reviewer="" if reviewer_id is None else name or f"Reviewer {reviewer_id}",
            updated_at=updated_at,
            key=sentence_key(segment_id, source),
            former_source=former_source,
            former_text=former_text,
            terms=terms,
            confidence=_confidence(state, origin, score, found, scales[origin is Origin.PIVOT]),
            is_measured=scales[origin is Origin.PIVOT].is_measured,
            pivot_language=between if pivot else None,
            source_difficulty=source_difficulty,
            target_difficulty=target_difficulty if text else None,
            findings=said_of.findings,
            dismissed=said_of.dismissed,
        )
        for (
            position,
            source,
            text,
            machine,
            state,
            origin,
            score,
            _,
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
        ), source_difficulty, target_difficulty, found, terms, said_of in zip(
            found_rows, source_difficulties, target_difficulties, faults_of, terms_of, judged, strict=True
        )
    )


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
