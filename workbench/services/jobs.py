"""Jobs: queueing, claiming, storing batches, ending, and mending what a dead worker left.

The table is the truth. A worker may do something only while its `UPDATE … WHERE owner = me AND state =
running` finds a row; zero rows mean that the job was cancelled or taken over, and the batch rolls back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from blinker import signal
from sqlalchemy import ColumnElement, func, or_, select, update

from workbench.errors import JobLost, NotFound, WorkbenchError
from workbench.extensions import db, workbench
from workbench.review import JobState, SegmentState
from workbench.services.owners import is_dead
from workbench.services.summaries import recent_jobs
from workbench.services.transactions import rows_changed, writing
from workbench.services.views import JobView
from workbench.tables import Job, TranslatedSegment, Translation
from workbench.tables.types import now

job_queued = signal("workbench-job-queued")
"""Sent after the transaction that queued a job, so that a worker in this process need not wait."""

ACTIVE = (JobState.QUEUED, JobState.RUNNING)
LISTED = 100


def queue_job(translation_id: int) -> int | None:
    """Inside a transaction: queue a job for the pending sentences; None if there are none.

    A translation has at most one active job: if one is there, its id is returned.
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
    job = Job(translation_id=translation_id, total=total, done=total - pending, created_at=now())
    session.add(job)
    session.flush()
    return job.id


def claim_job(owner: str) -> int | None:
    """Take the oldest job that waits, or None. Two workers never get the same one."""
    waiting = select(Job.id).where(Job.state == JobState.QUEUED).order_by(Job.id).limit(1)
    if db.session.scalar(waiting) is None:
        db.session.rollback()
        return None
    with writing() as session:
        job_id = session.scalar(waiting)
        return job_id if job_id is not None and take_job(job_id, owner) else None


def take_job(job_id: int, owner: str) -> bool:
    """Inside a transaction: make a queued job the owner's; say whether it still was to be had."""
    taken = db.session.execute(
        update(Job)
        .where(Job.id == job_id, Job.state == JobState.QUEUED)
        .values(
            state=JobState.RUNNING,
            owner=owner,
            attempts=Job.attempts + 1,
            lease_until=_lease_end(),
            started_at=now(),
            finished_at=None,
            error="",
            hint="",
        )
    )
    return bool(rows_changed(taken))


def renew_lease(job_id: int, owner: str) -> None:
    """Say that the job is still worked on.

    Raises:
        JobLost: It was cancelled or taken over.
    """
    with writing():
        hold_job(job_id, owner)


def hold_job(job_id: int, owner: str, *, done: int | None = None) -> None:
    """Inside a transaction: renew the lease and store the progress, or raise JobLost."""
    values = {"lease_until": _lease_end()} | ({} if done is None else {"done": done})
    held = db.session.execute(
        update(Job).where(Job.id == job_id, Job.owner == owner, Job.state == JobState.RUNNING).values(**values)
    )
    if not rows_changed(held):
        raise JobLost(f"Job {job_id} was cancelled or taken over.")


def finish_job(job_id: int, owner: str) -> None:
    """Mark a job as done. Raises JobLost as `renew_lease` does."""
    with writing():
        hold_job(job_id, owner)
        _end(Job.id == job_id, JobState.DONE)


def fail_job(job_id: int, owner: str, error: WorkbenchError) -> None:
    """Mark a job as failed, with the reason and what to do. Raises JobLost as `renew_lease` does."""
    with writing():
        hold_job(job_id, owner)
        _end(Job.id == job_id, JobState.FAILED, error=str(error), hint=error.hint)


def cancel_job(job_id: int) -> None:
    """Stop a job; what it translated so far stays. A job that has ended is left as it is.

    Raises:
        NotFound: There is no such job.
    """
    with writing() as session:
        if session.get(Job, job_id) is None:
            raise NotFound(f"There is no job {job_id}.")
        _end((Job.id == job_id) & Job.state.in_(ACTIVE), JobState.CANCELLED)


def retry_job(job_id: int) -> None:
    """Queue a job again that failed or was cancelled, for the sentences that are still pending.

    Raises:
        NotFound: There is no such job.
    """
    with writing() as session:
        job = session.get(Job, job_id)
        if job is None:
            raise NotFound(f"There is no job {job_id}.")
        queue_job(job.translation_id)
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
        _end(
            abandoned & (Job.attempts >= most),
            JobState.FAILED,
            error=f"The program stopped {most} times while it worked on this.",
            hint="Look at the sentence after the last translated one, or at the memory of this machine, and retry.",
        )
        queued = session.execute(update(Job).where(abandoned).values(state=JobState.QUEUED, owner="", lease_until=None))
        return rows_changed(queued)


def _end(which: ColumnElement[bool], state: JobState, *, error: str = "", hint: str = "") -> None:
    """Inside a transaction: end the jobs that match, and let polls see it."""
    session = db.session
    touched = select(Job.translation_id).where(which)
    session.execute(
        update(Translation)
        .where(Translation.id.in_(touched))
        .values(change=Translation.change + 1, updated_at=now())
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Job)
        .where(which)
        .values(state=state, error=error, hint=hint, finished_at=now(), lease_until=None)
        .execution_options(synchronize_session=False)
    )


def _lease_end() -> datetime:
    return now() + timedelta(seconds=workbench().settings.lease_seconds)
