"""What a word is: runs of letters, marks and digits, and what may stand inside them.

An apostrophe, a middle dot or the dots of an acronym join (don't, l'eau, col·legi, U.S.), as do the marks inside
a number (3.5, 1,000, 10:30). A hyphen parts two words, save in languages that write prefixes and particles
with it (кто-то, anak-anak). A number is a word; punctuation, symbols and emoji are none.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from workbench.languages import writes_without_spaces

# Languages in which a hyphenated form is one word of the grammar. Source: Rozental, Справочник по правописанию
# (по-русски, кто-то); Ejaan Bahasa Indonesia V (anak-anak).
_HYPHEN_JOINS = frozenset({"be", "bg", "id", "mk", "ms", "ru", "uk"})

# Soft hyphen, word joiner and the zero-width joiners of Persian and Indic scripts are inside a word.
_INSIDE = r"[\p{L}\p{M}\p{N}\u00AD\u200C\u200D\u2060]"
_WORD = r"""
    [\p{L}\p{N}] INSIDE*+
    (?: (?= [MARKS] ) (?:
          [LETTERMARKS] (?=\p{L}) INSIDE++                        # don't, l'eau, п'ять
        | (?<= \p{N} ) [.,:/\u066B\u066C] (?=\p{N}) INSIDE++      # 3.5, 10:30
        | (?<= (?<!INSIDE) \p{L} ) \. \p{L} (?!INSIDE)            # U.S., p.m.
        | (?<= \. \p{L} ) \. \p{L} (?!INSIDE)
    ) ){0,15}+                                                  # a'a'a'a… is no word
"""
_LETTER_MARKS = "'’ʼ＇·״׳"
_NUMBER_MARKS = ".,:/\u066b\u066c"


@lru_cache(maxsize=2)
def _pattern(hyphen_joins: bool) -> regex.Pattern[str]:
    joining = _LETTER_MARKS + (r"\-\u2010\u2011" if hyphen_joins else "")
    text = _WORD.replace("LETTERMARKS", joining).replace("MARKS", joining + _NUMBER_MARKS).replace("INSIDE", _INSIDE)
    return regex.compile(text, regex.VERBOSE)


_EDGES = ".,;:!?…\"'()[]«»‹›„“”‚‘’¿¡"  # no word begins or ends with one
_NO_LETTERS = regex.compile(r"\P{L}+")
_NEITHER_LETTERS_NOR_DIGITS = regex.compile(r"[^\p{L}\p{N}]+")


def find_words(text: str, language: str) -> list[str]:
    """Return the words of a text in order, as they are written.

    Args:
        text: Anything; only its words are looked at.
        language: Two- or three-letter code, without a region.
    """
    bare = text.strip(_EDGES)
    if bare.isalpha():
        return [bare]  # most of what stands between spaces: no need to search
    words: list[str] = _pattern(language in _HYPHEN_JOINS).findall(text)
    return words


def parts_words_alike(one: str, other: str) -> bool:
    """Say whether a text has the same words in two languages: both count words, and treat the hyphen alike.

    Args:
        one: Two- or three-letter code, without a region.
        other: The same.
    """
    is_spaced = not (writes_without_spaces(one) or writes_without_spaces(other))
    return is_spaced and (one in _HYPHEN_JOINS) == (other in _HYPHEN_JOINS)


def count_letters(text: str) -> int:
    """Return how many letters stand in a text; marks, digits and punctuation are none."""
    return len(text) if text.isalpha() else len(_NO_LETTERS.sub("", text))


def count_letters_and_digits(text: str) -> int:
    """Return how many letters and digits stand in a text."""
    return len(text) if text.isalpha() else len(_NEITHER_LETTERS_NOR_DIGITS.sub("", text))
