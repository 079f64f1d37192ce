"""The review desk, its rows, its changes, and who corrects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.formats.document import BlockKind
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.views.articles import ArticleSummary, JobView, Progress
from workbench.services.views.glossary import TermNote
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
        key: Names this sentence, whatever its position: an edit says which one it saw.
        former_source: The sentence before an update of the article changed it; None if none did.
        former_text: The translation of `former_source`, None if there was none.
        terms: The glossary's terms in the source, and whether the target follows them.
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
    key: str
    former_source: str | None = None
    former_text: str | None = None
    terms: tuple[TermNote, ...] = ()
    confidence: Confidence | None = None
    is_measured: bool = False
    pivot_language: str | None = None

    @property
    def is_updated(self) -> bool:
        """Whether an update changed the sentence and nobody has looked at its translation since."""
        return self.former_source is not None and self.state not in REVIEWED

    @property
    def shown_match(self) -> int | None:
        """How well the memory's entry matched, while its text stands there untouched."""
        return self.match if self.state is SegmentState.MACHINE else None

    @property
    def broken_terms(self) -> tuple[TermNote, ...]:
        """The terms that the target does not follow."""
        return tuple(term for term in self.terms if not term.is_followed)


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
    version: int
    """Of the article: counts its updates, from 1."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a translation since a poll saw `change`; `version` is the article's."""

    rows: tuple[Row, ...]
    progress: Progress
    job: JobView | None
    change: int
    version: int


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
