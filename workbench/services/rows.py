"""Reading the segments of a translation, in a fixed number of queries for any number of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workbench.extensions import workbench
from workbench.memory.term_notes import note_terms
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.comment_counts import count_open_comments
from workbench.services.judging import judge_rows
from workbench.services.measuring import assess_sentences
from workbench.services.merged import join_sentences, spread_texts
from workbench.services.row_columns import select_rows
from workbench.services.seen import sentence_key
from workbench.services.tallies import Standing, read_standing
from workbench.services.views import Row
from workbench.services.written import Basis, read_basis
from workbench.translation.confidence import Confidence, Scale, confidence_of, read_scales, scale_of
from workbench.translation.faults import Fault, read_faults
from workbench.translation.pivots import pivot_language


def read_rows(translation_id: int, *, positions: Collection[int] | None = None) -> tuple[Row, ...]:
    """Return segments of a translation in reading order.

    Args:
        translation_id: Whose segments.
        positions: Only those at these positions in the article.
    """
    basis = read_basis(translation_id)
    if basis is None:  # removed for good since its page was asked for
        return ()
    return rows_of(basis, read_standing(basis.written), positions)


def rows_of(basis: Basis, standing: Standing, positions: Collection[int] | None = None) -> tuple[Row, ...]:
    """Return segments of a translation in reading order.

    Args:
        basis: The translation, read in the present transaction.
        standing: What is known of it, read in the same; it may know of a later write than the rows.
        positions: Only those at these positions in the article.
    """
    written, packages, glossary = basis.written, basis.packages, basis.glossary
    source_language, target_language = written.source, written.target
    between = pivot_language(packages)
    scales = _scales(packages)
    found_rows = select_rows(written.translation_id, positions)
    if not found_rows:
        return ()
    groups = standing.groups
    open_comments = count_open_comments(written.translation_id)
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
        standing.across,
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
