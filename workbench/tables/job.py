"""Background work. This table is the truth; a thread, or later a queue, only delivers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.review import JobState
from workbench.tables.types import Said, UtcDateTime, Word, now


class Job(Base):
    """One run over the pending sentences of a translation.

    `owner` and `lease_until` say who works on it and until when others must keep off; `done` and `total`
    count sentences.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_state_lease_until", "state", "lease_until"),
        Index("ix_job_translation_id", "translation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    translation_id: Mapped[int] = mapped_column(ForeignKey("translation.id", ondelete="CASCADE"))
    state: Mapped[JobState] = mapped_column(Word(JobState), default=JobState.QUEUED)
    owner: Mapped[str] = mapped_column(default="")
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    beam_size: Mapped[int | None]
    """Hypotheses kept while decoding; None for the settings' number."""
    error: Mapped[str] = mapped_column(Said, default="")
    hint: Mapped[str] = mapped_column(Said, default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
