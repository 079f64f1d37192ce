"""What was found in a translation, and what replacing it would do and did."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.search import Match
from workbench.services.views.articles import Progress
from workbench.services.views.rows import Row


@dataclass(frozen=True, slots=True)
class SentenceHits:
    """The hits in one sentence; `source` and `target` are those of each side."""

    position: int
    source: tuple[Match, ...]
    target: tuple[Match, ...]

    @property
    def count(self) -> int:
        """How many there are on both sides."""
        return len(self.source) + len(self.target)


@dataclass(frozen=True, slots=True)
class Reworded:
    """What replacing does to one sentence.

    Attributes:
        row: As it stands.
        text: As it would be.
        hits: How many pieces of it change.
        repeats: The sentences that follow it and change with it.
        problem: Why it cannot be done; "" where it can.
    """

    row: Row
    text: str
    hits: int
    repeats: tuple[int, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What replacing would do: `sentences` in reading order, `left_over` more that are too many for one go."""

    sentences: tuple[Reworded, ...]
    left_over: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence as a preview showed it, chosen to be replaced in."""

    position: int
    version: int
    key: str


@dataclass(frozen=True, slots=True)
class Left:
    """A sentence that was chosen but not touched, and why."""

    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What replacing did.

    Attributes:
        hits: How many pieces were replaced, those in repeats too.
        rows: The sentences that changed, as they stand now.
        change: The number of this write; None if nothing was written.
        left: The sentences that were chosen and not touched.
        progress: Of the translation now.
    """

    hits: int
    rows: tuple[Row, ...]
    change: int | None
    left: tuple[Left, ...]
    progress: Progress
