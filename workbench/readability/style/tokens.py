"""The words of a sentence with their places, as the style rules read them."""

from __future__ import annotations

from dataclasses import dataclass

import regex

Span = tuple[int, int]

_LONGEST = 40  # letters; what is longer is no word of these rules
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*")
_ELIDED = regex.compile(r"[\p{L}\p{M}\p{N}]+['’]?")
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_ELIDING = frozenset({"fr", "it"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence.

    Attributes:
        word: In lower case, with a straight apostrophe; "" for what is too long to be a word.
        is_capital: Whether it begins with a capital.
        is_joined: Whether only white space, or an elision, parts it from the word before.
        follows_hyphen: Whether a hyphen joins it to the word before.
        follows_break: Whether a comma, dash, bracket, quotation mark … stands before it.
        span: Where it stands in the sentence.
    """

    word: str
    is_capital: bool
    is_joined: bool
    follows_hyphen: bool
    follows_break: bool
    span: Span


def tokens_of(sentence: str, language: str) -> list[Token]:
    """Return the words of a sentence; in French and Italian an elided word (l', s') is one of its own.

    Args:
        sentence: Anything.
        language: Two- or three-letter code, without a region.
    """
    tokens, end = [], 0
    for match in (_ELIDED if language in _ELIDING else _WORD).finditer(sentence):
        text, gap = match[0], sentence[end : match.start()]
        word = text.lower().replace("’", "'") if len(text) <= _LONGEST else ""
        is_hyphen = gap in _HYPHENS
        is_break = bool(gap.strip()) and not is_hyphen
        tokens.append(Token(word, text[0].isupper(), not gap.strip(), is_hyphen, is_break, match.span()))
        end = match.end()
    return tokens


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as a text."""
    return frozenset(text.split())
