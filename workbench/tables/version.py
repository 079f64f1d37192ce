"""Newer versions of an article: what each changed, and everything that it took away."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.tables.types import UtcDateTime, now


class ArticleVersion(Base):
    """An update of an article. `number` is the version that it made; the first version has no row.

    `report` says what became of each sentence, and `source` is the document that the update replaced; both
    are JSON as `services.records` writes it.
    """

    __tablename__ = "article_version"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    report: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)


class RetiredText(Base):
    """A translation whose sentence an update dropped or changed; it comes back when the sentence does.

    `sentence` is the source with plain white space; `record` is the row and its revisions, as JSON. A text that stood
    for `sentences` in a row has all of them in `sentence`; each of them has an entry of its own beside it.
    """

    __tablename__ = "retired_text"
    __table_args__ = (Index("ix_retired_text_article_id_language", "article_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    language: Mapped[str]
    sentence: Mapped[str] = mapped_column(Text)
    sentences: Mapped[int] = mapped_column(default=1, server_default="1")
    is_reviewed: Mapped[bool]
    record: Mapped[str] = mapped_column(Text)
