"""The review desk and its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.document import BlockKind
from workbench.services.views.articles import ArticleSummary, JobView, Progress
from workbench.services.views.rows import Row
from workbench.services.views.workflow import Workflow

if TYPE_CHECKING:
    from workbench.readability.drift import Drift
    from workbench.readability.profile import ProfilePoint
    from workbench.readability.report import Report


LINES: tuple[int, ...] = (*range(1, 25), 28, 32, 40, 48, 64, 96, 128)
"""The heights of paragraphs that static/css/rows.css knows."""
_LINE_CHARS = 52
_ROW_LINES = 0.55  # the space around a sentence
_NOTE_LINES = 1.4  # what was found in it, below


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

    @property
    def lines(self) -> int:
        """About how many lines it fills on a wide page, one of `LINES`: its place is kept until it comes into sight."""
        filled = sum(
            -(-max(len(row.source), len(row.target)) // _LINE_CHARS)
            + _ROW_LINES
            + _NOTE_LINES * bool(row.findings or row.broken_terms)
            for row in self.rows
        )
        return min(LINES, key=lambda lines: abs(lines - filled))


@dataclass(frozen=True, slots=True)
class ModelNote:
    """Which packages made a translation. `name` is for people: "en-es 0.1"."""

    name: str
    is_starter: bool
    pivot: str | None


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """How hard one paragraph is on both sides.

    Attributes:
        number: From 1 among the paragraphs that have sentences.
        position: Of its first sentence in the article.
        source: Of the source; None where it has no words.
        target: Of the translation; None where it has no words, and while sentences are missing.
    """

    number: int
    position: int
    source: ProfilePoint | None
    target: ProfilePoint | None


@dataclass(frozen=True, slots=True)
class DeskHead:
    """What the top of the desk's page says: known without reading a sentence.

    Attributes:
        is_running: Whether a job translates, or waits to.
        model: What translated it; None while nothing is.
    """

    is_running: bool
    model: ModelNote | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the review desk shows.

    Attributes:
        change: Where the translation's counter of writes stands.
        target_report: None while sentences are missing, like `target_seconds` and `drift`.
        source_seconds: How long a reader takes; None where no figure is known for the language.
        target_seconds: The same of the translation.
        drift: How hard the translation is to read, compared with its source.
        profile: How hard each paragraph is.
        version: Of the article: counts its updates, from 1.
        is_measured: Whether the list of articles has these figures already.
    """

    article: ArticleSummary
    translation_id: int
    language: str
    paragraphs: tuple[Paragraph, ...]
    progress: Progress
    job: JobView | None
    change: int
    source_report: Report
    target_report: Report | None
    source_seconds: float | None
    target_seconds: float | None
    drift: Drift | None
    profile: tuple[ProfileLine, ...]
    model: ModelNote | None
    version: int
    is_measured: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        """All sentences, in reading order."""
        return tuple(row for paragraph in self.paragraphs for row in paragraph.rows)

    @property
    def source_hard(self) -> int:
        """How many sentences of the source are hard or very hard to read."""
        return sum(bool(row.source_level) for paragraph in self.paragraphs for row in paragraph.rows)

    @property
    def target_hard(self) -> int:
        """How many sentences of the translation are."""
        return sum(bool(row.target_level) for paragraph in self.paragraphs for row in paragraph.rows)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who changed the sentence at a position last; models and the memory are not told."""

    position: int
    reviewer_id: int
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a translation since a poll saw `change`; `version` is the article's.

    Attributes:
        workflow: Where the translation stands, if that may be another place than the page knows; None if not.
        title: The article's.
        source_language: The article's.
    """

    rows: tuple[Row, ...]
    progress: Progress
    job: JobView | None
    change: int
    version: int
    writers: tuple[Writer, ...] = ()
    workflow: Workflow | None = None
    title: str = ""
    source_language: str = ""
