"""Undo and redo of a sentence, derived from its revisions: nothing else is stored, so they outlast any reload."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from workbench.review import Origin, SegmentState

_SHAPING = frozenset({Origin.MERGE, Origin.SPLIT, Origin.UNDO, Origin.REDO, Origin.VERSION})
"""Origins of a change that may leave a sentence without a text of its own and still be taken back."""


class Change(Protocol):
    """What is read of a revision."""

    @property
    def id(self) -> int: ...
    @property
    def reviewer_id(self) -> int | None: ...
    @property
    def origin(self) -> Origin: ...
    @property
    def state(self) -> SegmentState: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def change(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Step:
    """How a sentence stood at a time.

    Attributes:
        text: Its text; "" where it stood in another sentence's.
        state: Its state.
        origin: Where the text came from; never `undo` or `redo`.
        revision_id: The revision that first made it so.
        reviewer_id: Whose that was; None for a model's.
        change: The number of the write that this revision was a part of.
    """

    text: str
    state: SegmentState
    origin: Origin
    revision_id: int
    reviewer_id: int | None
    change: int | None

    @property
    def is_merged(self) -> bool:
        """Whether the sentence was translated together with the one before it."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone and redone, the next one last in both.

    `last_reviewer_id`, `last_origin` and `last_change` are of the newest revision; `now` is what that made of the
    sentence. Without any revision they are None.
    """

    now: Step | None = None
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    last_reviewer_id: int | None = None
    last_origin: Origin | None = None
    last_change: int | None = None


def trace_steps(revisions: Iterable[Change]) -> Steps:
    """Walk over the revisions of a sentence, oldest first, as an editor that keeps two stacks.

    An ordinary change can be undone and clears what could be redone. A text that came where none stood, or left none
    (a model's, an update's), is where undoing ends: what stood before belongs to another sentence, or is nothing. A
    revision that says "undo" or "redo" but leads elsewhere than the stacks do counts as an ordinary change.

    Args:
        revisions: Of one sentence, in the order in which they were made.
    """
    now: Step | None = None
    undo: list[Step] = []
    redo: list[Step] = []
    last: Change | None = None
    for revision in revisions:
        if now is not None and revision.origin is Origin.UNDO and undo and _leads_to(undo[-1], revision):
            redo.append(now)
            now = undo.pop()
        elif now is not None and revision.origin is Origin.REDO and redo and _leads_to(redo[-1], revision):
            undo.append(now)
            now = redo.pop()
        else:
            is_first = not (revision.before and revision.after) and revision.origin not in _SHAPING
            if is_first or now is None:
                undo.clear()
            else:
                undo.append(now)
            redo.clear()
            now = _step(revision)
        last = revision
    if last is None:
        return Steps()
    return Steps(now, tuple(undo), tuple(redo), last.reviewer_id, last.origin, last.change)


def _leads_to(step: Step, revision: Change) -> bool:
    return (step.text, step.state) == (revision.after, revision.state)


def _step(revision: Change) -> Step:
    origin = Origin.REVIEWER if revision.origin in (Origin.UNDO, Origin.REDO) else revision.origin
    return Step(revision.after, revision.state, origin, revision.id, revision.reviewer_id, revision.change)
