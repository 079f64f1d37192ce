"""What became of each sentence between two versions of an article.

Equal sentences are found by their text, at the cost of a dictionary; only what is left over is compared
letter by letter, and only with its neighbours, so a long article that changed everywhere stays cheap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST_SIMILARITY = 60.0
"""From this RapidFuzz ratio on, in per cent, a sentence is the old one with changes."""
NEIGHBOURS = 16
"""With how many old sentences left over, before and after its place, a new one is compared."""
LEAST_ALIKE = 0.25
"""With a smaller share of sentences in common, two texts are not versions of one article."""


class Fate(StrEnum):
    """What became of an old sentence that has a counterpart in the new version."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the kind of its block, which settles which of two equal ones is meant."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Match:
    """An old and a new sentence that belong together, by their indexes."""

    old: int
    new: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions compared.

    Attributes:
        matches: Pairs by the new index. No index stands in two of them.
        new: Indexes of new sentences without an old one.
        dropped: Indexes of old sentences without a new one.
    """

    matches: tuple[Match, ...]
    new: tuple[int, ...]
    dropped: tuple[int, ...]

    def with_fate(self, fate: Fate) -> tuple[Match, ...]:
        """Return the pairs of one fate, by the new index."""
        return tuple(match for match in self.matches if match.fate is fate)

    @property
    def is_same(self) -> bool:
        """Whether every sentence is where it was."""
        return not self.new and not self.dropped and all(match.fate is Fate.KEPT for match in self.matches)

    @property
    def is_another_article(self) -> bool:
        """Whether so little is alike that this is hardly a version of the same article."""
        most = len(self.matches) + max(len(self.new), len(self.dropped))
        return len(self.matches) < LEAST_ALIKE * most


def compare_versions(old: Sequence[Sentence], new: Sequence[Sentence]) -> Comparison:
    """Say of each sentence of two versions what became of it.

    Equal texts, white space aside, belong together: first those in a block of the same kind, the first with
    the first. Those that keep their order are kept, the fewest possible are moved. Of the rest, the most
    similar neighbours are one sentence that changed. The same input always gives the same answer.
    """
    pairs = _equal(old, new)
    fates = dict.fromkeys(pairs.items(), Fate.MOVED) | dict.fromkeys(_in_order(sorted(pairs.items())), Fate.KEPT)
    fates |= dict.fromkeys(_similar(old, new, fates), Fate.CHANGED)
    matched_old, matched_new = {pair[1] for pair in fates}, {pair[0] for pair in fates}
    return Comparison(
        matches=tuple(Match(old_index, new_index, fate) for (new_index, old_index), fate in sorted(fates.items())),
        new=tuple(index for index in range(len(new)) if index not in matched_new),
        dropped=tuple(index for index in range(len(old)) if index not in matched_old),
    )


def plain(text: str) -> str:
    """Return a sentence with each run of white space as one space: what makes two sentences the same."""
    return " ".join(text.split())


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """Map new indexes to the old ones with the same text."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for is_kind_asked in (True, False):
        waiting: dict[tuple[str, str], deque[int]] = defaultdict(deque)
        for index, sentence in enumerate(old):
            if index not in taken:
                waiting[_key(sentence, is_kind_asked)].append(index)
        for index, sentence in enumerate(new):
            if index not in pairs and (found := waiting.get(_key(sentence, is_kind_asked))):
                pairs[index] = found.popleft()
                taken.add(pairs[index])
    return pairs


def _key(sentence: Sentence, is_kind_asked: bool) -> tuple[str, str]:
    return (sentence.kind if is_kind_asked else "", plain(sentence.text))


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest part of the pairs, sorted by the new index, in which the old index rises too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, old_index) in enumerate(pairs):
        length = bisect_left(tails, old_index)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [old_index]
        ends[length : length + 1] = [place]
    chosen = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chosen.append(pairs[place])
        place = before[place]
    return chosen


def _similar(
    old: Sequence[Sentence], new: Sequence[Sentence], fates: dict[tuple[int, int], Fate]
) -> Iterable[tuple[int, int]]:
    """Return pairs of what is left that are alike: the most similar first, then the nearest."""
    from rapidfuzz.fuzz import ratio

    matched_old = {old_index for _, old_index in fates}
    kept = {new_index: old_index for (new_index, old_index), fate in fates.items() if fate is Fate.KEPT}
    matched_new = {new_index for new_index, _ in fates}
    left = [index for index in range(len(old)) if index not in matched_old]
    found: list[tuple[float, bool, int, int, int]] = []
    anchor = -1
    since = 0
    for index, sentence in enumerate(new):
        if index in kept:
            anchor, since = kept[index], 0
        if index in matched_new:
            continue
        # Where it would stand among the old ones: after the last kept sentence, as many further as are new.
        place = bisect_left(left, anchor + 1) + since
        since += 1
        for nearby in range(max(0, place - NEIGHBOURS), min(len(left), place + NEIGHBOURS + 1)):
            other = old[left[nearby]]
            similarity = ratio(plain(other.text), plain(sentence.text), score_cutoff=LEAST_SIMILARITY)
            if similarity:
                found.append((-similarity, other.kind != sentence.kind, abs(nearby - place), left[nearby], index))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, old_index, new_index in sorted(found):
        if new_index not in pairs and old_index not in taken:
            pairs[new_index] = old_index
            taken.add(old_index)
    return pairs.items()
