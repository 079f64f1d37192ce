"""The sentences of the memory, held in this process to be searched; kept up with what any process writes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import ColumnElement, select

from workbench.extensions import db
from workbench.memory.fuzzy import FuzzyIndex, Match
from workbench.tables import MemoryEntry, MemoryPair

MOST_ENTRIES = 500_000
"""Of a larger memory the newest entries are searched: about 1 kB of memory each."""
MOST_PAIRS = 4
AT_ONCE_ENTRIES = 5_000
"""Up to so many are read while the page waits; more are read in the background."""

Pair = tuple[str, str]


@dataclass(slots=True)
class _Held:
    index: FuzzyIndex
    change: int


class MatchIndexes:
    """The indexes of one application, made when they are first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[Pair, _Held] = OrderedDict()
        self._building: dict[Pair, threading.Thread] = {}

    def find(self, pair: Pair, sentence: str, limit: int) -> tuple[Match, ...] | None:
        """Return the similar entries, or None while the index is still being made."""
        state = db.session.get(MemoryPair, pair)
        if state is None:
            return ()
        with self._lock:
            held = self._held.get(pair)
            if held is not None and held.change >= state.purged:
                self._held.move_to_end(pair)
                self._catch_up(pair, held, state.change)
            elif pair in self._building:
                return None
            elif _is_large(pair):
                self._build_aside(pair)
                return None
            else:
                held = self._hold(pair, *_read(pair))
        return held.index.find(sentence, limit=limit)

    def wait(self) -> None:
        """Wait until nothing is being made any more."""
        while threads := list(self._building.values()):
            for thread in threads:
                thread.join()

    def _catch_up(self, pair: Pair, held: _Held, change: int) -> None:
        if held.change == change:
            return
        rows = db.session.execute(
            select(MemoryEntry.id, MemoryEntry.source, MemoryEntry.deleted_at)
            .where(_of(pair), MemoryEntry.change > held.change)
            .order_by(MemoryEntry.id)
        ).all()
        held.index.change(
            [(id_, source) for id_, source, deleted_at in rows if deleted_at is None],
            removed=[id_ for id_, _, deleted_at in rows if deleted_at is not None],
        )
        held.change = change

    def _hold(self, pair: Pair, index: FuzzyIndex, change: int) -> _Held:
        held = self._held[pair] = _Held(index, change)
        self._held.move_to_end(pair)
        while len(self._held) > MOST_PAIRS:
            self._held.popitem(last=False)
        return held

    def _build_aside(self, pair: Pair) -> None:
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's documented way

        def build() -> None:
            try:
                with app.app_context():
                    index, change = _read(pair)
                with self._lock:
                    self._hold(pair, index, change)
            except Exception:
                app.logger.exception("the memory's index of %s could not be made", pair)
            finally:
                self._building.pop(pair, None)

        thread = self._building[pair] = threading.Thread(
            target=build, name=f"memory-index-{'-'.join(pair)}", daemon=True
        )
        thread.start()


def match_indexes() -> MatchIndexes:
    """Return the current application's indexes."""
    found: MatchIndexes = current_app.extensions.setdefault("match_indexes", MatchIndexes())
    return found


def _read(pair: Pair) -> tuple[FuzzyIndex, int]:
    """Read a pair's sentences and its counter, as they stood at one moment."""
    change = db.session.scalar(select(MemoryPair.change).where(_is_pair(pair))) or 0
    rows = db.session.execute(
        select(MemoryEntry.id, MemoryEntry.source)
        .where(_of(pair), MemoryEntry.deleted_at.is_(None), MemoryEntry.change <= change)
        .order_by(MemoryEntry.id.desc())
        .limit(MOST_ENTRIES)
    )
    return FuzzyIndex((id_, source) for id_, source in rows), change


def _is_large(pair: Pair) -> bool:
    beyond = select(MemoryEntry.id).where(_of(pair)).offset(AT_ONCE_ENTRIES).limit(1)
    return db.session.scalar(beyond) is not None


def _of(pair: Pair) -> ColumnElement[bool]:
    return (MemoryEntry.source_language == pair[0]) & (MemoryEntry.target_language == pair[1])


def _is_pair(pair: Pair) -> ColumnElement[bool]:
    return (MemoryPair.source_language == pair[0]) & (MemoryPair.target_language == pair[1])
