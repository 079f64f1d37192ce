"""States of a translated segment and of a job, where a text came from, and which moves are allowed."""

from __future__ import annotations

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
    `restore`: an older version was chosen again; `replace`: words were replaced in the whole translation.
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
