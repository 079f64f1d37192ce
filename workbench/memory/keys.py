"""By which keys the memory finds a sentence again: its text, and its text whatever the numbers."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import regex

from workbench.memory.numbers import NUMBER

_SPACE = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff\0"))
_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»″〝〞＂", '"'), **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'")})
_ANY_NUMBER = "\ue000"  # of a private area, which no text has
_LETTER = regex.compile(r"\p{L}")
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")


def normalise(text: str) -> str:
    """Return a sentence as the memory compares it.

    Every run of white space is one space, none stands at the ends, every quotation mark is one of two plain
    ones, invisible marks are gone, and accents are composed.
    """
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_QUOTES)
    return _SPACE.sub(" ", text).strip()


def exact_key(text: str) -> str:
    """Return the key that all spellings of one sentence share: see `normalise`."""
    return _digest(normalise(text))


def loose_key(text: str) -> str:
    """Return the key that sentences share which differ in their numbers at most."""
    return _digest(normalise(NUMBER.sub(_ANY_NUMBER, unicodedata.normalize("NFC", text))))


def pair_key(source: str, target: str) -> str:
    """Return the key of a sentence with its translation, each as written."""
    return _digest(f"{source}\0{target}")


def is_worth_keeping(source: str, target: str) -> bool:
    """Say whether a sentence and its translation are language, not marks, numbers or nothing."""
    return bool(_LETTER.search(source) and _LETTER_OR_DIGIT.search(target))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
