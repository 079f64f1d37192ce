"""The review desk: an article and its translation side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.extensions import db
from workbench.services.measuring import compare_sides, measure, profile_paragraphs, reading_seconds
from workbench.services.rows import measured_targets, read_rows
from workbench.services.summaries import last_jobs, summarise
from workbench.services.translations import find_translation
from workbench.services.views import Desk, DeskHead, ModelNote, Paragraph, ProfileLine, Progress, Row
from workbench.tables import Block, Segment
from workbench.translation.pivots import pivot_language

if TYPE_CHECKING:
    from workbench.readability.profile import ProfilePoint
    from workbench.readability.report import Report

_STARTER = "starter"


def view_desk_head(article_id: int, language: str) -> DeskHead:
    """Return what the top of the desk's page says, soon: the page is on its way while `view_desk` reads the sentences.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    job = last_jobs([translation.id]).get(translation.id)
    return DeskHead(is_running=job is not None and job.is_active, model=_model_note(translation.packages))


def view_desk(article_id: int, language: str) -> Desk:
    """Return everything the review desk of a translation shows, in a fixed number of queries.

    Raises:
        NotFound: There is no such translation.
    """
    article, translation = find_translation(article_id, language)
    summary = summarise([article])[0]
    found = next(entry for entry in summary.translations if entry.language == translation.language)
    rows = read_rows(translation.id)
    paragraphs = _paragraphs(article_id, rows)
    source = measure([row.source for row in rows], article.source_language)
    target = _target_report(rows, found.progress, translation.language)
    return Desk(
        article=summary,
        translation_id=translation.id,
        language=translation.language,
        paragraphs=paragraphs,
        progress=found.progress,
        job=found.job,
        change=translation.change,
        source_report=source,
        target_report=target,
        source_seconds=reading_seconds(source),
        target_seconds=reading_seconds(target) if target is not None else None,
        drift=compare_sides(source, target) if target is not None else None,
        profile=_profile(paragraphs, source.language, translation.language if target is not None else None),
        model=_model_note(translation.packages),
        version=article.version,
        is_measured=found.is_measured and article.measured_version == article.version,
    )


def _target_report(rows: tuple[Row, ...], progress: Progress, language: str) -> Report | None:
    """Measure the translation once it is whole: half of one would be compared with all of its source."""
    if progress.pending or not rows:
        return None
    return measure(measured_targets(rows, language), language)


def _profile(paragraphs: tuple[Paragraph, ...], source: str, target: str | None) -> tuple[ProfileLine, ...]:
    """Return how hard each paragraph with sentences is, in reading order; `target` is None while some are missing."""
    filled = [paragraph.rows for paragraph in paragraphs if paragraph.rows]
    sources = profile_paragraphs([[row.source for row in rows] for rows in filled], source)
    targets: dict[int, ProfilePoint] = {}
    if target is not None:
        targets = profile_paragraphs([measured_targets(rows, target) for rows in filled], target)
    return tuple(
        ProfileLine(number, rows[0].position, sources.get(number), targets.get(number))
        for number, rows in enumerate(filled, 1)
        if number in sources or number in targets
    )


def _paragraphs(article_id: int, rows: tuple[Row, ...]) -> tuple[Paragraph, ...]:
    by_position = {row.position: row for row in rows}
    positions: dict[int, list[int]] = defaultdict(list)
    for block_id, position in db.session.execute(
        select(Segment.block_id, Segment.position).where(Segment.article_id == article_id).order_by(Segment.position)
    ):
        positions[block_id].append(position)
    blocks = db.session.execute(
        select(Block.id, Block.position, Block.kind, Block.text, Block.repeats_id)
        .where(Block.article_id == article_id)
        .order_by(Block.position)
    )
    return tuple(
        Paragraph(
            position=block.position,
            kind=block.kind,
            text=block.text,
            repeats=positions[block.repeats_id][0] if positions.get(block.repeats_id) else None,
            rows=tuple(by_position[position] for position in positions[block.id]),
        )
        for block in blocks
    )


def _model_note(packages: str) -> ModelNote | None:
    """Describe the packages by their ids, "en-es 0.1 (starter)", as the job wrote them down."""
    if not packages:
        return None
    ids = packages.split("|")
    return ModelNote(
        name=" + ".join(ids),
        is_starter=any(_STARTER in package for package in ids),
        pivot=pivot_language(ids),
    )
