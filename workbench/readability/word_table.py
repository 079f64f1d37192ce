"""What each word adds to the counts, remembered, so that a word is looked at once.

All that a word adds is packed into one whole number, `BITS` bits a field, because summing a sentence's words
is then one call into C. The table of a language is emptied when it is full, so memory stays bounded; a missing
entry is only computed again, so threads may share it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from workbench.readability.dale_chall import is_familiar
from workbench.readability.rarity import is_rare
from workbench.readability.subordination import is_subordinator
from workbench.readability.syllables import count_syllables
from workbench.readability.words import count_letters, count_letters_and_digits

FIELDS = (
    "letters",
    "letters_and_digits",
    "syllables",
    "long_words",
    "monosyllables",
    "polysyllables",
    "complex_words",
    "difficult_words",
    "foreign_words",
    "rare_words",
    "subordinators",
)
BITS = 32
LONG_WORD_LETTERS = 7  # Björnsson (1968): more than six
POLYSYLLABLE = 3  # McLaughlin (1969), Gunning (1952), Bamberger and Vanecek (1984)

RARE = 1 << (BITS * FIELDS.index("rare_words"))

_MAX_WORDS = 16_384
_MAX_LETTERS = 64  # longer "words" (a URL, a text without spaces) are not worth remembering
_MASK = (1 << BITS) - 1
_SCRIPTS = {"ru": regex.compile(r"\p{Cyrillic}")}
_SCRIPTS.update(dict.fromkeys(("de", "en", "es", "fr", "it", "nl", "pt"), regex.compile(r"\p{Latin}")))


class WordTable(dict[str, int]):
    """Maps a word of one language to its packed features; computes what is not there yet."""

    __slots__ = ("_language", "_same")

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._same: dict[int, int] = {}

    def __missing__(self, word: str) -> int:
        packed = pack(word_features(word, self._language))
        if len(word) > _MAX_LETTERS:
            return packed
        if len(self) >= _MAX_WORDS:
            self.clear()
            self._same.clear()
        # Words with the same features share one number: a third of the memory.
        self[word] = packed = self._same.setdefault(packed, packed)
        return packed


@lru_cache(maxsize=16)
def word_table(language: str) -> WordTable:
    """Return the table of a language, given by its two- or three-letter code."""
    return WordTable(language)


def word_features(word: str, language: str) -> tuple[int, ...]:
    """Return what a word adds to each of `FIELDS`."""
    word = unicodedata.normalize("NFC", word)
    letters = count_letters(word)
    syllables = count_syllables(word, language)
    is_poly = syllables >= POLYSYLLABLE
    is_name = word[0].isupper() or word[0].istitle()
    script = _SCRIPTS.get(language)
    return (
        letters,
        count_letters_and_digits(word),
        syllables,
        letters >= LONG_WORD_LETTERS,
        syllables == 1,
        is_poly,
        is_poly and not is_name and not _is_inflected(word, syllables, language),
        language == "en" and not is_name and not is_familiar(word),
        script is not None and letters > 0 and script.search(word) is None,
        is_rare(word, language),
        is_subordinator(word, language),
    )


def _is_inflected(word: str, syllables: int, language: str) -> bool:
    """Say whether only -ed or -es makes the third syllable: "created", "trespasses"."""
    if language != "en" or syllables != POLYSYLLABLE or not word.endswith(("ed", "es")):
        return False
    stems = (word[:-1], word[:-2])
    return any(count_syllables(stem, language) == POLYSYLLABLE - 1 for stem in stems)


def pack(features: tuple[int, ...]) -> int:
    """Return the features as one number, the first in the lowest bits."""
    return sum(int(value) << (BITS * place) for place, value in enumerate(features))


def unpack(packed: int) -> list[int]:
    """Return the sums of features that a sum of packed numbers holds."""
    return [(packed >> shift) & _MASK for shift in range(0, BITS * len(FIELDS), BITS)]
