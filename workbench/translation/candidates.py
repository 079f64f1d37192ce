"""The texts that a sentence may be translated with, judged."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.memory.terms import TermUse
from workbench.translation.decoding import Hypothesis
from workbench.translation.detection import burden, find_faults
from workbench.translation.faults import Fault, FaultKind
from workbench.translation.protect import Prepared


@dataclass(slots=True)
class Case:
    """A sentence on its way to a translation.

    Attributes:
        prepared: The sentence.
        uses: Its terms.
        is_suspect: Whether the model echoes it: then so do its other hypotheses, but for a word.
        likeliest: The score of the likeliest text so far that can be used.
        is_final: Whether all was tried that there is.
    """

    prepared: Prepared
    uses: tuple[TermUse, ...]
    is_suspect: bool = False
    likeliest: float = -math.inf
    is_final: bool = True

    def judge(self, text: str, score: float, source: str, target: str, *, is_cut_off: bool) -> Candidate:
        """Return a finished text with what is wrong with it."""
        faults = find_faults(
            self.prepared,
            text,
            source,
            target,
            uses=self.uses,
            is_cut_off=is_cut_off,
            is_suspect=self.is_suspect,
        )
        self.is_suspect = self.is_suspect or any(fault.kind is FaultKind.ECHO for fault in faults)
        return Candidate(text, score, faults)

    def outcome(self, best: Candidate) -> Outcome:
        """Return what became of the sentence, given the best text."""
        return Outcome(Hypothesis(best.text, best.score, faults=best.faults), self.is_final)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence.

    Attributes:
        hypothesis: Its translation.
        is_final: Whether it would be the same another time, so that it may be remembered.
    """

    hypothesis: Hypothesis
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may become the translation."""

    text: str
    score: float
    faults: tuple[Fault, ...]

    @property
    def rank(self) -> tuple[tuple[int, int], float]:
        """A sort key, the best first."""
        return burden(self.faults), -self.score

    @property
    def kinds(self) -> frozenset[FaultKind]:
        """What is wrong with it."""
        return frozenset(fault.kind for fault in self.faults)


def better(one: Candidate | None, other: Candidate | None) -> Candidate | None:
    """Return the better of two texts; of equal ones the first."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda candidate: candidate.rank)
