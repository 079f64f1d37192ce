"""The last changes of a translation, read once for all desks that ask: fifty of them ask for much the same.

What is kept is good for one count of changes only, so that nobody sees less than what is stored.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from workbench.services.views import JobView, Progress, Row, Writer
from workbench.services.views.workflow import Workflow

MOST_TRANSLATIONS = 50
KEPT_SECONDS = 20.0
"""A name, or a term of the glossary, can change without a count."""
REACH = 8
"""Counts of changes that a new snapshot goes back for those who have not asked yet, if the one before did."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was written to a translation lately.

    Attributes:
        floor: The count of changes above which it has all rows.
        change: The count at which it was read.
        job_mark: Of the job at that time, as `JobView.mark`.
        rows: With the count of each row's last write.
        writers: With the count of what they wrote.
        workflow: Where the translation stands; None if it was removed for good.
        moved: The count at which that was found to be another one than before.
    """

    floor: int
    change: int
    job_mark: str
    rows: tuple[tuple[int, Row], ...]
    writers: tuple[tuple[int, Writer], ...]
    progress: Progress
    job: JobView | None
    workflow: Workflow | None
    moved: int


Key = tuple[str, int, datetime]
"""The database, the translation, and when that was made: a number that is free again is given to another one."""
Read = Callable[[int, Snapshot | None], Snapshot]
"""Reads a snapshot with all rows above a count; it is given the one before, if there is one."""


@dataclass(slots=True)
class _Place:
    """Where the snapshot of one translation is kept. Who reads one holds its lock: the others wait for what is read."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    until: float = 0.0
    snapshot: Snapshot | None = None


class Snapshots:
    """The newest snapshot of each translation, for all threads of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: OrderedDict[Key, _Place] = OrderedDict()

    def get(self, key: Key, change: int, job_mark: str, since: int, read: Read) -> Snapshot:
        """Return the snapshot for a count of changes, read if it is not there; the others wait for it meanwhile.

        Args:
            key: Which translation.
            change: The count as it is.
            job_mark: The job as it is.
            since: The count that a page has seen: the snapshot has all rows above it.
            read: Reads one.
        """
        place = self._place(key)
        with place.lock:
            kept = place.snapshot
            if kept is None or place.until <= time.monotonic():
                return _keep(place, read(since, None))
            if (kept.change, kept.job_mark) == (change, job_mark) and kept.floor <= since:
                return kept
            if kept.change <= change:
                return _keep(place, read(min(since, max(kept.floor, change - REACH)), kept))
        return read(since, None)  # a slow thread comes with an older count

    def _place(self, key: Key) -> _Place:
        with self._lock:
            found = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > MOST_TRANSLATIONS:
                self._places.popitem(last=False)
            return found


def _keep(place: _Place, snapshot: Snapshot) -> Snapshot:
    place.until, place.snapshot = time.monotonic() + KEPT_SECONDS, snapshot
    return snapshot
