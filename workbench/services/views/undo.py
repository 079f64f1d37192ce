"""What was taken back, and whether there is more."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.services.views.articles import Progress
from workbench.services.views.rows import Row


@dataclass(frozen=True, slots=True)
class StepsView:
    """Whether the last save of a sentence can be undone, and whether one can be redone."""

    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class UndoReport:
    """How many sentences a write was taken back in, and in how many it was left because they were changed since.

    `change` is the number of the new write: to take that back is to redo. None if nothing was written.
    """

    undone: int
    left: int
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did.

    Attributes:
        row: The sentence that it is about.
        others: Further sentences that changed with it.
        left: How many sentences of that write were left alone, because they were changed since.
        change: Where the translation's counter stands.
        progress: Of the translation.
        is_redo: Whether something was done again.
    """

    row: Row
    others: tuple[Row, ...]
    left: int
    change: int
    progress: Progress
    is_redo: bool
