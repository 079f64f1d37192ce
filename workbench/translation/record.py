"""Whether it is worth trying a model's faulty sentences again."""

from __future__ import annotations

from collections import deque
from threading import Lock


class RepairRecord:
    """How the last repairs of a model's translations went: a model that cannot be helped is not asked again.

    After `WATCHED` sentences of which fewer than a tenth got better, one in sixteen is tried. Safe in several threads.
    """

    WATCHED = 32
    LEAST_MENDED = 0.1
    TRIED = 16

    def __init__(self) -> None:
        self._lock = Lock()
        self._outcomes: deque[bool] = deque(maxlen=self.WATCHED)
        self._asked = 0

    def is_worth_trying(self) -> bool:
        """Say whether the next faulty sentence should be tried again."""
        with self._lock:
            self._asked += 1
            is_hopeless = len(self._outcomes) == self.WATCHED and sum(self._outcomes) < self.LEAST_MENDED * self.WATCHED
            return not is_hopeless or self._asked % self.TRIED == 0

    def add(self, *, is_mended: bool) -> None:
        """Write down how a repair went."""
        with self._lock:
            self._outcomes.append(is_mended)
