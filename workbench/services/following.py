"""Following a translation: what was written since a page last asked, and by whom."""

from __future__ import annotations

from sqlalchemy import func, select

from workbench.extensions import db, workbench
from workbench.languages import canonical
from workbench.review import JobState
from workbench.services.rows import read_rows
from workbench.services.snapshots import Snapshot, Snapshots
from workbench.services.summaries import count_progress, last_jobs
from workbench.services.translations import find_translation
from workbench.services.views import Changes, Progress, Writer
from workbench.services.views.articles import job_mark
from workbench.tables import Article, Job, Reviewer, Revision, Segment, TranslatedSegment, Translation

_SNAPSHOTS = Snapshots()
_ACTIVE = (None, JobState.QUEUED, JobState.RUNNING)


def view_changes(article_id: int, language: str, since: int, *, seen_job: str | None = None) -> Changes | None:
    """Return the rows written after the counter stood at `since`, or None when nothing changed.

    The common answer, None, costs one small query.

    Args:
        article_id: Whose translation.
        language: Of the translation.
        since: What the page has seen.
        seen_job: The job and its state that the page shows, as `JobView.mark`; None if it does not say:
            then a job that ended is told each time.

    Raises:
        NotFound: There is no such translation.
    """
    newest = (
        select(func.max(Job.id)).where(Job.translation_id == Translation.id).correlate(Translation).scalar_subquery()
    )
    found = db.session.execute(
        select(Translation.id, Translation.change, Article.version, Job.id, Job.state)
        .join(Article, Article.id == Translation.article_id)
        .outerjoin(Job, Job.id == newest)
        .where(Article.id == article_id, Article.deleted_at.is_(None), Translation.language == canonical(language))
    ).first()
    if found is None:
        find_translation(article_id, language)  # says what is missing
        return None
    translation_id, change, version, job_id, job_state = found
    is_same_job = job_state in _ACTIVE if seen_job is None else job_mark(job_id, job_state) == seen_job
    if change == since and is_same_job:
        return None
    mark = job_mark(job_id, job_state)
    key = workbench().settings.sqlalchemy_url, translation_id
    shot = _SNAPSHOTS.get(key, change, mark, since, lambda floor: _read(translation_id, change, mark, floor))
    return Changes(
        rows=tuple(row for written, row in shot.rows if written > since),
        progress=shot.progress,
        job=shot.job,
        change=change,
        version=version,
        writers=tuple(writer for written, writer in shot.writers if written > since),
    )


def _read(translation_id: int, change: int, mark: str, floor: int) -> Snapshot:
    counts = db.session.execute(
        select(Segment.position, TranslatedSegment.change)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.change > floor)
    )
    written = {row.position: row.change for row in counts}
    return Snapshot(
        floor=floor,
        change=change,
        job_mark=mark,
        # A row that was not written itself is there for one that was: its findings, or its text, hang on that one.
        rows=tuple((written.get(row.position, change), row) for row in read_rows(translation_id, since=floor)),
        writers=_writers(translation_id, floor),
        progress=count_progress([translation_id]).get(translation_id, Progress()),
        job=last_jobs([translation_id]).get(translation_id),
    )


def _writers(translation_id: int, since: int) -> tuple[tuple[int, Writer], ...]:
    """Return who changed each of the rows above `since` last, and at which count, in reading order."""
    rows = db.session.execute(
        select(Segment.position, Revision.change, Reviewer.id, Reviewer.name, Reviewer.colour)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
        .join(Reviewer, Reviewer.id == Revision.reviewer_id)
        .where(
            TranslatedSegment.translation_id == translation_id,
            TranslatedSegment.change > since,
            Revision.change > since,
        )
        .order_by(Segment.position, Revision.id)
    )
    last = {
        position: (change or 0, Writer(position, reviewer_id, name or f"Reviewer {reviewer_id}", colour))
        for position, change, reviewer_id, name, colour in rows
    }
    return tuple(last.values())
