"""Who corrects a translation, what was changed, and what leaves the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.review import Origin, SegmentState
from workbench.services.views.articles import Progress
from workbench.services.views.rows import Row


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One change of one segment. `id` names the version that it made.

    `terms` are those of the glossary that the model had to use for it, each with what was wanted for it.
    """

    id: int
    at: datetime
    reviewer: str
    colour: str
    origin: Origin
    before: str
    after: str
    state: SegmentState
    terms: tuple[tuple[str, str], ...] = ()


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


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored edit: the row, and the repeats that took it over."""

    row: Row
    followers: tuple[Row, ...]
    progress: Progress
    change: int
