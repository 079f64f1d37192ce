"""Who is on which desk just now: kept in the server's memory, told by the polls of open pages, gone by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

GONE_AFTER_SECONDS = 15.0
MOST_DESKS = 500
MOST_PAGES = 200
"""On one desk. Who comes when there are as many is not shown; nothing else depends on it."""

Desk = tuple[int, str]
"""An article's id and the language of the translation."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One open page.

    Attributes:
        page: Names the page, whoever looks at it.
        reviewer_id: Whose page it is; None for somebody who has not corrected anything yet.
        name: Of the reviewer, or "".
        colour: Of the reviewer, or "".
        position: Of the sentence that is open there; None if none is.
    """

    page: str
    reviewer_id: int | None = None
    name: str = ""
    colour: str = ""
    position: int | None = None


class Presence:
    """The pages that are open on each desk. One register serves all threads of a server.

    Args:
        clock: Seconds of a clock that never goes back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._desks: dict[Desk, dict[str, tuple[float, Visitor | None]]] = {}

    def note(self, desk: Desk, visitor: Visitor) -> None:
        """Take down that a page is open, and on which sentence."""
        with self._lock:
            self._forget_gone(desk)
            if desk not in self._desks and len(self._desks) >= MOST_DESKS:
                for other in list(self._desks):
                    self._forget_gone(other)
                if len(self._desks) >= MOST_DESKS:
                    return
            pages = self._desks.setdefault(desk, {})
            _, known = pages.get(visitor.page, (0.0, visitor))
            if known is not None and (visitor.page in pages or len(pages) < MOST_PAGES):
                pages[visitor.page] = (self._clock() + GONE_AFTER_SECONDS, visitor)

    def leave(self, desk: Desk, page: str) -> None:
        """Forget a page that was closed: a poll of it that was still on its way does not bring it back."""
        with self._lock:
            pages = self._desks.get(desk, {})
            if page in pages:
                pages[page] = (self._clock() + GONE_AFTER_SECONDS, None)
            self._forget_gone(desk)

    def others(self, desk: Desk, *, page: str = "", reviewer_id: int | None = None) -> tuple[Visitor, ...]:
        """Return who else is there, by name; pages of the same reviewer are not somebody else's.

        Args:
            desk: Where.
            page: The page that asks.
            reviewer_id: Who asks, if known.
        """
        with self._lock:
            self._forget_gone(desk)
            found = [visitor for _, visitor in self._desks.get(desk, {}).values() if visitor is not None]
        return tuple(
            sorted(
                (
                    visitor
                    for visitor in found
                    if visitor.page != page and (reviewer_id is None or visitor.reviewer_id != reviewer_id)
                ),
                key=lambda visitor: (not visitor.name, visitor.name.casefold(), visitor.reviewer_id or 0, visitor.page),
            )
        )

    def _forget_gone(self, desk: Desk) -> None:
        pages = self._desks.get(desk)
        if pages is None:
            return
        moment = self._clock()
        for page in [page for page, (until, _) in pages.items() if until <= moment]:
            del pages[page]
        if not pages:
            del self._desks[desk]
