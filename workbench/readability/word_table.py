"""What each word adds to the counts, remembered, so that a word is looked at once.

All that a word adds is packed into one whole number, `BITS` bits a field, because summing a sentence's words
is then one call into C. What is remembered is a token, all that stands between white space: no word goes over white
space, so a sentence seen before in other words needs no search for its words, only `str.split`. The table of a
language is emptied when it is full, so memory stays bounded; a missing entry is only computed again, so threads
may share it.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache

import regex

from workbench.readability.dale_chall import is_familiar
from workbench.readability.rarity import is_rare
from workbench.readability.subordination import is_subordinator
from workbench.readability.syllables import count_syllables
from workbench.readability.words import count_letters, count_letters_and_digits, find_words

FIELDS = (
    "words",
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

_MAX_TOKENS = 16_384
_MAX_OPENINGS = 2_048
_MAX_LANGUAGES = 16  # some 2 MB each when full
_MAX_LETTERS = 64  # longer tokens (a URL, a text without spaces) are not worth remembering
_RARE = 1 << (BITS * FIELDS.index("rare_words"))
_PACKED = struct.Struct(f"<{len(FIELDS)}I")  # `BITS` bits each
_SCRIPTS = {"ru": regex.compile(r"\p{Cyrillic}")}
_SCRIPTS.update(dict.fromkeys(("de", "en", "es", "fr", "it", "nl", "pt"), regex.compile(r"\p{Latin}")))


class WordTable(dict[str, int]):
    """Maps a token of one language to the packed features of its words; computes what is not there yet."""

    __slots__ = ("_language", "_openings", "_same")

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._openings: dict[str, int] = {}
        self._same: dict[int, int] = {}

    def __missing__(self, token: str) -> int:
        words = find_words(token, self._language)
        if words == [token]:
            packed = pack(word_features(token, self._language))
        else:
            packed = sum(map(self.__getitem__, words))
        if len(token) > _MAX_LETTERS:
            return packed
        if len(self) >= _MAX_TOKENS:
            self.clear()
            self._same.clear()
        # Tokens with the same features share one number: a third of the memory.
        self[token] = packed = self._same.setdefault(packed, packed)
        return packed

    def opening(self, token: str) -> int:
        """Return what must be added for a token that opens a sentence: its capital is the sentence's, not a name's.

        Args:
            token: With a word in it.
        """
        added = self._openings.get(token)
        if added is None:
            word, *_ = find_words(token, self._language)
            small = word.lower()
            added = self._as_small(small) - self[word] if small != word and word[1:].islower() else 0
            if len(token) <= _MAX_LETTERS:
                if len(self._openings) >= _MAX_OPENINGS:
                    self._openings.clear()
                self._openings[token] = added
        return added

    def _as_small(self, word: str) -> int:
        # With a capital it may be a name all the same, so it is never called rare.
        return pack(word_features(word, self._language)) & ~_RARE


@lru_cache(maxsize=_MAX_LANGUAGES)
def word_table(language: str) -> WordTable:
    """Return the table of a language, given by its two- or three-letter code."""
    return WordTable(language)


def word_features(word: str, language: str) -> tuple[int, ...]:
    """Return what a word adds to each of `FIELDS`."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    is_letters = word.isalpha()
    letters = len(word) if is_letters else count_letters(word)
    syllables = count_syllables(word, language)
    is_poly = syllables >= POLYSYLLABLE
    is_name = word[0].isupper() or word[0].istitle()
    script = _SCRIPTS.get(language)
    return (
        1,
        letters,
        letters if is_letters else count_letters_and_digits(word),
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
    return int.from_bytes(_PACKED.pack(*features), "little")


def unpack(packed: int) -> tuple[int, ...]:
    """Return the sums of features that a sum of packed numbers holds."""
    return _PACKED.unpack(packed.to_bytes(_PACKED.size, "little"))
