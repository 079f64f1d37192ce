"""Which words begin a subordinate clause: what nesting is counted by.

The words and the grammars they come from stand in data/subordinators.txt. Turkish makes its subordinate clauses with
endings of the verb, so there the endings count.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "subordinators.txt"
_LONGEST = 32  # letters of a Turkish verb with its endings; what is longer is none
_APOSTROPHES = str.maketrans("’ʼ＇", "'''")
# -DIK and -(y)AcAK with a possessive (geldiği, geleceğini), -(y)ArAk, -(y)IncA, -ken. Source: Göksel and Kerslake
# (2005), Turkish: A Comprehensive Grammar, ch. 24 to 26. Only after a stem of two letters or more.
_TURKISH = re.compile(
    r"""
    \w{2} (?: (?: [dt][ıiuü] | [ae]ca | ece ) ğ [ıiuü] \w{0,8} | [ae]r[ae]k | [ıiuü]nc[ae]
           | (?: [ıiuüae]r | [ıiuü]yor | m[ıiuü]ş ) ken ) $
    """,
    re.VERBOSE,
)
# Postpositions and nouns that look like them: as, along, enough, during, thought, gradually.
_TURKISH_OTHERS = frozenset({"olarak", "boyunca", "yeterince", "süresince", "düşünce", "giderek", "gerek", "erkek"})


@cache
def _subordinators() -> dict[str, frozenset[str]]:
    words: dict[str, list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, *found = line.split()
            words.setdefault(language, []).extend(found)
    return {language: frozenset(found) for language, found in words.items()}


def has_subordinators(language: str) -> bool:
    """Say whether the words that begin subordinate clauses are known in a language.

    Args:
        language: Two- or three-letter code, without a region.
    """
    return language in _subordinators()


def is_subordinator(word: str, language: str) -> bool:
    """Say whether a word begins a subordinate clause; False in a language without a list.

    Args:
        word: As it is written, NFC; elided ones (qu'il, ch'io) and Arabic ones with "and" before are known.
        language: Two- or three-letter code, without a region.
    """
    known = _subordinators().get(language)
    if known is None:
        return False
    word = word.lower().translate(_APOSTROPHES)
    if word in known:
        return True
    if language in {"fr", "it"}:
        return "'" in word and word.partition("'")[0] in known
    if language == "ar":
        return word[0] in "وف" and word[1:] in known
    if language != "tr" or len(word) > _LONGEST or word in _TURKISH_OTHERS:
        return False
    return _TURKISH.search(word) is not None
