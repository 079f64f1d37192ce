"""Which sentences of a translation account for its being harder, or easier, than expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbench.readability.comparability import Sides
from workbench.readability.counts import Counts
from workbench.readability.residuals import (
    LENGTH,
    LETTERS,
    LIX,
    LONG_WORDS,
    UNSPACED_LENGTH,
    VALUES,
    Expectations,
    Judgement,
    Sums,
)

MOST_SENTENCES = 10


@dataclass(frozen=True, slots=True)
class Culprit:
    """A sentence that accounts for the verdict.

    Attributes:
        position: From 1.
        measure: By which it does most: its length, its long words, or LIX where that decided.
        change: How much longer than expected it is, 0.31 for 31 % more, or how much higher its LIX is; for long words,
            how much higher than with the long words expected in a sentence of its length.
    """

    position: int
    measure: str
    change: float


class _Candidate(NamedTuple):
    gain: float
    position: int
    measure: str
    actual: Sums
    expected: Sums


def find_responsible(
    sides: Sides, expectations: Expectations, judgement: Judgement
) -> tuple[tuple[Culprit, ...], bool]:
    """Return the sentences that, were they as expected, would make the translation similar; and whether they do.

    A sentence is expected to be as much longer than its own source sentence as the whole is expected to be, and so
    are its long words; where the sides are not one to one, to be the mean sentence that the whole is expected to have.
    The heaviest go first, until the verdict changes; at most ten. For one measure no smaller set would do.

    Args:
        sides: The sentences that were compared.
        expectations: Of a translation of the source.
        judgement: Of the translation.
    """
    if not judgement.direction:
        return (), True
    sums = Sums.of(sides.target_total)
    before = [(each, each.deviation_of(sums)) for each in judgement.decided_by]
    candidates: list[_Candidate] = []
    for position, (actual, expected) in enumerate(_with_expected(sides, expectations), start=1):
        changed = _exchange(sums, actual, expected)
        gains = [judgement.direction * (deviation - each.deviation_of(changed)) for each, deviation in before]
        gain = sum(gains)
        if actual.sentences and gain > 0:
            measure = before[gains.index(max(gains))][0].measure
            candidates.append(_Candidate(gain, position, measure, actual, expected))
    candidates.sort(key=lambda candidate: -candidate.gain)
    found: list[Culprit] = []
    for candidate in candidates:
        change = _change(candidate.measure, candidate.actual, candidate.expected)
        if judgement.direction * change <= 0:
            continue  # its words are heavy, but not for its own length
        sums = _exchange(sums, candidate.actual, candidate.expected)
        found.append(Culprit(candidate.position, candidate.measure, change))
        if expectations.judge(sums).direction != judgement.direction:
            return tuple(found), True
        if len(found) == MOST_SENTENCES:
            break
    return tuple(found), False


def _exchange(sums: Sums, actual: Sums, expected: Sums) -> Sums:
    """Return the sums of a text in which one sentence is as expected."""
    return Sums(
        sums.sentences - actual.sentences + expected.sentences,
        sums.words - actual.words + expected.words,
        sums.letters - actual.letters + expected.letters,
        sums.long_words - actual.long_words + expected.long_words,
        sums.characters - actual.characters + expected.characters,
    )


def _change(measure: str, actual: Sums, expected: Sums) -> float:
    if measure == UNSPACED_LENGTH:
        return actual.characters / expected.characters - 1
    if measure == LENGTH:
        return actual.words / expected.words - 1
    if measure == LIX:
        return VALUES[LIX](actual) / VALUES[LIX](expected) - 1
    return VALUES[LIX](actual) / (actual.words + 100 * expected.long_words / expected.words) - 1


def _with_expected(sides: Sides, expectations: Expectations) -> Iterator[tuple[Sums, Sums]]:
    """Yield each sentence of the translation, and what it is expected to be."""
    whole = sides.source_total
    mean = (whole.words or whole.characters) / whole.sentences
    usual = _usual_sentence(whole, expectations)
    more_long_words = usual.long_words * whole.sentences / max(1, whole.long_words)
    for place, counts in enumerate(sides.target):
        actual = Sums.of(counts)
        if not sides.is_aligned:
            yield actual, usual
            continue
        own = sides.source[place]
        ratio = (own.words or own.characters) / mean
        words = usual.words * ratio
        long_words = min(words, more_long_words * own.long_words) if whole.long_words else usual.long_words * ratio
        yield actual, Sums(1, words, usual.letters * ratio, long_words, usual.characters * ratio)


def _usual_sentence(source: Counts, expectations: Expectations) -> Sums:
    """Return the mean sentence that a translation is expected to have."""
    characters = expectations.value_of(UNSPACED_LENGTH)
    if characters is not None:
        return Sums(1, 0, characters, 0, characters)
    words = expectations.value_of(LENGTH) or source.words / source.sentences
    share = expectations.value_of(LONG_WORDS)
    if share is None:
        # Only LIX is known. Newspapers of different languages differ mostly in their words, not their sentences.
        share = min(1.0, max(0.0, ((expectations.value_of(LIX) or words) - words) / 100))
    letters = words * (expectations.value_of(LETTERS) or source.letters / max(1, source.words))
    return Sums(1, words, letters, share * words, letters)
