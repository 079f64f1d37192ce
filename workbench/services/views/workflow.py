"""Where a translation stands on its way to print, and what is said of its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.review import Step, TranslationState, possible_moves
from workbench.services.views.review import ReviewerView


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of a translation's log.

    Attributes:
        at: When.
        step: What happened.
        state: Of the translation, after it.
        reviewer: Who did it; "" for what came by itself.
        assignee: Whom it was assigned to; "" for nobody.
        reason: Why it was approved in spite of blocking checks.
        blocking: How many those were.
    """

    at: datetime
    step: Step
    state: TranslationState
    reviewer: str
    assignee: str = ""
    reason: str = ""
    blocking: int = 0


@dataclass(frozen=True, slots=True)
class Workflow:
    """Where a translation stands.

    Attributes:
        state: Its own, not that of its sentences.
        assignee: Who is to review it; None for anybody.
        reviewers: Whom it can be assigned to: all who have a name, and the assignee.
        last: How it came into its state; None for one that was never moved.
    """

    state: TranslationState
    assignee: ReviewerView | None
    reviewers: tuple[ReviewerView, ...]
    last: LogEntry | None

    @property
    def moves(self) -> tuple[Step, ...]:
        """The moves that lead on from here, the one that goes forward first."""
        return possible_moves(self.state)

    @property
    def stamp(self) -> str:
        """Another one whenever this would be shown differently."""
        moment = self.last.at.isoformat() if self.last else ""
        return f"{self.state}-{self.assignee.id if self.assignee else 0}-{len(self.reviewers)}-{moment}"


@dataclass(frozen=True, slots=True)
class CommentView:
    """A remark on a sentence, or an answer. The text of a deleted one is ""."""

    id: int
    at: datetime
    reviewer: str
    colour: str
    text: str
    is_mine: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark and its answers, the oldest first. `resolved_by` is "" while it is open."""

    remark: CommentView
    answers: tuple[CommentView, ...]
    resolved_by: str = ""
    resolved_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved it."""
        return self.resolved_at is None


@dataclass(frozen=True, slots=True)
class Comments:
    """What is said of one sentence; `key` and `position` name it."""

    position: int
    key: str
    source: str
    threads: tuple[Thread, ...]

    @property
    def open_comments(self) -> int:
        """How many nobody has resolved, answers among them: as `Row.open_comments` counts."""
        return sum((not thread.remark.is_deleted) + len(thread.answers) for thread in self.open_threads)

    @property
    def open_threads(self) -> tuple[Thread, ...]:
        """Those that nobody has resolved."""
        return tuple(thread for thread in self.threads if thread.is_open)

    @property
    def resolved_threads(self) -> tuple[Thread, ...]:
        """The others."""
        return tuple(thread for thread in self.threads if not thread.is_open)
