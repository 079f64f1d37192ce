"""How text is cut into the words by which glossary terms are found and checked."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

# Scripts written without spaces, and Hangul, whose particles are written onto the noun: each character stands
# for itself, so a term is found anywhere.
_ALONE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30FC]"
_INSIDE = rf"[[\p{{L}}\p{{M}}\p{{N}}_\u00AD\u200C\u200D\u2060]--{_ALONE}]"
_TOKEN = regex.compile(
    rf"""
      [A-Za-z][A-Za-z0-9+.\-]{{0,20}}+ :// [^\s<>]++                 # an address is one word
    | {_ALONE} \p{{M}}*+
    | (?: [@\#] (?={_INSIDE}) )?+ {_INSIDE}++                        # @name, #tag
      (?: (?: [.@] | (?<=\d) , (?=\d) ) {_INSIDE}++ )*+              # example.org, U.S, 3.5, 1,000
    | \S
    """,
    regex.VERBOSE | regex.V1,
)
_IS_ALONE = regex.compile(_ALONE, regex.V1)
_IS_WORD = regex.compile(r"[\p{L}\p{N}]", regex.V1)
_SAME_MARKS = str.maketrans(
    {**dict.fromkeys("’‘ʼ＇`´", "'"), **dict.fromkeys("‐‑‒–—", "-"), "\u00ad": None, "\u2060": None}
)
# Accents of Latin, Greek and Cyrillic. Marks of other scripts are vowels, and stay.
_ACCENTS = regex.compile(r"[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, and where it stands.

    Attributes:
        start: Offset in the text.
        end: Offset after it.
        written: As written, save for the kind of apostrophe or hyphen and invisible marks.
        folded: Without case.
    """

    start: int
    end: int
    written: str
    folded: str


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text, in order; white space only parts them."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        found.append(Token(match.start(), match.end(), *_forms(word)))
    return found


def is_alone(token: Token) -> bool:
    """Say whether a token is one character of a script without spaces."""
    return _IS_ALONE.match(token.written) is not None


def is_word(token: Token) -> bool:
    """Say whether there is a letter or a digit in a token."""
    return _IS_WORD.search(token.written) is not None


@lru_cache(maxsize=20_000)
def without_accents(word: str) -> str:
    """Return a word with the accents of Latin, Greek and Cyrillic letters taken off."""
    return word if word.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", word))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, str]:
    if word.isascii():
        return ("'" if word == "`" else word), ("'" if word == "`" else word.lower())
    written = unicodedata.normalize("NFC", word.translate(_SAME_MARKS))
    return written, unicodedata.normalize("NFKC", written.casefold())
