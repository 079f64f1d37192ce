"""Formulas for English."""

from __future__ import annotations

from math import sqrt

from workbench.readability.counts import Counts
from workbench.readability.formulas.ratios import per_100_words, syllables_per_word, words_per_sentence


def flesch(counts: Counts) -> float:
    """Return Flesch's reading ease of an English text.

    206.835 - 1.015 * words / sentences - 84.6 * syllables / words

    Args:
        counts: Of an English text; reliable from 100 words, the size of Flesch's samples.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Flesch (1949).

    Source: Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32.
    """
    return 206.835 - 1.015 * words_per_sentence(counts) - 84.6 * syllables_per_word(counts)


def flesch_kincaid(counts: Counts) -> float:
    """Return the US school grade of an English text after Flesch and Kincaid.

    0.39 * words / sentences + 11.8 * syllables / words - 15.59

    Args:
        counts: Of an English text; reliable from 100 words.

    Returns:
        US school grade, about 0 to 18; below 0 for very short sentences. No bands: the grade is the answer.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Naval Technical Training Command, RBR 8-75.
    """
    return 0.39 * words_per_sentence(counts) + 11.8 * syllables_per_word(counts) - 15.59


def gunning_fog(counts: Counts) -> float:
    """Return Gunning's Fog index of an English text.

    0.4 * (words / sentences + 100 * complex words / words)

    Args:
        counts: Of an English text; reliable from 100 words, the size of Gunning's samples.

    Returns:
        US school grade, 6 (easy) to 17 (college graduate); below 6 for very short sentences.

    Source: Gunning (1952), The Technique of Clear Writing.
    """
    return 0.4 * (words_per_sentence(counts) + per_100_words(counts.complex_words, counts))


def smog(counts: Counts) -> float:
    """Return McLaughlin's SMOG grade of an English text.

    1.043 * sqrt(30 * polysyllables / sentences) + 3.1291

    Args:
        counts: Of an English text; reliable from 30 sentences, the size of McLaughlin's samples.

    Returns:
        US school grade, 3.13 (no word of three syllables) to about 19.

    Source: McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12.
    """
    return 1.043 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


def ari(counts: Counts) -> float:
    """Return the Automated Readability Index of an English text.

    4.71 * (letters and digits) / words + 0.5 * words / sentences - 21.43

    Args:
        counts: Of an English text; reliable from 100 words.

    Returns:
        US school grade, 1 to 14; below 0 for very short sentences.

    Source: Smith and Senter (1967), Automated Readability Index, AMRL-TR-66-220.
    """
    return 4.71 * counts.letters_and_digits / counts.words + 0.5 * words_per_sentence(counts) - 21.43


def coleman_liau(counts: Counts) -> float:
    """Return the Coleman-Liau index of an English text.

    0.0588 * (letters and digits) per 100 words - 0.296 * sentences per 100 words - 15.8

    Args:
        counts: Of an English text; reliable from 100 words, by which its ratios are given.

    Returns:
        US school grade, 1 to about 16; below 0 for very short sentences.

    Source: Coleman and Liau (1975), A computer readability formula designed for machine scoring, Journal of
    Applied Psychology 60; its abstract's own score, 14.53, counts the digits of "100" as letters.
    """
    signs = per_100_words(counts.letters_and_digits, counts)
    return 0.0588 * signs - 0.296 * per_100_words(counts.sentences, counts) - 15.8


def dale_chall(counts: Counts) -> float:
    """Return the Dale-Chall score of an English text.

    0.1579 * percent of difficult words + 0.0496 * words / sentences, + 3.6365 above 5 percent

    Args:
        counts: Of an English text; reliable from 100 words, the size of their samples.

    Returns:
        Points, under 5 (grade 4) to 10 (college graduate); bands: Dale and Chall (1948).

    Source: Dale and Chall (1948), A formula for predicting readability, Educational Research Bulletin 27. They add the
    constant always; adding it above 5 percent only is how the formula is used since, in other tools too.
    """
    difficult = per_100_words(counts.difficult_words, counts)
    score = 0.1579 * difficult + 0.0496 * words_per_sentence(counts)
    return score + 3.6365 if difficult > 5 else score
