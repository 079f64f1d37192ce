"""Formulas for Spanish."""

from __future__ import annotations

from workbench.readability.counts import Counts
from workbench.readability.formulas.ratios import per_100_words, syllables_per_word, words_per_sentence


def szigriszt_pazos(counts: Counts) -> float:
    """Return the Szigriszt-Pazos perspicuity of a Spanish text.

    206.835 - 62.3 * syllables / words - words / sentences

    Args:
        counts: Of a Spanish text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: INFLESZ, Barrio-Cantalejo and others (2008).

    Source: Szigriszt Pazos (1993), Universidad Complutense de Madrid.
    """
    return 206.835 - 62.3 * syllables_per_word(counts) - words_per_sentence(counts)


def fernandez_huerta(counts: Counts) -> float:
    """Return the Fernández-Huerta readability of a Spanish text.

    206.84 - 60 * syllables / words - 1.02 * words / sentences

    Args:
        counts: Of a Spanish text; reliable from 100 words.

    Returns:
        Points, about 0 (very hard) to 100 (very easy); bands: Flesch's seven, which Fernández Huerta kept.

    Source: Fernández Huerta (1959), Medidas sencillas de lecturabilidad, Consigna 214.
    """
    return 206.84 - 60 * syllables_per_word(counts) - 1.02 * words_per_sentence(counts)


def gutierrez_polini(counts: Counts) -> float:
    """Return Gutiérrez de Polini's comprehensibility of a Spanish text.

    95.2 - 9.7 * letters / words - 0.35 * words / sentences

    Args:
        counts: Of a Spanish text; reliable from 100 words.

    Returns:
        Points, higher is easier; made for texts of primary school; no bands were published.

    Source: Gutiérrez de Polini (1972), Investigación sobre lectura en Venezuela.
    """
    return 95.2 - 9.7 * counts.letters / counts.words - 0.35 * words_per_sentence(counts)


def crawford(counts: Counts) -> float:
    """Return Crawford's years of school for a Spanish text.

    0.049 * syllables per 100 words - 0.205 * sentences per 100 words - 3.407

    Args:
        counts: Of a Spanish text; reliable from 100 words.

    Returns:
        Years of primary school, 1 to 6: what is above lies outside of what Crawford measured.

    Source: Crawford (1989), Lectura y Vida 10.
    """
    return 0.049 * 100 * syllables_per_word(counts) - 0.205 * per_100_words(counts.sentences, counts) - 3.407
