"""The review desk, its rows and its changes."""

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
    from workbench.readability.difficulty import Difficulty
    from workbench.readability.drift import Drift
    from workbench.readability.profile import ProfilePoint
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
        source_difficulty: How hard the sentence is to read, for its language.
        target_difficulty: The same of its translation; None while there is none.
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
    source_difficulty: Difficulty | None = None
    target_difficulty: Difficulty | None = None

    @property
    def source_level(self) -> str:
        """A `readability.difficulty.Level` of the source that is hard to read, "" for a plain one."""
        return _level(self.source_difficulty)

    @property
    def target_level(self) -> str:
        """The same of the translation; "" too while there is none."""
        return _level(self.target_difficulty)

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
    def source_hard(self) -> int:
        """How many sentences of the source are hard or very hard to read."""
        return sum(bool(row.source_level) for paragraph in self.paragraphs for row in paragraph.rows)

    @property
    def target_hard(self) -> int:
        """How many sentences of the translation are."""
        return sum(bool(row.target_level) for paragraph in self.paragraphs for row in paragraph.rows)


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a translation since a poll saw `change`; `version` is the article's."""

    rows: tuple[Row, ...]
    progress: Progress
    job: JobView | None
    change: int
    version: int


def _level(difficulty: Difficulty | None) -> str:
    return "" if difficulty is None or difficulty.level == "plain" else difficulty.level
