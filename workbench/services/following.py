"""Following a translation: what was written since a page last asked, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import bindparam, func, select

from workbench.extensions import db, workbench
from workbench.languages import canonical
from workbench.review import JobState
from workbench.services.rows import rows_of
from workbench.services.snapshots import Snapshot, Snapshots
from workbench.services.summaries import last_jobs
from workbench.services.tallies import read_standing
from workbench.services.translations import find_translation
from workbench.services.views import Changes, Progress, Row, Writer
from workbench.services.views.articles import job_mark
from workbench.services.views.workflow import Workflow
from workbench.services.workflow_view import workflow_of
from workbench.services.written import read_basis
from workbench.tables import Article, Job, Reviewer, Revision, Segment, TranslatedSegment, Translation

_SNAPSHOTS = Snapshots()
_ACTIVE = (None, JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A desk as it stands: another one whenever a sentence, its article or its job is written to.

    Attributes:
        language: Canonical code of the translation's.
        values: Whatever is told by.
    """

    language: str
    values: tuple[object, ...] = ()


# Built once: putting a statement together takes longer than running it.
_STANDS = (
    select(
        Translation.id,
        Translation.change,
        Article.version,
        Article.title,
        Article.source_language,
        Job.id,
        Job.state,
        Translation.created_at,  # a number that is free again is given to another one
    )
    .join(Article, Article.id == Translation.article_id)
    .outerjoin(
        Job,
        Job.id
        == select(func.max(Job.id))
        .where(Job.translation_id == Translation.id)
        .correlate(Translation)
        .scalar_subquery(),
    )
    .where(
        Article.id == bindparam("article"),
        Article.deleted_at.is_(None),
        Translation.language == bindparam("language"),
    )
)
_WRITTEN = (
    select(TranslatedSegment.id, Segment.position, TranslatedSegment.change)
    .join(Segment, Segment.id == TranslatedSegment.segment_id)
    .where(TranslatedSegment.translation_id == bindparam("translation"), TranslatedSegment.change > bindparam("since"))
)
_WRITERS = (
    select(Segment.position, Revision.change, Reviewer.id, Reviewer.name, Reviewer.colour)
    .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
    .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
    .join(Reviewer, Reviewer.id == Revision.reviewer_id)
    .where(
        TranslatedSegment.translation_id == bindparam("translation"),
        TranslatedSegment.change > bindparam("since"),
        Revision.change > bindparam("since"),
    )
    .order_by(Segment.position, Revision.id)
)


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
    found = db.session.execute(_STANDS, {"article": article_id, "language": canonical(language)}).first()
    if found is None:
        find_translation(article_id, language)  # says what is missing
        return None
    translation_id, change, version, title, source, job_id, job_state, created_at = found
    is_same_job = job_state in _ACTIVE if seen_job is None else job_mark(job_id, job_state) == seen_job
    if change == since and is_same_job:
        return None
    mark = job_mark(job_id, job_state)
    key = workbench().settings.sqlalchemy_url, translation_id, created_at
    shot = _SNAPSHOTS.get(key, change, mark, since, partial(_read, translation_id, change, mark))
    return Changes(
        rows=tuple(row for written, row in shot.rows if written > since),
        progress=shot.progress,
        job=shot.job,
        change=change,
        version=version,
        writers=tuple(writer for written, writer in shot.writers if written > since),
        workflow=shot.workflow if shot.moved > since else None,
        title=title,
        source_language=source,
    )


def view_stamp(article_id: int, language: str) -> Stamp:
    """Return what tells whether something of a desk has changed, in one small query.

    Raises:
        NotFound: There is no such translation.
    """
    language = canonical(language)
    found = db.session.execute(_STANDS, {"article": article_id, "language": language}).first()
    if found is None:
        find_translation(article_id, language)  # says what is missing
        return Stamp(language)
    return Stamp(language, tuple(found))


def _read(translation_id: int, change: int, mark: str, floor: int, before: Snapshot | None) -> Snapshot:
    counts = db.session.execute(_WRITTEN, {"translation": translation_id, "since": floor}).all()
    written = {position: count for _, position, count in counts}
    rows, progress = _rows(translation_id, [id_ for id_, _, _ in counts])
    translation = db.session.get(Translation, translation_id)  # it may be removed for good meanwhile
    workflow = workflow_of(translation) if translation is not None else None
    return Snapshot(
        floor=floor,
        change=change,
        job_mark=mark,
        # A row that was not written itself is there for one that was: its findings, or its text, hang on that one.
        rows=tuple((written.get(row.position, change), row) for row in rows),
        writers=_writers(translation_id, floor),
        progress=progress,
        job=last_jobs([translation_id]).get(translation_id) if mark else None,
        workflow=workflow,
        moved=_moved(workflow, change, before),
    )


def _moved(workflow: Workflow | None, change: int, before: Snapshot | None) -> int:
    """Return the count up to which pages may show another workflow; a name in it can change without a count."""
    if before is None or before.workflow == workflow:
        return change if before is None else before.moved
    return change + 1 if before.change == change else change


def _rows(translation_id: int, ids: list[int]) -> tuple[tuple[Row, ...], Progress]:
    """Return rows that were written, with those that depend on them, and the progress of all."""
    basis = read_basis(translation_id)
    if basis is None:  # removed for good meanwhile
        return (), Progress()
    standing = read_standing(basis.written, ids)
    return rows_of(basis, standing, standing.likes), standing.progress


def _writers(translation_id: int, since: int) -> tuple[tuple[int, Writer], ...]:
    """Return who changed each of the rows above `since` last, and at which count, in reading order."""
    rows = db.session.execute(_WRITERS, {"translation": translation_id, "since": since})
    last = {
        position: (change or 0, Writer(position, reviewer_id, name or f"Reviewer {reviewer_id}", colour))
        for position, change, reviewer_id, name, colour in rows
    }
    return tuple(last.values())
