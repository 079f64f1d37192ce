"""The translation memory: sentences that people translated or accepted, to be used again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.memory.units import EntryOrigin
from workbench.tables.types import UtcDateTime, Word, now


class MemoryPair(Base):
    """A language pair of the memory.

    `change` counts the writes: an index in memory asks for the entries written since. `purged` is the highest
    count among the entries that are gone for good: an index that is older begins anew.
    """

    __tablename__ = "memory_pair"

    source_language: Mapped[str] = mapped_column(primary_key=True)
    target_language: Mapped[str] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(default=0)
    purged: Mapped[int] = mapped_column(default=0)


class MemoryEntry(Base):
    """A sentence and its translation.

    `exact_key`, `loose_key` and `pair_key` are those of `memory.keys`; `change` is the pair's counter at the last
    write. `created_by` and `changed_by` are names, kept beside `reviewer_id` for what came from elsewhere.
    `deleted_at` hides an entry until the undo time is over.
    """

    __tablename__ = "memory_entry"
    __table_args__ = (
        UniqueConstraint("source_language", "target_language", "pair_key"),
        Index("ix_memory_entry_loose_key", "source_language", "target_language", "loose_key"),
        Index("ix_memory_entry_change", "source_language", "target_language", "change"),
        Index("ix_memory_entry_article_id", "article_id", "exact_key"),
        Index("ix_memory_entry_updated_at", "updated_at"),
        Index("ix_memory_entry_deleted_at", "deleted_at"),
        {"sqlite_autoincrement": True},  # a page that is still open must not remove another entry of the same id
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_language: Mapped[str]
    target_language: Mapped[str]
    source: Mapped[str] = mapped_column(Text)
    target: Mapped[str] = mapped_column(Text)
    exact_key: Mapped[str]
    loose_key: Mapped[str]
    pair_key: Mapped[str]
    origin: Mapped[EntryOrigin] = mapped_column(Word(EntryOrigin))
    note: Mapped[str] = mapped_column(Text, default="")
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id", ondelete="SET NULL"))
    created_by: Mapped[str] = mapped_column(Text, default="")
    changed_by: Mapped[str] = mapped_column(Text, default="")
    uses: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=0)
    change: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
