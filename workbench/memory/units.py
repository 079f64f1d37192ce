"""What a translation memory is made of: a sentence, its translation, who made it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryOrigin(StrEnum):
    """How an entry came into the memory."""

    ACCEPTED = "accepted"
    ADDED = "added"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry on its way in or out.

    Attributes:
        source_language: Canonical code.
        target_language: Canonical code.
        source: The sentence.
        target: Its translation.
        created_by: Name of whoever made it, or "".
        created_at: When, in UTC; None for not known.
        changed_by: Name of whoever changed it last, or "".
        changed_at: When, in UTC; None for not known.
        note: Anything else that was said about it.
        uses: How often it was used again.
    """

    source_language: str
    target_language: str
    source: str
    target: str
    created_by: str = ""
    created_at: datetime | None = None
    changed_by: str = ""
    changed_at: datetime | None = None
    note: str = ""
    uses: int = 0
