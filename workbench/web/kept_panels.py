"""What takes long to measure and many desks ask for, kept as HTML: measured anew a twentieth of the time at most.

Twenty people who save change an article several times a second. Each of their desks would have all of it measured after
each of those; this way they get the panel that was measured last, and it says that it is older than the text.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

MOST_PANELS = 50
RESTS = 20
"""A panel that took 0.2 s to draw is not drawn again for four seconds."""
LONGEST_REST_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Panel:
    """What was drawn, and what it was drawn of.

    Attributes:
        html: The panel.
        stamp: Another one whenever another panel would be drawn.
        until: Until when it is good enough, by the clock that never goes back.
    """

    html: str
    stamp: Hashable
    until: float


@dataclass(slots=True)
class _Place:
    """Where one panel is kept. Who draws it holds the lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    panel: Panel | None = None


class KeptPanels:
    """The newest panels, for all threads of a server.

    Args:
        clock: Seconds of a clock that never goes back.
        worked: Seconds of work of the present thread, that a busy machine does not make more of.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, worked: Callable[[], float] = time.thread_time
    ) -> None:
        self._clock, self._worked = clock, worked
        self._lock = threading.Lock()
        self._places: OrderedDict[Hashable, _Place] = OrderedDict()

    def get(self, key: Hashable, stamp: Hashable, draw: Callable[[], str]) -> tuple[str, bool]:
        """Return a panel, and whether it is older than what it shows: who asks again later gets a newer one.

        Args:
            key: Which panel, for which readers.
            stamp: Of what it shows now, read before it is drawn.
            draw: Draws it.
        """
        place = self._place(key)
        kept = place.panel
        if kept is not None and (kept.stamp == stamp or self._clock() < kept.until):
            return kept.html, kept.stamp != stamp
        # Somebody draws it already: an older one is better than a thread that waits.
        if not place.lock.acquire(blocking=kept is None):
            assert kept is not None
            return kept.html, True
        try:
            kept = place.panel  # somebody may have drawn it while this one waited
            if kept is not None and (kept.stamp == stamp or self._clock() < kept.until):
                return kept.html, kept.stamp != stamp
            start = self._worked()
            html = draw()
            rest = min((self._worked() - start) * RESTS, LONGEST_REST_SECONDS)
            place.panel = Panel(html, stamp, self._clock() + rest)
            return html, False
        finally:
            place.lock.release()

    def _place(self, key: Hashable) -> _Place:
        with self._lock:
            found = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > MOST_PANELS:
                self._places.popitem(last=False)
            return found
