"""Finding the sentences of a memory that are similar to another one.

The percentage of two sentences is 100 · 2 · c / (a + b), rounded down: a and b are their lengths in characters
and c is that of their longest common subsequence, all after `keys.normalise` and without case. This is RapidFuzz's
`fuzz.ratio`. 100 is kept for the same sentence, character by character: one that differs in white space, quotation
marks or case only has 99.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

from rapidfuzz import fuzz, process

from workbench.memory.keys import normalise
from workbench.memory.postings import Postings

LEAST_PERCENT = 70
MOST_LOOSE = 2_000
"""So many changes are searched one by one; then the index is made again."""
LONGEST_CHARS = 2_000
"""A longer text is a page, not a sentence; comparing is quadratic."""


@dataclass(frozen=True, slots=True)
class Match:
    """A similar sentence: its entry's id, and how similar it is, in per cent."""

    id: int
    percent: int


class FuzzyIndex:
    """The sentences of one language pair, in memory. Safe in several threads.

    Args:
        entries: Ids and sentences.
    """

    def __init__(self, entries: Iterable[tuple[int, str]] = ()) -> None:
        self._lock = Lock()
        self._texts: dict[int, str] = {id_: text for id_, text in entries if len(text) <= LONGEST_CHARS}
        self._loose: dict[int, str] = {}
        self._rebuild()

    def __len__(self) -> int:
        return len(self._texts)

    def change(self, added: Iterable[tuple[int, str]], removed: Iterable[int] = ()) -> None:
        """Take over entries that are new or have another sentence, and forget some."""
        with self._lock:
            for id_ in removed:
                self._texts.pop(id_, None)
                self._loose.pop(id_, None)
            for id_, text in added:
                if self._texts.get(id_) == text:
                    continue
                if len(text) > LONGEST_CHARS:
                    self._texts.pop(id_, None)
                    self._loose.pop(id_, None)
                else:
                    self._texts[id_] = text
                    self._loose[id_] = fold(text)
            if len(self._loose) > MOST_LOOSE:
                self._rebuild()

    def find(self, sentence: str, *, limit: int = 5, least: int = LEAST_PERCENT) -> tuple[Match, ...]:
        """Return the entries that are at least so similar, the most similar first, of equals the newest."""
        if len(sentence) > LONGEST_CHARS:
            return ()
        folded = fold(sentence)
        with self._lock:
            candidates = dict(self._loose)
            for place in self._postings.find(folded):
                id_ = self._ids[place]
                # An entry that was changed or removed since is in the postings still, as it was.
                if id_ in self._texts and id_ not in self._loose:
                    candidates[id_] = self._folded[place]
            found = process.extract(
                folded, candidates, scorer=fuzz.ratio, processor=None, score_cutoff=least, limit=None
            )
            matches = [Match(id_, percent_of(self._texts[id_], sentence, score)) for _, score, id_ in found]
        return tuple(sorted(matches, key=lambda match: (-match.percent, -match.id))[:limit])

    def _rebuild(self) -> None:
        self._ids: Sequence[int] = list(self._texts)
        self._folded: Sequence[str] = [fold(text) for text in self._texts.values()]
        self._postings = Postings(self._folded, shortest=LEAST_PERCENT / (200 - LEAST_PERCENT))
        self._loose = {}


def percent_of(entry: str, sentence: str, score: float) -> int:
    """Return a score as a percentage of which only the very same sentence has 100."""
    return 100 if entry == sentence else min(99, int(score))


def fold(text: str) -> str:
    """Return a sentence as it is compared."""
    return normalise(text).casefold()
