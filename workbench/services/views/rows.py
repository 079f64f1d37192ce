"""A row of the review desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.checks.findings import Finding, Severity, worst
from workbench.memory.term_notes import TermNote
from workbench.review import REVIEWED, Origin, SegmentState
from workbench.services.views.dismissed import Dismissed
from workbench.translation.confidence import Confidence
from workbench.translation.faults import Fault

if TYPE_CHECKING:
    from workbench.readability.difficulty import Difficulty


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
        merged_into: Position of the sentence in whose text this one is translated too; its own `target` is "" then.
        members: Positions of the sentences that are translated in the text of this one.
        whole_source: All that `target` stands for: the source, and those of `members`.
        findings: What is wrong with it, the worst first, without what was dismissed: the checks' findings, and the
            model's faults while nobody has looked at it.
        dismissed: What was dismissed for the text that stands there.
        open_comments: How many comments on it nobody has resolved.
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
    merged_into: int | None = None
    members: tuple[int, ...] = ()
    whole_source: str = ""
    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    open_comments: int = 0

    @property
    def source_level(self) -> str:
        """A `readability.difficulty.Level` of the source that is hard to read, "" for a plain one."""
        return _level(self.source_difficulty)

    @property
    def target_level(self) -> str:
        """The same of the translation; "" too while there is none."""
        return _level(self.target_difficulty)

    @property
    def problem(self) -> Severity | None:
        """The severity of the worst finding; None where there is none."""
        return worst(self.findings)

    @property
    def is_harder(self) -> bool:
        """Whether the translation is of a harder level than its source."""
        levels = ("", "hard", "very_hard")
        if self.members:  # longer, because it stands for more
            return False
        return levels.index(self.target_level) > levels.index(self.source_level)

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


def _level(difficulty: Difficulty | None) -> str:
    return "" if difficulty is None or difficulty.level == "plain" else difficulty.level
