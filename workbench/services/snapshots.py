"""The last changes of a translation, read once for all desks that ask: fifty of them ask for much the same.

What is kept is good for one count of changes only, so that nobody sees less than what is stored.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from workbench.services.views import JobView, Progress, Row, Writer

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
    """

    floor: int
    change: int
    job_mark: str
    rows: tuple[tuple[int, Row], ...]
    writers: tuple[tuple[int, Writer], ...]
    progress: Progress
    job: JobView | None


class Snapshots:
    """The newest snapshot of each translation, for all threads of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], tuple[float, Snapshot]] = OrderedDict()

    def get(
        self, key: tuple[str, int], change: int, job_mark: str, since: int, read: Callable[[int], Snapshot]
    ) -> Snapshot:
        """Return the snapshot for a count of changes, read if it is not there; the others wait for it meanwhile.

        Args:
            key: The database and the translation.
            change: The count as it is.
            job_mark: The job as it is.
            since: The count that a page has seen: the snapshot has all rows above it.
            read: Reads one with all rows above a count.
        """
        with self._lock:
            until, kept = self._kept.get(key, (0.0, None))
            if kept is None or until <= time.monotonic():
                return self._keep(key, read(since))
            if (kept.change, kept.job_mark) == (change, job_mark) and kept.floor <= since:
                return kept
            if kept.change > change:  # a slow thread comes with an older count
                return read(since)
            return self._keep(key, read(min(since, max(kept.floor, change - REACH))))

    def _keep(self, key: tuple[str, int], snapshot: Snapshot) -> Snapshot:
        self._kept[key] = (time.monotonic() + KEPT_SECONDS, snapshot)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_TRANSLATIONS:
            self._kept.popitem(last=False)
        return snapshot
