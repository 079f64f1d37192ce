"""Following a translation: what was written since a page last asked, and by whom."""

from __future__ import annotations

from sqlalchemy import func, select

from workbench.extensions import db
from workbench.languages import canonical
from workbench.review import JobState
from workbench.services.rows import read_rows
from workbench.services.summaries import count_progress, last_jobs
from workbench.services.translations import find_translation
from workbench.services.views import Changes, Progress, Writer
from workbench.services.views.articles import job_mark
from workbench.tables import Article, Job, Reviewer, Revision, Segment, TranslatedSegment, Translation

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
    return Changes(
        rows=read_rows(translation_id, since=since),
        progress=count_progress([translation_id]).get(translation_id, Progress()),
        job=last_jobs([translation_id]).get(translation_id),
        change=change,
        version=version,
        writers=_writers(translation_id, since),
    )


def _writers(translation_id: int, since: int) -> tuple[Writer, ...]:
    """Return who changed each of the rows above `since` last, in reading order."""
    rows = db.session.execute(
        select(Segment.position, Reviewer)
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
    last = {row.position: row.Reviewer for row in rows}
    return tuple(
        Writer(position, reviewer.id, reviewer.shown_name, reviewer.colour) for position, reviewer in last.items()
    )
