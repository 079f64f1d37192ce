"""Jobs: queueing, cancelling, trying again, listing, and mending what a dead worker left.

The table is the truth; `leases.py` says how a worker holds a job.
"""

from __future__ import annotations

from blinker import signal
from sqlalchemy import func, or_, select, update

from workbench.errors import NotFound
from workbench.extensions import db, workbench
from workbench.review import JobState, SegmentState
from workbench.services.leases import end_jobs
from workbench.services.owners import is_dead
from workbench.services.summaries import last_jobs, recent_jobs
from workbench.services.transactions import rows_changed, writing
from workbench.services.views import JobView
from workbench.tables import Job, TranslatedSegment
from workbench.tables.types import now
from workbench.wording import words

job_queued = signal("workbench-job-queued")
"""Sent after the transaction that queued a job, so that a worker in this process need not wait."""

ACTIVE = (JobState.QUEUED, JobState.RUNNING)
LISTED = 100


def queue_job(translation_id: int, beam_size: int | None = None) -> int | None:
    """Inside a transaction: queue a job for the pending sentences; None if there are none.

    A translation has at most one active job: if one is there, its id is returned.

    Args:
        translation_id: Whose sentences.
        beam_size: To decode with; None for the settings'.
    """
    session = db.session
    active = session.scalar(select(Job.id).where(Job.translation_id == translation_id, Job.state.in_(ACTIVE)))
    if active is not None:
        return active
    total, pending = session.execute(
        select(func.count(), func.count().filter(TranslatedSegment.state == SegmentState.PENDING)).where(
            TranslatedSegment.translation_id == translation_id
        )
    ).one()
    if not pending:
        return None
    job = Job(translation_id=translation_id, total=total, done=total - pending, beam_size=beam_size, created_at=now())
    session.add(job)
    session.flush()
    return job.id


def requeue_translation(translation_id: int) -> int | None:
    """Inside a transaction: queue a job for sentences that an update made pending; None if there are none.

    A job that runs has read the old sentences. It is taken from its worker, who finds out at its next batch
    and stores nothing of it, and starts again with the new ones. A draft stays one.
    """
    session = db.session
    active = session.scalars(select(Job).where(Job.translation_id == translation_id, Job.state.in_(ACTIVE))).first()
    if active is None:
        before = last_jobs([translation_id]).get(translation_id)
        return queue_job(translation_id, before.beam_size if before else None)
    counts = select(func.count(), func.count().filter(TranslatedSegment.state == SegmentState.PENDING))
    total, pending = session.execute(counts.where(TranslatedSegment.translation_id == translation_id)).one()
    active.state, active.owner, active.lease_until = JobState.QUEUED, "", None
    active.attempts, active.total, active.done = 0, total, total - pending
    session.flush()
    return active.id


def cancel_job(job_id: int) -> None:
    """Stop a job; what it translated so far stays. A job that has ended is left as it is.

    Raises:
        NotFound: There is no such job.
    """
    with writing() as session:
        if session.get(Job, job_id) is None:
            raise NotFound(words("There is no job {job_id}.", job_id=job_id))
        end_jobs((Job.id == job_id) & Job.state.in_(ACTIVE), JobState.CANCELLED)


def retry_job(job_id: int) -> None:
    """Queue a job again that failed or was cancelled, for the sentences that are still pending.

    Raises:
        NotFound: There is no such job.
    """
    with writing() as session:
        job = session.get(Job, job_id)
        if job is None:
            raise NotFound(words("There is no job {job_id}.", job_id=job_id))
        queue_job(job.translation_id, job.beam_size)
    job_queued.send()


def list_jobs() -> tuple[JobView, ...]:
    """Return the newest jobs, newest first."""
    return recent_jobs(LISTED)


def reconcile_jobs() -> int:
    """Queue again what a dead or silent worker left; give up on what died too often.

    Returns:
        How many jobs were queued again.
    """
    running = select(Job.id, Job.owner).where(Job.state == JobState.RUNNING)
    if not db.session.execute(running).first():
        db.session.rollback()
        return 0
    most = workbench().settings.max_attempts
    with writing() as session:
        dead = {row.owner for row in session.execute(running) if is_dead(row.owner)}
        abandoned = (Job.state == JobState.RUNNING) & or_(Job.lease_until < now(), Job.owner.in_(dead))
        end_jobs(
            abandoned & (Job.attempts >= most),
            JobState.FAILED,
            error=words("The program stopped {most} times while it worked on this.", most=most),
            hint=words(
                "Look at the sentence after the last translated one, or at the memory of this machine, and retry."
            ),
        )
        queued = session.execute(update(Job).where(abandoned).values(state=JobState.QUEUED, owner="", lease_until=None))
        return rows_changed(queued)
