"""Syllables of one written word, in the languages that have a rule.

Russian, Ukrainian, Bulgarian, Turkish, Hungarian and their like: exact, a vowel is a syllable. English: the CMU
dictionary, then rules. The others: rules for digraphs, diphthongs and hiatus. What each counts, and what it
cannot know, stands in docs/readability.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import regex

from workbench.readability.syllable_rules import english, french
from workbench.readability.syllable_rules.germanic import GERMANIC
from workbench.readability.syllable_rules.romance import ROMANCE
from workbench.readability.syllable_rules.vowels import VOWELS

_RULES: dict[str, Callable[[str], int]] = {
    "en": english.count,
    "fr": french.count,
    **{language: rule.count for language, rule in {**GERMANIC, **ROMANCE, **VOWELS}.items()},
}
# Latin letters in a text of another script are mostly English names and brands.
_OTHER_SCRIPTS = frozenset({"be", "bg", "el", "mk", "ru", "uk"})
_ACRONYM_LETTERS = 6  # longer words in capitals are read as words: "BREAKING"
_LONGEST = 128  # letters; what is longer is no word, and only its beginning is looked at
_RUNS = regex.compile(r"(?P<digits>\p{N}+(?:[^\p{L}\p{M}\p{N}]+\p{N}+)*)|[\p{L}\p{M}]+")
_ENGLISH_RUNS = regex.compile(r"(?P<digits>\p{N}+(?:[^\p{L}\p{M}\p{N}]+\p{N}+)*)|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*")
_APOSTROPHES = str.maketrans("’ʼ＇", "'''", "\u00ad\u200c\u200d\u2060")


def has_syllable_rule(language: str) -> bool:
    """Say whether syllables can be counted in a language.

    Args:
        language: Two- or three-letter code, without a region.
    """
    return language in _RULES


def count_syllables(word: str, language: str) -> int:
    """Return the spoken syllables of a word, at least 1; 0 in a language without a rule.

    A run of digits is one syllable, because how it is read depends on the reader. An acronym with dots, or in
    capitals and without a vowel, is spelled: one syllable a letter.

    Args:
        word: As `words.find_words` gives it.
        language: Two- or three-letter code, without a region.
    """
    rule = _RULES.get(language)
    if rule is None:
        return 0
    word = word[:_LONGEST]
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    if not word.isalpha() or "ʼ" in word:  # this apostrophe is a letter to Unicode; translating is slow, so not always
        word = word.translate(_APOSTROPHES)
    if language in _OTHER_SCRIPTS and word.isascii():
        rule = english.count
    if word.isalpha():
        return max(1, _of_run(word, rule))
    if "." in word and not any(character.isnumeric() for character in word):
        return max(1, sum(character.isalpha() for character in word))
    runs = (_ENGLISH_RUNS if rule is english.count else _RUNS).finditer(word)
    return max(1, sum(1 if run["digits"] else _of_run(run[0], rule) for run in runs))


def _of_run(word: str, rule: Callable[[str], int]) -> int:
    spoken = rule(word.lower())
    if spoken <= 1 and 1 < len(word) <= _ACRONYM_LETTERS and word.isupper() and rule is not english.count:
        return spoken if _VOWEL.search(unicodedata.normalize("NFD", word)) else len(word)
    return spoken


_VOWEL = regex.compile("[AEIOUYАЕЄИІОУЫЭЮЯΑΕΗΙΟΥΩŒÆØ]")
