"""Whether it is worth trying a model's faulty sentences again."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from threading import Lock

from workbench.translation.faults import FaultKind

WATCHED = 32
LEAST_MENDED = 0.1
TRIED = 16


@dataclass(slots=True)
class _Kind:
    """The repairs of sentences whose worst fault is of one kind: how the last went, and how many there are."""

    outcomes: deque[bool] = field(default_factory=lambda: deque(maxlen=WATCHED))
    under_way: int = 0
    asked: int = 0


class RepairRecord:
    """How the last repairs of a model's translations went: what cannot be helped is not tried again.

    After `WATCHED` sentences with the same worst kind of fault of which fewer than a tenth got better, one in
    `TRIED` of these is tried. Until that is known, no more than so many are under way. What a model cannot do,
    such as a term, says nothing of what it can, such as ending a loop. Safe in several threads.

    Attributes:
        started: How many sentences were tried again in all.
    """

    def __init__(self) -> None:
        self.started = 0
        self._lock = Lock()
        self._kinds: defaultdict[FaultKind, _Kind] = defaultdict(_Kind)

    def is_undecided(self, worst: FaultKind) -> bool:
        """Say whether it is better to wait for the repairs that are under way before another one begins."""
        with self._lock:
            kind = self._kinds[worst]
            return len(kind.outcomes) < WATCHED <= len(kind.outcomes) + kind.under_way

    def begin(self, worst: FaultKind, *, insists: bool = False) -> bool:
        """Say whether a faulty sentence should be tried again; when it is, `end` must be called.

        Args:
            worst: The worst kind of its faults.
            insists: Whether it is tried whatever happened before.
        """
        with self._lock:
            kind = self._kinds[worst]
            kind.asked += 1
            is_hopeless = len(kind.outcomes) == WATCHED and sum(kind.outcomes) < LEAST_MENDED * WATCHED
            if is_hopeless and kind.asked % TRIED and not insists:
                return False
            kind.under_way += 1
            self.started += 1
            return True

    def end(self, worst: FaultKind, *, is_mended: bool | None) -> None:
        """Write down how a repair went; None for one that was given up."""
        with self._lock:
            kind = self._kinds[worst]
            kind.under_way -= 1
            if is_mended is not None:
                kind.outcomes.append(is_mended)
