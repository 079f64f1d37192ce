"""Leases: taking a job, holding it batch by batch, and ending it.

A worker may do something only while its `UPDATE … WHERE owner = me AND state = running` finds a row; zero
rows mean that the job was cancelled or taken over, and the batch rolls back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update

from workbench.errors import JobLost, WorkbenchError
from workbench.extensions import db, workbench
from workbench.review import JobState
from workbench.services.transactions import rows_changed, writing
from workbench.tables import Job, Translation
from workbench.tables.types import now
from workbench.wording import words


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
    values = {"lease_until": _lease_end()} | ({} if done is None else {"done": done, "attempts": 1})
    held = db.session.execute(
        update(Job).where(Job.id == job_id, Job.owner == owner, Job.state == JobState.RUNNING).values(**values)
    )
    if not rows_changed(held):
        raise JobLost(words("Job {job_id} was cancelled or taken over.", job_id=job_id))


def release_job(job_id: int, owner: str) -> None:
    """Put a job back into the queue because the program stops; the try does not count. Raises JobLost."""
    with writing() as session:
        hold_job(job_id, owner)
        session.execute(
            update(Job)
            .where(Job.id == job_id)
            .values(state=JobState.QUEUED, owner="", lease_until=None, attempts=Job.attempts - 1)
        )


def finish_job(job_id: int, owner: str) -> None:
    """Mark a job as done. Raises JobLost as `renew_lease` does."""
    with writing():
        hold_job(job_id, owner)
        end_jobs(Job.id == job_id, JobState.DONE)


def fail_job(job_id: int, owner: str, error: WorkbenchError) -> None:
    """Mark a job as failed, with the reason and what to do. Raises JobLost as `renew_lease` does."""
    with writing():
        hold_job(job_id, owner)
        end_jobs(Job.id == job_id, JobState.FAILED, error=error.args[0], hint=error.hint)


def end_jobs(which: ColumnElement[bool], state: JobState, *, error: str = "", hint: str = "") -> None:
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
