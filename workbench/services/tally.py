"""The sentences of one translation as far as they hang together, kept up to date by the sentences that changed.

What is counted over a whole article, and what shows only beside other sentences, is known here without looking at
all of them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.findings import Finding
from workbench.review import REVIEWED, SegmentState
from workbench.segments.versions import plain
from workbench.services.views import Progress

Beside = tuple[int, str, str]
"""Position, source and translation of a sentence, as checks of an article take it."""
FindAcross = Callable[[Sequence[Beside]], dict[int | None, tuple[Finding, ...]]]
"""Returns what shows only beside other sentences, by position."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: what is counted of it, and what it is compared by.

    Attributes:
        id: Of its translation's row.
        position: In the article, from 1.
        source: Its text.
        text: Its translation; "" for none of its own.
        state: As it is stored; one that stands in another's text is in that one's state.
        words: Of the source.
        is_repeat: Whether it follows another sentence.
        head: The row in whose text it stands; None for its own.
    """

    id: int
    position: int
    source: str
    text: str
    state: SegmentState
    words: int
    is_repeat: bool
    head: int | None


class Tally:
    """Counts and comparisons of the sentences of a translation.

    Args:
        find_across: Compares sentences with each other.
        is_by_source: Whether it compares only those with the same source, spaces aside: then a sentence that changed
            is compared with its likes alone, else all are compared again.
    """

    def __init__(self, find_across: FindAcross, *, is_by_source: bool) -> None:
        self._find_across = find_across
        self._is_by_source = is_by_source
        self._lines: dict[int, Line] = {}
        self._likes: dict[str, set[int]] = defaultdict(set)
        self._members: dict[int, set[int]] = defaultdict(set)
        self._counts: dict[SegmentState, list[int]] = {state: [0, 0, 0] for state in SegmentState}
        self.across: dict[int | None, tuple[Finding, ...]] = {}
        """What was found across the sentences, by position; replaced as a whole, never changed in place."""

    def __len__(self) -> int:
        return len(self._lines)

    def update(self, lines: Iterable[Line]) -> None:
        """Take in sentences that are new or were written to; the others stay as they are."""
        lines = list(lines)
        if not lines:
            return
        olds = [old for line in lines if (old := self._lines.get(line.id))]
        touched = {line.id for line in lines}
        for id_ in tuple(touched):
            touched |= self._members.get(id_, set())
        compared = {line.id for line in lines}
        compared |= {line.head for line in (*olds, *lines) if line.head is not None}  # it may be compared no more
        self._count(touched, -1)
        for old in olds:
            self._likes[plain(old.source)].discard(old.id)
            if old.head is not None:
                self._members[old.head].discard(old.id)
        for line in lines:
            self._lines[line.id] = line
            self._likes[plain(line.source)].add(line.id)
            if line.head is not None:
                self._members[line.head].add(line.id)
        self._count(touched, 1)
        self._compare(compared, olds)

    def progress(self) -> Progress:
        """Return how many sentences are in each state, and their words."""
        counts = self._counts
        numbers = {state.value: counts[state][0] for state in SegmentState}
        words = {f"{state.value}_words": counts[state][2] for state in REVIEWED}
        total, repeated, all_words = (sum(count[place] for count in counts.values()) for place in range(3))
        return Progress(total=total, repeated=repeated, words=all_words, **numbers, **words)

    def groups(self) -> dict[int, tuple[tuple[int, str], ...]]:
        """Map each row that others are translated with to their positions and sources, in order."""
        return {
            head: tuple((line.position, line.source) for line in self._in_order(members))
            for head, members in self._members.items()
            if members
        }

    def places_of(self, ids: Iterable[int]) -> list[int]:
        """Return the positions of these rows, in order; one that is not there has none."""
        return [line.position for line in self._in_order(id_ for id_ in ids if id_ in self._lines)]

    def likes_of(self, ids: Iterable[int]) -> list[int]:
        """Return the positions of these rows, of those in their text, and of those with the same source; in order."""
        found: set[int] = set()
        for id_ in ids:
            if (line := self._lines.get(id_)) is not None:
                found |= {id_} | self._members.get(id_, set()) | self._likes[plain(line.source)]
        return [line.position for line in self._in_order(found)]

    def _count(self, ids: Iterable[int], sign: int) -> None:
        for id_ in ids:
            line = self._lines.get(id_)
            if line is None:
                continue
            head = self._lines.get(line.head) if line.head is not None else None
            count = self._counts[head.state if head is not None else line.state]
            count[0] += sign
            count[1] += sign * line.is_repeat
            count[2] += sign * line.words

    def _compare(self, ids: set[int], olds: Sequence[Line]) -> None:
        present = {id_ for id_ in ids if id_ in self._lines}
        if not self._is_by_source or None in self.across or len(present) == len(self._lines):
            self.across = self._find_across(self._beside(self._lines))
            return
        keys = {plain(self._lines[id_].source) for id_ in present} | {plain(old.source) for old in olds}
        likes: set[int] = set().union(*(self._likes[key] for key in keys))
        found = self._find_across(self._beside(likes)) if len(likes) > len(keys) else {}
        if None in found:  # a check that failed tells of the whole text: ask it about all of it
            self.across = self._find_across(self._beside(self._lines))
            return
        places = {self._lines[id_].position for id_ in likes} | {old.position for old in olds}
        if found or not places.isdisjoint(self.across):
            kept = {place: findings for place, findings in self.across.items() if place not in places}
            self.across = kept | found

    def _beside(self, ids: Iterable[int]) -> list[Beside]:
        """Return the translated ones; a text for two sentences is no other translation of one."""
        lines = self._in_order(ids)
        return [
            (line.position, line.source, line.text) for line in lines if line.text and not self._members.get(line.id)
        ]

    def _in_order(self, ids: Iterable[int]) -> list[Line]:
        return sorted((self._lines[id_] for id_ in ids), key=lambda line: line.position)
