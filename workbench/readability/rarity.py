"""Which words are rare: not among the 10,000 (in languages of many forms 20,000) commonest of their language.

The lists are wordfreq's (Speer 2022), lower case, with every inflected form a form of its own; see
data/common_words/LICENSE. A list is read when its language is first needed and stays: 0.3 to 0.7 MB each.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import regex

FOLDER = Path(__file__).parent / "data" / "common_words"
_STEM_LETTERS = 3  # as tools/build_word_lists.py writes it
_ARABIC_VOWELS = regex.compile(r"\p{M}")
_HYPHEN = regex.compile("[-\u2010\u2011]")
_NUMBER = regex.compile(r"\p{N}")
_APOSTROPHES = str.maketrans("’ʼ＇", "'''", "\u00ad\u200c\u200d\u2060")
# German writes every noun with a capital. These endings (Duden, Die Grammatik, "Suffixe des Substantivs") make nouns
# that are no names; other nouns cannot be told from names and are taken for common.
_GERMAN_NOUN = regex.compile(
    r"(?<=\p{L}{3})(?:(?:ung|heit|keit|schaft|tion|tät|ismus)(?:en|s)?|nis(?:se[ns]?)?|ismen)$"
)


@cache
def rated_languages() -> frozenset[str]:
    """Return the languages that have a list, by their two-letter codes."""
    return frozenset(path.stem for path in FOLDER.glob("*.txt"))


def is_rare(word: str, language: str) -> bool:
    """Say whether a word is none of the common ones of its language; False where there is no list.

    Names are not rare, nor what has a digit: a word with a capital is taken for a name, save German nouns with an
    ending that names do not have. An elided or possessive word is judged by its longest part, and a
    hyphenated one (по-русски) by all its parts, because the lists have only the parts.

    Args:
        word: As it is written, NFC.
        language: Two- or three-letter code, without a region.
    """
    if language not in rated_languages() or _NUMBER.search(word) or "." in word or _may_be_name(word, language):
        return False
    form = _fold(word.translate(_APOSTROPHES), language)
    return not all(_is_common(part, language) for part in _HYPHEN.split(form) if part)


def _may_be_name(word: str, language: str) -> bool:
    if not (word[0].isupper() or word[0].istitle()):
        return False
    return language != "de" or word.isupper() or _GERMAN_NOUN.search(word) is None


def _fold(word: str, language: str) -> str:
    if language == "tr":
        word = word.replace("İ", "i").replace("I", "ı")
    if language == "ar":
        word = _ARABIC_VOWELS.sub("", word)
    return word.casefold()


def _is_common(form: str, language: str) -> bool:
    return _is_listed(form, language) or _is_listed(max(form.split("'"), key=len), language)


def _is_listed(form: str, language: str) -> bool:
    endings = _common_words(language).get(form[:_STEM_LETTERS])
    return endings is not None and f" {form[_STEM_LETTERS:] or '.'} " in endings


@lru_cache(maxsize=32)
def _common_words(language: str) -> dict[str, str]:
    """Return the list: three first letters, and the endings that follow, between spaces."""
    with (FOLDER / f"{language}.txt").open(encoding="utf-8") as lines:
        stems = (line.rstrip("\n").partition(" ") for line in lines if not line.startswith("#"))
        return {stem: f" {endings} " for stem, _, endings in stems}
