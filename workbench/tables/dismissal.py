"""Findings of checks that a person has dismissed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.tables.types import UtcDateTime, now


class DismissedFinding(Base):
    """A finding that is not told any more of a sentence with just these two texts.

    `digest` stands for both (`services.dismissed.digest_of`); with another text of either the finding is told again.
    It belongs to the translation, not to a row: a sentence that an update drops and another one brings back is the
    same text.
    """

    __tablename__ = "dismissed_finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    translation_id: Mapped[int] = mapped_column(ForeignKey("translation.id", ondelete="CASCADE"), index=True)
    check_id: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(24))
    piece: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
