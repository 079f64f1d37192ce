"""States of a segment, of a translation and of a job, where a text came from, and which moves are allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SegmentState(StrEnum):
    """How far a segment is on its way to print."""

    PENDING = "pending"
    MACHINE = "machine"
    EDITED = "edited"
    ACCEPTED = "accepted"
    FLAGGED = "flagged"


class Origin(StrEnum):
    """Where the current text of a segment came from, and why a revision was made.

    `pivot`: translated again because somebody corrected the text in between; `update`: a newer version of the
    article changed the sentence; `merge`, `split`: the text of two sentences became one, or was parted again;
    `restore`: an older version was chosen again; `version`: somebody brought a named version of the translation back;
    `replace`: words were replaced in the whole translation.
    """

    MACHINE = "machine"
    MEMORY = "memory"
    REPEAT = "repeat"
    REVIEWER = "reviewer"
    PIVOT = "pivot"
    UPDATE = "update"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"
    MERGE = "merge"
    SPLIT = "split"
    VERSION = "version"
    REPLACE = "replace"


class JobState(StrEnum):
    """Where a job is on its way."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


REVIEWED = frozenset({SegmentState.EDITED, SegmentState.ACCEPTED})
"""States in which a person has looked at the sentence."""


def state_after_save(state: SegmentState, *, is_changed: bool, accept: bool) -> SegmentState:
    """Return the state of a segment once a reviewer's save is stored.

    Accepting always accepts. A changed text is edited, even if it was accepted before: the acceptance
    was of other words. An unchanged one stays as it was.

    Args:
        state: The state before.
        is_changed: Whether the saved text differs from the current one.
        accept: Whether the reviewer accepted the sentence with this save.
    """
    if accept:
        return SegmentState.ACCEPTED
    return SegmentState.EDITED if is_changed else state


def state_after_machine(state: SegmentState, *, is_faulty: bool = False) -> SegmentState:
    """Return the state once the model's text arrives: reviewed text is never touched by a model.

    Args:
        state: The state before.
        is_faulty: Whether the text has a fault that could not be mended: it is flagged, never hidden.
    """
    if state is not SegmentState.PENDING:
        return state
    return SegmentState.FLAGGED if is_faulty else SegmentState.MACHINE


class TranslationState(StrEnum):
    """How far a whole translation is on its way to print."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


class Step(StrEnum):
    """What can happen to a translation as a whole.

    The first four are moves that a person makes. `edit` and `update` come by themselves, after a correction and after
    a newer version of the article; `assign` moves nothing.
    """

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    REOPEN = "reopen"
    EDIT = "edit"
    UPDATE = "update"
    ASSIGN = "assign"


MOVES: Mapping[Step, tuple[TranslationState, TranslationState]] = {
    Step.SUBMIT: (TranslationState.DRAFT, TranslationState.IN_REVIEW),
    Step.APPROVE: (TranslationState.IN_REVIEW, TranslationState.APPROVED),
    Step.WITHDRAW: (TranslationState.IN_REVIEW, TranslationState.DRAFT),
    Step.REOPEN: (TranslationState.APPROVED, TranslationState.IN_REVIEW),
}
"""From where to where each move leads; of two from one state, the one that goes on stands first."""


class Obstacle(StrEnum):
    """Why a move is not allowed."""

    WRONG_STATE = "wrong_state"
    ASSIGNED_TO_ANOTHER = "assigned_to_another"
    PENDING = "pending"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a translation may be moved.

    Attributes:
        state: Where it is.
        pending: How many sentences are not translated yet.
        blocking: How many checks say that it must not be published like this.
        assignee_id: Who is to review it; None for anybody.
    """

    state: TranslationState
    pending: int = 0
    blocking: int = 0
    assignee_id: int | None = None


def possible_moves(state: TranslationState) -> tuple[Step, ...]:
    """Return the moves that lead on from a state, the one that goes forward first."""
    return tuple(step for step, (before, _) in MOVES.items() if before is state)


def find_obstacle(standing: Standing, move: Step, *, reviewer_id: int | None, reason: str = "") -> Obstacle | None:
    """Return why a person may not make a move; None if they may.

    Anybody may send a translation to review, take it back, and reopen it. It is approved by the reviewer it is
    assigned to, or by anybody while it is assigned to nobody: assigning is open to all, and logged. Untranslated
    sentences always hold an approval up, blocking checks do unless a reason is given.

    Args:
        standing: As it is now.
        move: One of `MOVES`.
        reviewer_id: Who asks.
        reason: Why it is approved all the same.
    """
    if move not in MOVES or MOVES[move][0] is not standing.state:
        return Obstacle.WRONG_STATE
    if move is not Step.APPROVE:
        return None
    if standing.assignee_id not in (None, reviewer_id):
        return Obstacle.ASSIGNED_TO_ANOTHER
    if standing.pending:
        return Obstacle.PENDING
    return Obstacle.NO_REASON if standing.blocking and not reason.strip() else None


def state_after_edit(state: TranslationState) -> TranslationState:
    """Return the state once a text of the translation, or the article itself, changed: nobody approved what is new."""
    return TranslationState.IN_REVIEW if state is TranslationState.APPROVED else state
