"""What the list of articles shows and sorts by: scores and verdicts, stored when they are measured.

They are measured when a job ends, when a desk shows newer ones than are stored, and by a worker that has nothing else
to do. Counting needs no transaction; only the few numbers are written in one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select, update

from workbench.errors import StorageProblem
from workbench.extensions import db
from workbench.review import SegmentState
from workbench.services.desk import view_desk
from workbench.services.measuring import compare_sides, measure, score_of
from workbench.services.merged import spread_texts
from workbench.services.transactions import writing
from workbench.services.views import Desk
from workbench.tables import Article, Job, Segment, TranslatedSegment, Translation
from workbench.tables.types import now

if TYPE_CHECKING:
    from workbench.readability.drift import Drift
    from workbench.readability.report import Report

log = logging.getLogger(__name__)

QUIET_SECONDS = 10
"""How long nobody must have written to a translation before a worker measures it: a desk that is open does so."""

_STALE = or_(Translation.measured_change.is_(None), Translation.measured_change != Translation.change)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of a translation when its counter of changes stood at `change`."""

    translation_id: int
    change: int
    target: Report | None
    drift: Drift | None


def refresh_desk(article_id: int, language: str) -> Desk:
    """Return the desk as `view_desk` does, and store what it found if that is newer than what is stored.

    Raises:
        NotFound: There is no such translation.
    """
    desk = view_desk(article_id, language)
    if desk.is_measured:
        return desk
    found = Measured(desk.translation_id, desk.change, desk.target_report, desk.drift)
    try:
        store(article_id, desk.version, desk.source_report, [found], wait=False)
    except StorageProblem as error:
        # The reader only looks: what is shown is right, and a worker stores it when the database can be written again.
        log.warning("The readability of article %s was not stored: %s", article_id, error)
    return desk


def next_stale_article(after: int = 0) -> int | None:
    """Return the id of the next article whose stored readability is out of date and that rests; None for none.

    Args:
        after: An id; only later ones are looked at, so that one that cannot be measured does not hold up the others.
    """
    rests = Translation.updated_at < now() - timedelta(seconds=QUIET_SECONDS)
    stale = exists().where(Translation.article_id == Article.id, _STALE, rests)
    unmeasured = or_(Article.measured_version.is_(None), Article.measured_version != Article.version)
    found = db.session.scalar(
        select(Article.id)
        .where(Article.deleted_at.is_(None), Article.id > after, or_(unmeasured, stale))
        .order_by(Article.id)
        .limit(1)
    )
    db.session.rollback()
    return found


def measure_article(article_id: int) -> None:
    """Measure an article and those of its translations that changed since they were measured, and store it.

    An article that is gone is no error: it may have been deleted meanwhile.
    """
    article = db.session.get(Article, article_id)
    if article is None:
        return
    version, language = article.version, article.source_language
    source = measure(
        db.session.scalars(
            select(Segment.text).where(Segment.article_id == article_id).order_by(Segment.position)
        ).all(),
        language,
    )
    stale = db.session.execute(
        select(Translation.id, Translation.language, Translation.change).where(
            Translation.article_id == article_id, _STALE
        )
    ).all()
    found = [_measure_translation(source, *row) for row in stale]
    db.session.rollback()
    store(article_id, version, source, found)


def measure_translated(job_id: int) -> None:
    """Measure the article of a job that has ended; what cannot be stored now, an idle worker stores later."""
    article_id = db.session.scalar(
        select(Translation.article_id).join(Job, Job.translation_id == Translation.id).where(Job.id == job_id)
    )
    if article_id is not None:
        try:
            measure_article(article_id)
        except StorageProblem as error:
            log.warning("The readability of article %s was not stored: %s", article_id, error)


def _measure_translation(source: Report, translation_id: int, language: str, change: int) -> Measured:
    rows = db.session.execute(
        select(TranslatedSegment.text, TranslatedSegment.state, TranslatedSegment.merged_into_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    ).all()
    if not rows or any(row.state is SegmentState.PENDING for row in rows):
        return Measured(translation_id, change, None, None)
    lines = [(row.text, row.merged_into_id is not None) for row in rows]
    target = measure(spread_texts(lines, language), language)
    return Measured(translation_id, change, target, compare_sides(source, target))


def store(article_id: int, version: int, source: Report, found: list[Measured], *, wait: bool = True) -> None:
    """Store what was measured, unless somebody wrote meanwhile: then it is out of date, and measured again later.

    Args:
        article_id: Whose.
        version: Of the article, when `source` was measured.
        source: The readability of its source.
        found: That of its translations.
        wait: Whether to wait while somebody else writes.

    Raises:
        StorageProblem: The database cannot be written, or not now.
    """
    with writing(wait=wait) as session:
        session.execute(
            update(Article)
            .where(Article.id == article_id, Article.version == version)
            .values(readability_score=score_of(source), measured_version=version)
        )
        for each in found:
            session.execute(
                update(Translation)
                .where(Translation.id == each.translation_id, Translation.change == each.change)
                .values(
                    verdict=str(each.drift.verdict) if each.drift is not None else None,
                    deviation=each.drift.deviation if each.drift is not None else None,
                    readability_score=score_of(each.target),
                    measured_change=each.change,
                )
            )
