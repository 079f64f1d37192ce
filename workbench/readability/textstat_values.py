"""What textstat makes of a text: its scores and its counts, asked for one text at a time.

textstat keeps one language for all threads, whole texts, and every word that it ever hyphenated. So there is one lock
around it, and what it remembers of texts and words is forgotten after each. It is imported at the first question, and
never asks the network: `textstat_dictionary` gives it the dictionary that it would download.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from workbench.readability.counts import Counts
from workbench.readability.textstat_dictionary import give_dictionary
from workbench.wording import words

# The method of textstat and its further arguments, by our name of the formula.
_METRICS: dict[str, dict[str, tuple[Any, ...]]] = {
    "de": {"amstad": ("flesch_reading_ease",)} | {f"wiener_{n}": ("wiener_sachtextformel", n) for n in range(1, 5)},
    "en": {
        "flesch": ("flesch_reading_ease",),
        "flesch_kincaid": ("flesch_kincaid_grade",),
        "gunning_fog": ("gunning_fog",),
        "smog": ("smog_index",),
        "ari": ("automated_readability_index",),
        "coleman_liau": ("coleman_liau_index",),
        "dale_chall": ("dale_chall_readability_score",),
    },
    "es": {name: (name,) for name in ("szigriszt_pazos", "fernandez_huerta", "gutierrez_polini", "crawford")},
    "fr": {"kandel_moles": ("flesch_reading_ease",)},
    "it": {"gulpease": ("gulpease_index",), "flesch_vacca": ("flesch_reading_ease",)},
    "nl": {"douma": ("flesch_reading_ease",)},
    "pt": {"flesch_pt": ("flesch_reading_ease",)},
    "ru": {"oborneva": ("flesch_reading_ease",)},
}
_NEUTRAL: dict[str, tuple[Any, ...]] = {"lix": ("lix",), "rix": ("rix",)}
# Read from files and few: kept. What depends on a text or a word is not.
_KEPT = frozenset({"get_pyphen", "get_lang_easy_words"})
_lock = Lock()


@dataclass(frozen=True, slots=True)
class TextstatValues:
    """textstat's answers for a text.

    Attributes:
        scores: By our name of the formula, for those that it could compute.
        failures: Why it could not, a sentence, for the others.
        counts: What it counted, in our terms; 0 where it could not, or where the language's formulas need none.
        characters_per_word: Its mean for ARI and Gulpease, where punctuation counts as letters.
    """

    scores: dict[str, float]
    failures: dict[str, str]
    counts: Counts
    characters_per_word: float


def names_of(language: str) -> tuple[str, ...]:
    """Return the formulas and neutral measures that textstat is asked for, by our names.

    Args:
        language: Two- or three-letter code, without a region.
    """
    return (*_METRICS.get(language, {}), *_NEUTRAL)


def ask_textstat(text: str, language: str) -> TextstatValues:
    """Return what textstat makes of a text; waits while another thread asks.

    Args:
        text: Of a length that textstat can bear: it reads 30,000 to 100,000 words a second, under the lock.
        language: Two- or three-letter code, without a region.
    """
    scores: dict[str, float] = {}
    failures: dict[str, str] = {}
    with _lock:
        from textstat.textstat import textstatistics

        give_dictionary()
        textstat = textstatistics()
        textstat.set_lang(language)
        try:
            for name, (method, *arguments) in (_METRICS.get(language, {}) | _NEUTRAL).items():
                try:
                    scores[name] = float(getattr(textstat, method)(text, *arguments))
                except (ArithmeticError, LookupError, TypeError, ValueError) as error:
                    failures[name] = words("textstat fails with {error}.", error=type(error).__name__)
            return TextstatValues(
                scores,
                failures,
                _counts(textstat, text, language),
                textstat.avg_character_per_word(text),
            )
        finally:
            _forget()


def _counts(textstat: Any, text: str, language: str) -> Counts:
    letters = textstat.letter_count(text)
    counts = {
        "words": textstat.lexicon_count(text),
        "sentences": textstat.sentence_count(text),
        "letters": letters,
        "letters_and_digits": letters,
        "long_words": textstat.long_word_count(text),
    }
    if language in _METRICS:
        counts |= {
            "syllables": textstat.syllable_count(text),
            "monosyllables": textstat.monosyllabcount(text),
            "polysyllables": textstat.polysyllabcount(text),
        }
    if language == "en":
        counts |= {
            "complex_words": textstat.difficult_words(text, 3),
            "difficult_words": textstat.difficult_words(text, 0),
        }
    return Counts(**counts)


def _forget() -> None:
    """Empty what textstat and pyphen remember of texts and words."""
    import pyphen

    for function in _remembering_functions():
        function.cache_clear()
    for dictionary in pyphen.hdcache.values():
        dictionary.cache.clear()


@cache
def _remembering_functions() -> tuple[Any, ...]:
    found = {
        id(value): value
        for name, module in sys.modules.items()
        if name.startswith("textstat.backend.")
        for value in vars(module).values()
        if hasattr(value, "cache_clear") and value.__name__ not in _KEPT
    }
    return tuple(found.values())
