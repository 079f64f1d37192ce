"""The review desk, its rows, its changes, and who corrects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.formats.document import BlockKind
from workbench.review import Origin, SegmentState
from workbench.services.views.articles import ArticleSummary, JobView, Progress
from workbench.translation.confidence import Confidence
from workbench.translation.faults import Fault

if TYPE_CHECKING:
    from workbench.readability.report import Report


@dataclass(frozen=True, slots=True)
class Row:
    """One segment on the desk.

    Attributes:
        position: From 1, in the order of the article.
        source: The sentence to translate.
        target: The current translation; "" while pending.
        machine: What the model made of it.
        score: Length-normalised log-probability of the model's text.
        faults: What is wrong with the model's text and could not be mended.
        match: How well the memory's entry matched, in per cent, when the text came from there.
        pivot: The text in between, when a third language was needed.
        version: Counts the saves; an edit names the version it saw.
        follows: Position of the segment whose corrections this repeat takes; None once edited itself.
        reviewer: Name of whoever saved it last, or "".
        confidence: How far the text can be trusted; None for a reviewer's and for the memory's.
        is_measured: Whether that was measured for the model that made it.
        pivot_language: Code of the language of `pivot`.
    """

    position: int
    source: str
    target: str
    machine: str
    state: SegmentState
    origin: Origin
    score: float | None
    faults: tuple[Fault, ...]
    match: int | None
    pivot: str | None
    version: int
    follows: int | None
    reviewer: str
    updated_at: datetime | None
    confidence: Confidence | None = None
    is_measured: bool = False
    pivot_language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block on the desk. A separator has no rows and its mark in `text`.

    `repeats` is the position of the first *segment* of the block that this one repeats, or None.
    """

    position: int
    kind: BlockKind
    text: str
    repeats: int | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ModelNote:
    """Which packages made a translation. `name` is for people: "en-es 0.1"."""

    name: str
    is_starter: bool
    pivot: str | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the review desk shows."""

    article: ArticleSummary
    language: str
    paragraphs: tuple[Paragraph, ...]
    progress: Progress
    job: JobView | None
    change: int
    source_report: Report
    target_report: Report | None
    model: ModelNote | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a translation since a poll saw `change`. The reports are None while a job runs."""

    rows: tuple[Row, ...]
    progress: Progress
    job: JobView | None
    change: int


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored edit: the row, and the repeats that took it over."""

    row: Row
    followers: tuple[Row, ...]
    progress: Progress
    change: int


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
