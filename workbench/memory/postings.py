"""An inverted index over sentences: which of them have a feature, and which share the most with another."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.memory.features import features

MOST_POSTINGS = 40_000
"""Rare features are looked up first, until this many sentences have been counted: the rest decides little."""
MOST_CANDIDATES = 400
_FEATURE_MASK = 0xFFFFFFFF


class Postings:
    """The features of a fixed list of sentences.

    Args:
        folded: The sentences, normalised and without case.
        shortest: Share of the longer one's length that the shorter of two similar sentences has at least.
    """

    def __init__(self, folded: Sequence[str], shortest: float) -> None:
        self._shortest = shortest
        self._lengths: NDArray[np.int32] = np.fromiter((len(text) for text in folded), np.int32, len(folded))
        packed = array("Q")
        for at, text in enumerate(folded):
            packed.extend([(feature & _FEATURE_MASK) << 32 | at for feature in features(text)])
        every: NDArray[np.uint64] = np.frombuffer(packed, np.uint64) if packed else np.zeros(0, np.uint64)
        every = np.sort(every)  # by feature, then by sentence: one sort of plain numbers is the fastest there is
        del packed
        self._entries: NDArray[np.uint32] = every.astype(np.uint32)
        self._features, starts = np.unique((every >> 32).astype(np.uint32), return_index=True)
        self._bounds: NDArray[np.int64] = np.append(starts, len(every))

    def find(self, folded: str) -> NDArray[np.intp]:
        """Return the places of the sentences that share most with this one, in no order."""
        if not len(self._features):
            return np.zeros(0, np.intp)
        wanted = features(folded)
        keys = np.fromiter((feature & _FEATURE_MASK for feature in wanted), np.uint32, len(wanted))
        at = np.minimum(np.searchsorted(self._features, keys), len(self._features) - 1)
        at = at[self._features[at] == keys]
        sizes = self._bounds[at + 1] - self._bounds[at]
        rarest = np.argsort(sizes, kind="stable")
        at, sizes = at[rarest], sizes[rarest]
        within = max(1, int(np.searchsorted(np.cumsum(sizes), MOST_POSTINGS, side="right")))
        at, sizes = at[:within], sizes[:within]
        if not len(at):
            return np.zeros(0, np.intp)
        places = np.concatenate([self._entries[self._bounds[each] : self._bounds[each + 1]] for each in at])
        weights = np.repeat(np.log((len(self._lengths) + 1) / sizes), sizes)
        shared = np.bincount(places, weights, minlength=0)
        near = np.flatnonzero(shared)
        lengths = self._lengths[near]
        size = len(folded)
        fits = (np.minimum(lengths, size) >= self._shortest * np.maximum(lengths, size)).nonzero()[0]
        near = near[fits]
        if len(near) > MOST_CANDIDATES:
            rank = shared[near] / (self._lengths[near] + size)
            near = near[np.argpartition(rank, -MOST_CANDIDATES)[-MOST_CANDIDATES:]]
        return near
