"""An article as it came in: its blocks, and their sentences."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.formats.document import BlockKind
from workbench.tables.types import UtcDateTime, Word, now


class Article(Base):
    """A source text. `deleted_at` hides it; after the undo time it is removed for good.

    `source_url` is the address it came from, normalised, or ""; of several articles with one address the
    newest counts. `version` counts the updates, from 1.
    """

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    source_language: Mapped[str]
    published: Mapped[date | None]
    format: Mapped[str]
    encoding: Mapped[str]
    bom: Mapped[bool]
    warnings: Mapped[str] = mapped_column(Text, default="")
    source_url: Mapped[str] = mapped_column(Text, default="", index=True)
    version: Mapped[int] = mapped_column(default=1)
    segment_count: Mapped[int]
    word_count: Mapped[int]
    readability_score: Mapped[float | None]
    """The primary score, where it is reliable."""
    measured_version: Mapped[int | None]
    """The version that `readability_score` belongs to; None if none was measured."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


class Seed(Base):
    """A seed article that was added once; a deleted one does not come back at the next start."""

    __tablename__ = "seed"

    name: Mapped[str] = mapped_column(primary_key=True)


class Block(Base):
    """A paragraph, heading or mark. `repeats_id` is the first block with the same text."""

    __tablename__ = "block"
    __table_args__ = (UniqueConstraint("article_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[BlockKind] = mapped_column(Word(BlockKind))
    text: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    repeats_id: Mapped[int | None] = mapped_column(ForeignKey("block.id", ondelete="SET NULL"), index=True)


class Segment(Base):
    """A sentence of a block, and the white space around it. `position` counts from 1 over the article."""

    __tablename__ = "segment"
    __table_args__ = (UniqueConstraint("article_id", "position"), Index("ix_segment_block_id", "block_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    block_id: Mapped[int] = mapped_column(ForeignKey("block.id", ondelete="CASCADE"))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    words: Mapped[int] = mapped_column(default=0, server_default="0")
    """How long it is: words, or characters in a language that is written without spaces."""
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
