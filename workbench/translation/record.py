"""Whether it is worth trying a model's faulty sentences again."""

from __future__ import annotations

from collections import deque
from threading import Lock


class RepairRecord:
    """How the last repairs of a model's translations went: a model that cannot be helped is not asked again.

    After `WATCHED` sentences of which fewer than a tenth got better, one in `TRIED` is tried. Until that is
    known, no more than so many are under way. Safe in several threads.

    Attributes:
        started: How many sentences were tried again in all.
    """

    WATCHED = 32
    LEAST_MENDED = 0.1
    TRIED = 16

    def __init__(self) -> None:
        self.started = 0
        self._lock = Lock()
        self._outcomes: deque[bool] = deque(maxlen=self.WATCHED)
        self._under_way = 0
        self._asked = 0

    def is_undecided(self) -> bool:
        """Say whether it is better to wait for the repairs that are under way before another one begins."""
        with self._lock:
            known = len(self._outcomes)
            return known < self.WATCHED <= known + self._under_way

    def begin(self) -> bool:
        """Say whether the next faulty sentence should be tried again; when it is, `end` must be called."""
        with self._lock:
            self._asked += 1
            is_hopeless = len(self._outcomes) == self.WATCHED and sum(self._outcomes) < self.LEAST_MENDED * self.WATCHED
            if is_hopeless and self._asked % self.TRIED:
                return False
            self._under_way += 1
            self.started += 1
            return True

    def end(self, *, is_mended: bool | None) -> None:
        """Write down how a repair went; None for one that was given up."""
        with self._lock:
            self._under_way -= 1
            if is_mended is not None:
                self._outcomes.append(is_mended)
