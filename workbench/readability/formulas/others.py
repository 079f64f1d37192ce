"""Formulas for Italian, French, Dutch, Russian and Portuguese."""

from __future__ import annotations

from workbench.readability.counts import Counts
from workbench.readability.formulas.ratios import syllables_per_word, words_per_sentence


def gulpease(counts: Counts) -> float:
    """Return the Gulpease index of an Italian text.

    89 + (300 * sentences - 10 * letters) / words

    Args:
        counts: Of an Italian text; reliable from 100 words.

    Returns:
        Points, 0 (hard) to 100 (easy), above 100 for very short sentences; bands: by schooling, from the same paper.

    Source: Lucisano and Piemontese (1988), GULPEASE, Scuola e città 39.
    """
    return 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words


def flesch_vacca(counts: Counts) -> float:
    """Return the Flesch-Vacca readability of an Italian text.

    217 - 1.3 * words / sentences - 60 * syllables / words

    Args:
        counts: Of an Italian text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); no bands were published.

    Source: Franchina and Vacca (1986), Adaptation of Flesch readability index on a bilingual text.
    """
    return 217 - 1.3 * words_per_sentence(counts) - 60 * syllables_per_word(counts)


def kandel_moles(counts: Counts) -> float:
    """Return the Kandel-Moles readability of a French text.

    207 - 1.015 * words / sentences - 73.6 * syllables / words

    Args:
        counts: Of a French text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Flesch's.

    Source: Kandel and Moles (1958), Application de l'indice de Flesch à la langue française.
    """
    return 207 - 1.015 * words_per_sentence(counts) - 73.6 * syllables_per_word(counts)


def douma(counts: Counts) -> float:
    """Return Douma's readability of a Dutch text.

    206.84 - 0.93 * words / sentences - 77 * syllables / words

    Args:
        counts: Of a Dutch text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Douma's own, from the same report.

    Source: Douma (1960), De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen.
    """
    return 206.84 - 0.93 * words_per_sentence(counts) - 77 * syllables_per_word(counts)


def oborneva(counts: Counts) -> float:
    """Return Oborneva's readability of a Russian text.

    206.835 - 1.3 * words / sentences - 60.1 * syllables / words

    Args:
        counts: Of a Russian text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Flesch's.

    Source: Oborneva (2006), Автоматизированная оценка сложности учебных текстов.
    """
    return 206.835 - 1.3 * words_per_sentence(counts) - 60.1 * syllables_per_word(counts)


def flesch_pt(counts: Counts) -> float:
    """Return Flesch's reading ease adapted to Portuguese.

    248.835 - 1.015 * words / sentences - 84.6 * syllables / words

    Args:
        counts: Of a Portuguese text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Martins and others, four steps.

    Source: Martins, Ghiraldelo, Nunes and Oliveira (1996), Readability formulas applied to
    textbooks in Brazilian Portuguese.
    """
    return 248.835 - 1.015 * words_per_sentence(counts) - 84.6 * syllables_per_word(counts)
