"""The ratios that the formulas are made of."""

from __future__ import annotations

from workbench.readability.counts import Counts


def words_per_sentence(counts: Counts) -> float:
    """Return the mean length of a sentence, in words."""
    return counts.words / counts.sentences


def syllables_per_word(counts: Counts) -> float:
    """Return the mean length of a word, in syllables."""
    return counts.syllables / counts.words


def per_100_words(part: int, counts: Counts) -> float:
    """Return how many of something there are for each 100 words."""
    return 100 * part / counts.words
