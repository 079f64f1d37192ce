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


_LEAST = 1e-3  # a text of numbers has 0 letters a word, which has no logarithm


def to_scale(measure: str, value: float) -> float:
    """Return a measure as it is regressed: its logarithm, but a share as it is, because it may be 0."""
    return value if measure == LONG_WORDS else log(max(value, _LEAST))


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
        low: How many standard deviations below is usual.
        high: How many above.
    """

    measure: str
    center: float
    sd: float
    low: float
    high: float

    @property
    def value(self) -> float:
        """The expected measure."""
        return from_scale(self.measure, self.center)

    def deviation_of(self, target: Sums) -> float:
        """Return how many standard deviations a translation lies above."""
        value = VALUES[self.measure](target)
        if self.measure != LONG_WORDS:
            value = log(max(value, _LEAST))
        return (value - self.center) / self.sd

    def limit_of(self, deviation: float) -> float:
        """Return how large a deviation may be on its side."""
        return self.high if deviation > 0 else self.low

    def excess_of(self, deviation: float) -> float:
        """Return a deviation in limits: above 1 is higher than usual, below -1 lower."""
        return deviation / self.limit_of(deviation)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which way a translation lies from what is expected.

    Attributes:
        direction: 1 is harder, -1 easier, 0 as expected.
        deviation: Of the measure that decided, or that is nearest to its limit, in standard deviations.
        limit: Of that measure, on that side.
        decided_by: The expectations that decided, those beyond their limits; none when as expected.
    """

    direction: int
    deviation: float
    limit: float
    decided_by: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a translation of one source is expected to be.

    Attributes:
        measures: In the order they are shown.
        basis: "pair" or "language", as in `Drift.basis`.
    """

    measures: tuple[Expectation, ...]
    basis: str

    def judge(self, target: Sums) -> Judgement:
        """Return whether a translation is harder or easier than expected.

        A longer or heavier text is never judged easier than a shorter or lighter one: the rule is monotone in each
        measure.
        """
        found = {each.measure: (each, each.deviation_of(target)) for each in self.measures}
        deciding = [found[name] for name in DECIDING if name in found] or [found[LIX]]
        if len({_side(*each) for each in deciding} - {0}) == 2:
            deciding = [found[LIX]]
        expectation, deviation = max(deciding, key=lambda each: abs(each[0].excess_of(each[1])))
        return Judgement(
            direction=_side(expectation, deviation),
            deviation=deviation,
            limit=expectation.limit_of(deviation),
            decided_by=tuple(each[0] for each in deciding if _side(*each)),
        )

    def value_of(self, measure: str) -> float | None:
        """Return what a measure is expected to be; None when nothing is known of it."""
        return next((each.value for each in self.measures if each.measure == measure), None)


def _side(expectation: Expectation, deviation: float) -> int:
    excess = expectation.excess_of(deviation)
    return int(excess > 1) - int(excess < -1)
