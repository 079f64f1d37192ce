"""Findings of checks that a person has dismissed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.tables.types import UtcDateTime, now


class DismissedFinding(Base):
    """A finding that is not told any more while its sentence and the translation stay as they are.

    `digest` stands for both texts (`services.dismissed.digest_of`); with another text of either the finding is told
    again.
    """

    __tablename__ = "dismissed_finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    translated_segment_id: Mapped[int] = mapped_column(
        ForeignKey("translated_segment.id", ondelete="CASCADE"), index=True
    )
    check_id: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(24))
    piece: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
