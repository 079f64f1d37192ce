"""Who corrects."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.tables.types import UtcDateTime, now


class Reviewer(Base):
    """A name and a colour. Without a name yet, pages say "Reviewer" and the id."""

    __tablename__ = "reviewer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text, default="")
    colour: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    @property
    def shown_name(self) -> str:
        """The name that pages show."""
        return self.name or f"Reviewer {self.id}"
