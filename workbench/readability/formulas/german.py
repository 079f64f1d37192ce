"""Formulas for German."""

from __future__ import annotations

from workbench.readability.counts import Counts
from workbench.readability.formulas.ratios import per_100_words, syllables_per_word, words_per_sentence


def amstad(counts: Counts) -> float:
    """Return Amstad's readability of a German text.

    180 - words / sentences - 58.5 * syllables / words

    Args:
        counts: Of a German text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Flesch's seven, which Amstad kept.

    Source: Amstad (1978), Wie verständlich sind unsere Zeitungen?, Universität Zürich.
    """
    return 180 - words_per_sentence(counts) - 58.5 * syllables_per_word(counts)


def wiener_1(counts: Counts) -> float:
    """Return the first Wiener Sachtextformel of a German text.

    0.1935 * MS + 0.1672 * SL + 0.1297 * IW - 0.0327 * ES - 0.875

    MS: percent of words of 3 syllables or more; SL: words / sentences; IW: percent of words of more than 6
    letters; ES: percent of words of one syllable.

    Args:
        counts: Of a German non-fiction text; reliable from 100 words.

    Returns:
        School year, 4 (easy) to 15 (hard); lower for very short sentences.

    Source: Bamberger and Vanecek (1984), Lesen - Verstehen - Lernen - Schreiben.
    """
    ms = per_100_words(counts.polysyllables, counts)
    iw = per_100_words(counts.long_words, counts)
    es = per_100_words(counts.monosyllables, counts)
    return 0.1935 * ms + 0.1672 * words_per_sentence(counts) + 0.1297 * iw - 0.0327 * es - 0.875


def wiener_2(counts: Counts) -> float:
    """Return the second Wiener Sachtextformel of a German text.

    0.2007 * MS + 0.1682 * SL + 0.1373 * IW - 2.779

    MS: percent of words of 3 syllables or more; SL: words / sentences; IW: percent of words of more than 6
    letters; ES: percent of words of one syllable.

    Args:
        counts: Of a German non-fiction text; reliable from 100 words.

    Returns:
        School year, 4 (easy) to 15 (hard); lower for very short sentences.

    Source: Bamberger and Vanecek (1984), Lesen - Verstehen - Lernen - Schreiben.
    """
    ms = per_100_words(counts.polysyllables, counts)
    iw = per_100_words(counts.long_words, counts)
    return 0.2007 * ms + 0.1682 * words_per_sentence(counts) + 0.1373 * iw - 2.779


def wiener_3(counts: Counts) -> float:
    """Return the third Wiener Sachtextformel of a German text.

    0.2963 * MS + 0.1905 * SL - 1.1144

    MS: percent of words of 3 syllables or more; SL: words / sentences; IW: percent of words of more than 6
    letters; ES: percent of words of one syllable.

    Args:
        counts: Of a German non-fiction text; reliable from 100 words.

    Returns:
        School year, 4 (easy) to 15 (hard); lower for very short sentences.

    Source: Bamberger and Vanecek (1984), Lesen - Verstehen - Lernen - Schreiben.
    """
    ms = per_100_words(counts.polysyllables, counts)
    return 0.2963 * ms + 0.1905 * words_per_sentence(counts) - 1.1144


def wiener_4(counts: Counts) -> float:
    """Return the fourth Wiener Sachtextformel of a German text.

    0.2744 * MS + 0.2656 * SL - 1.693

    MS: percent of words of 3 syllables or more; SL: words / sentences; IW: percent of words of more than 6
    letters; ES: percent of words of one syllable.

    Args:
        counts: Of a German non-fiction text; reliable from 100 words.

    Returns:
        School year, 4 (easy) to 15 (hard); lower for very short sentences.

    Source: Bamberger and Vanecek (1984), Lesen - Verstehen - Lernen - Schreiben.
    """
    ms = per_100_words(counts.polysyllables, counts)
    return 0.2744 * ms + 0.2656 * words_per_sentence(counts) - 1.693
