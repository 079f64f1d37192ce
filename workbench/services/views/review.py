"""Who corrects a translation, what was changed, and what leaves the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.review import Origin, SegmentState


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One change of one segment."""

    at: datetime
    reviewer: str
    colour: str
    origin: Origin
    before: str
    after: str
    state: SegmentState


@dataclass(frozen=True, slots=True)
class ReviewerView:
    """Who corrects: a name and a colour (CSS, e.g. "#1f5f8b"). `is_named` is false for "Reviewer 3"."""

    id: int
    name: str
    colour: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class Export:
    """A download: bytes, and how much of it nobody has looked at or nothing has translated."""

    data: bytes
    filename: str
    media_type: str
    unreviewed: int
    pending: int
