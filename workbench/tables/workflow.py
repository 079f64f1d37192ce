"""What people decide about a translation as a whole, and what they say about its sentences."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.review import Step, TranslationState
from workbench.tables.types import UtcDateTime, Word, now


class VersionKind(StrEnum):
    """Why a version of a translation was kept: somebody named it, or it was approved, or another was brought back."""

    NAMED = "named"
    APPROVED = "approved"
    REPLACED = "replaced"


class WorkflowEntry(Base):
    """A line of a translation's log: who did what when, and where that led.

    `reviewer_id` is nobody for what came by itself. `assignee_id` is whom it was assigned to, for an assignment. An
    approval in spite of `blocking` checks has a `reason`.
    """

    __tablename__ = "workflow_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    translation_id: Mapped[int] = mapped_column(ForeignKey("translation.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    step: Mapped[Step] = mapped_column(Word(Step))
    state: Mapped[TranslationState] = mapped_column(Word(TranslationState))
    """After it."""
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(Text, default="")
    blocking: Mapped[int] = mapped_column(default=0)


class Comment(Base):
    """A remark on a sentence, or an answer to one: `parent_id` is the remark that it answers.

    Only a remark is resolved, with its answers. `deleted_at` hides one until the undo time is over.
    """

    __tablename__ = "comment"
    __table_args__ = (
        Index("ix_comment_translated_segment_id", "translated_segment_id"),
        Index("ix_comment_deleted_at", "deleted_at"),
        {"sqlite_autoincrement": True},  # a page that is still open must not delete another comment of the same id
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    translated_segment_id: Mapped[int] = mapped_column(ForeignKey("translated_segment.id", ondelete="CASCADE"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), index=True)
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    text: Mapped[str] = mapped_column(Text)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class TranslationVersion(Base):
    """A whole translation as it stood once, under a name.

    `texts` are its sentences, as `services.version_texts` packs them; `article_version` says of which text.
    """

    __tablename__ = "translation_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    translation_id: Mapped[int] = mapped_column(ForeignKey("translation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[VersionKind] = mapped_column(Word(VersionKind), default=VersionKind.NAMED)
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    article_version: Mapped[int]
    change: Mapped[int]
    """Where the translation's counter stood."""
    texts: Mapped[bytes] = mapped_column(LargeBinary)
