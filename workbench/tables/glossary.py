"""The glossary: how this newsroom wants terms translated."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.memory.terms import CaseRule
from workbench.tables.types import UtcDateTime, Word, now


class GlossaryTerm(Base):
    """A term of a language pair. `keep` means: not translated; `deleted_at` that it can still be brought back.

    `version` counts the saves; a correction names the one it saw.
    """

    __tablename__ = "glossary_term"
    __table_args__ = (
        UniqueConstraint("source_language", "target_language", "source"),
        Index("ix_glossary_term_deleted_at", "deleted_at"),
        {"sqlite_autoincrement": True},  # a page that is still open must not remove another term of the same id
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_language: Mapped[str]
    target_language: Mapped[str]
    source: Mapped[str] = mapped_column(Text)
    target: Mapped[str] = mapped_column(Text)
    case_rule: Mapped[CaseRule] = mapped_column(Word(CaseRule), default=CaseRule.ANY)
    keep: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    """Who wrote it last; nobody for an import from the command line."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class GlossaryPair(Base):
    """A language pair that has, or had, terms. `change` counts every write, so that a process knows when to read."""

    __tablename__ = "glossary_pair"

    source_language: Mapped[str] = mapped_column(primary_key=True)
    target_language: Mapped[str] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(default=0)
