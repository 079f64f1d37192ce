"""What a translation is expected to be where no translations were measured: newspapers' LIX in each language.

Björnsson, C. H. (1983), Readability of Newspapers in 11 Languages, Reading Research Quarterly 18.
"""

from __future__ import annotations

from math import log

from workbench.readability.counts import Counts
from workbench.readability.residuals import LIX, VALUES, Expectation, Expectations, Sums

NEWSPAPER_LIX = {
    "da": 51,
    "de": 59,
    "en": 52,
    "es": 67,
    "fi": 72,
    "fr": 55,
    "it": 65,
    "nb": 48,
    "nn": 48,
    "pt": 70,
    "ru": 65,
    "sv": 47,
}

# How far people's translations lie from what newspapers' LIX lets expect, in logarithms: the root mean square over the
# 123 documents and the 72 pairs of NTREX-128 that Björnsson's languages make. Within a language there is only what
# differs between documents of one pair, not what his figures are off for a pair.
SD_BETWEEN_LANGUAGES = 0.169
SD_WITHIN_LANGUAGE = 0.076
LIMIT = 1.96  # standard deviations: 39 % heavier between languages, 16 % within one


def expect_from_newspapers(source: Counts, source_language: str, target_language: str) -> Expectations | None:
    """Return the LIX that a translation is expected to have; None when nothing is known of one of the languages.

    A source twice as heavy as a newspaper makes a translation twice as heavy as one. In the same language the same is
    expected of both.

    Args:
        source: With at least one sentence and one word.
        source_language: Two- or three-letter code, without a region.
        target_language: The same.
    """
    is_same = source_language == target_language
    if is_same:
        factor = 1.0
    elif source_language in NEWSPAPER_LIX and target_language in NEWSPAPER_LIX:
        factor = NEWSPAPER_LIX[target_language] / NEWSPAPER_LIX[source_language]
    else:
        return None
    expected = Expectation(
        LIX,
        log(factor * VALUES[LIX](Sums.of(source))),
        SD_WITHIN_LANGUAGE if is_same else SD_BETWEEN_LANGUAGES,
        LIMIT,
        LIMIT,
    )
    return Expectations((expected,), "language")
