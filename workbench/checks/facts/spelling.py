"""How alike two spellings of a name are: without accents, inflected, adapted, or in Cyrillic letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from rapidfuzz import fuzz

_MARKS = regex.compile(r"\p{M}+|['’‘ʼ\-]")
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэіїєґ", "abvgdeziiklmnoprstufhieiieg", strict=True)),
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
        "ё": "e",
    }
)
_HAS_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_ALIKE, _ALIKE_IF_SHORT, _ALIKE_ACROSS = 70, 80, 50
_SHORT = 5
_WORD_CHARS = 40
_SHARED, _SHARED_SHARE = 4, 0.6
_SOUNDS = tuple(
    (regex.compile(spelling), sound)
    for spelling, sound in (
        ("ph", "f"),
        ("c(?=[aou])|ck|q|kh", "k"),
        ("j|zh", "dzh"),
        ("w", "u"),
        ("x", "ks"),
        ("ee|ea", "i"),
        ("oo|ou", "u"),
        ("y", "i"),
        (r"(.)\1", r"\1"),
    )
)


def fold(text: str) -> str:
    """Return a text in small letters, without accents, apostrophes and hyphens, in Latin letters if it is Cyrillic."""
    return _remembered(text) if len(text) <= _WORD_CHARS else _fold(text)


@lru_cache(maxsize=8192)
def _remembered(word: str) -> str:
    return _fold(word)


def _fold(text: str) -> str:
    small = text.casefold()
    if small.isascii():
        return small.replace("'", "").replace("-", "")
    if _HAS_CYRILLIC.search(small):
        small = unicodedata.normalize("NFC", small).translate(_CYRILLIC)
    return _MARKS.sub("", unicodedata.normalize("NFD", small.translate(_SPECIAL)))


def are_alike(name: str, other: str, *, is_other_script: bool) -> bool:
    """Say whether two folded words can be one name: inflected, derived ("Mexican", "mexicano"), or spelt by ear.

    Args:
        name: Folded.
        other: Folded.
        is_other_script: Whether one was written in Cyrillic letters: then it was spelt by ear.
    """
    if is_other_script:
        return fuzz.ratio(_by_ear(name), _by_ear(other), score_cutoff=_ALIKE_ACROSS) > 0
    shared = max(_SHARED, int(_SHARED_SHARE * len(name)))
    if len(name) >= _SHARED and name[:shared] == other[:shared]:
        return True
    cutoff = _ALIKE if len(name) > _SHORT else _ALIKE_IF_SHORT
    return fuzz.ratio(name, other, score_cutoff=cutoff) > 0


@lru_cache(maxsize=4096)
def _by_ear(folded: str) -> str:
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded
