"""How long a text takes to read, where readers of its language have been measured."""

from __future__ import annotations

from workbench.readability.counts import Counts

# Words a minute of adults who read English non-fiction silently. Source: Brysbaert (2019), How many words do we read
# per minute? A review and meta-analysis of reading rate, Journal of Memory and Language 109.
_SILENT_WORDS = {"en": 238}

# Words a minute, and characters a minute where words are not counted, of adults who read a text for sixth-graders
# aloud. Source: Trauzettel-Klosinski, Dietz and the IReST Study Group (2012), Standardized assessment of reading
# performance: the New International Reading Speed Texts IReST, Investigative Ophthalmology & Visual Science 53.
_ALOUD_WORDS = {
    "ar": 138,
    "de": 179,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
_ALOUD_CHARACTERS = {"ja": 357, "zh": 255}

_WORDS_A_MINUTE = _ALOUD_WORDS | _SILENT_WORDS


def reading_seconds(counts: Counts, language: str) -> float | None:
    """Return how many seconds a text takes an adult to read.

    In English silently, in the other languages aloud, which is slower: for those nothing else was measured in one way
    in so many languages.

    Args:
        counts: Of a text or a sentence.
        language: Two- or three-letter code, without a region.

    Returns:
        Seconds, 0 for a text without words; None in a language whose readers were not measured.

    Source: Brysbaert (2019) for English, Trauzettel-Klosinski and others (2012) for the others.
    """
    if language in _WORDS_A_MINUTE:
        return 60 * counts.words / _WORDS_A_MINUTE[language]
    if language in _ALOUD_CHARACTERS:
        return 60 * counts.letters_and_digits / _ALOUD_CHARACTERS[language]
    return None


def is_measured_aloud(language: str) -> bool:
    """Say whether the reading time of a language is that of reading aloud.

    Args:
        language: Two- or three-letter code, without a region.
    """
    return language not in _SILENT_WORDS and (language in _ALOUD_WORDS or language in _ALOUD_CHARACTERS)
