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
    """Where the current text of a segment came from, and why a revision was made."""

    MACHINE = "machine"
    REPEAT = "repeat"
    REVIEWER = "reviewer"


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


def state_after_machine(state: SegmentState) -> SegmentState:
    """Return the state once the model's text arrives: reviewed text is never touched by a model."""
    return SegmentState.MACHINE if state is SegmentState.PENDING else state
