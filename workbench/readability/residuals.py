"""How far a translation's measures lie from what is expected, and which way that points.

Two measures decide, the length of sentences and the share of long words; where they point in opposite ways, LIX,
which is their sum, has the last word. In scripts without spaces there is only the length in characters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from workbench.readability.counts import Counts

LENGTH = "words_per_sentence"
UNSPACED_LENGTH = "characters_per_sentence"
LETTERS = "letters_per_word"
LONG_WORDS = "long_word_share"
LIX = "lix"
DECIDING = (LENGTH, LONG_WORDS, UNSPACED_LENGTH)


class Sums(NamedTuple):
    """The counts that drift is measured on; fractions when sentences were given their expected length."""

    sentences: float
    words: float
    letters: float
    long_words: float
    characters: float

    @classmethod
    def of(cls, counts: Counts) -> Sums:
        """Return those of a text or a sentence."""
        return cls(counts.sentences, counts.words, counts.letters, counts.long_words, counts.characters)


# Each needs a sentence, and all but the last a word.
VALUES: dict[str, Callable[[Sums], float]] = {
    LENGTH: lambda sums: sums.words / sums.sentences,
    LETTERS: lambda sums: sums.letters / sums.words,
    LONG_WORDS: lambda sums: sums.long_words / sums.words,
    LIX: lambda sums: sums.words / sums.sentences + 100 * sums.long_words / sums.words,
    UNSPACED_LENGTH: lambda sums: sums.characters / sums.sentences,
}


def to_scale(measure: str, value: float) -> float:
    """Return a measure as it is regressed: its logarithm, but a share as it is, because it may be 0."""
    return value if measure == LONG_WORDS else log(value)


def from_scale(measure: str, value: float) -> float:
    """Return the measure that `to_scale` made a value of; a share stays within 0 to 1."""
    return min(1.0, max(0.0, value)) if measure == LONG_WORDS else exp(value)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one measure of a translation is expected to be.

    Attributes:
        measure: A key of `VALUES`.
        center: On the scale of `to_scale`.
        sd: Standard deviation of people's translations around it, of sources as long as this one.
    """

    measure: str
    center: float
    sd: float

    @property
    def value(self) -> float:
        """The expected measure."""
        return from_scale(self.measure, self.center)

    def deviation_of(self, target: Sums) -> float:
        """Return how many standard deviations a translation lies above."""
        # A text without any letters has 0 letters a word, which has no logarithm.
        value = max(VALUES[self.measure](target), 1e-3) if self.measure != LONG_WORDS else VALUES[LONG_WORDS](target)
        return (to_scale(self.measure, value) - self.center) / self.sd


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which way a translation lies from what is expected.

    Attributes:
        direction: 1 is harder, -1 easier, 0 as expected.
        deviation: Of the measure that decided, or that is furthest off, in standard deviations.
    """

    direction: int
    deviation: float


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a translation of one source is expected to be.

    Attributes:
        measures: In the order they are shown.
        limit: Standard deviations beyond which a measure has moved.
        basis: "pair" or "language", as in `Drift.basis`.
    """

    measures: tuple[Expectation, ...]
    limit: float
    basis: str

    def deviations_of(self, target: Sums) -> dict[str, float]:
        """Return each measure's deviation, in standard deviations; positive is harder."""
        return {each.measure: each.deviation_of(target) for each in self.measures}

    def judge(self, target: Sums) -> Judgement:
        """Return whether a translation is harder or easier than expected.

        A longer or heavier text is never judged easier than a shorter or lighter one: the rule is monotone in each
        measure.
        """
        deviations = self.deviations_of(target)
        deciding = [deviations[name] for name in DECIDING if name in deviations] or [deviations[LIX]]
        highest, lowest = max(deciding), min(deciding)
        if highest > self.limit and lowest < -self.limit:
            highest = lowest = deviations[LIX]
        if highest > self.limit:
            return Judgement(1, highest)
        if lowest < -self.limit:
            return Judgement(-1, lowest)
        return Judgement(0, max(highest, lowest, key=abs))

    def value_of(self, measure: str) -> float | None:
        """Return what a measure is expected to be; None when nothing is known of it."""
        return next((each.value for each in self.measures if each.measure == measure), None)
