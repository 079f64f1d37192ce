"""Sentences in capitals: a model has seen few, and most of what it knows it knows in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from workbench.items import Item, find_items

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}'’&.-]*")
_LEAST_LETTERS = 8
_LEAST_WORDS = 2
# They mean something else in small letters, or nothing at all.
_ACRONYMS = frozenset(
    re.findall(
        r"\w+",
        "US USA UK EU UN NATO FBI CIA BBC CNN NBA NFL NHL FIFA UEFA IMF WTO NASA IBM ITV NHS MP MPS AI TV DNA HIV AIDS"
        " COVID GDP CEO CFO PM DC NY NYC UAE USSR IRA ETA PSOE ONU OTAN UE EEUU CDU CSU SPD FDP AFD ABC NBC CBS PBS"
        " AP AFP UNESCO UNICEF OPEC SUV GPS USB PDF LGBT LGBTQ VIP II III IV VI VII VIII IX",
    )
)


def is_in_capitals(text: str) -> bool:
    """Say whether a text of two words and more is written in capitals only; addresses and tags do not count."""
    bare = _outside_items(text)
    letters = sum(character.isalpha() for character in bare)
    if letters < _LEAST_LETTERS or bare != bare.upper() or bare == bare.lower():
        return False
    words = [word for word in bare.split() if any(map(str.isalpha, word))]
    return len(words) >= _LEAST_WORDS and any(word.strip(".,:;!?'\"") not in _ACRONYMS for word in words)


def to_small_letters(text: str, language: str) -> str:
    """Return a headline in small letters, with a capital at its start; acronyms, addresses and tags as they are."""

    def small(match: regex.Match[str]) -> str:
        word = match[0]
        is_kept = word in _ACRONYMS or "." in word.rstrip(".") or word.rstrip("'’S") in _ACRONYMS
        return word if is_kept or any(map(str.isdecimal, word)) else _lower(word, language)

    lowered = _each_outside(text, lambda piece: _WORD.sub(small, piece))
    first = regex.search(r"\p{L}", lowered)
    return lowered[: first.start()] + first[0].upper() + lowered[first.end() :] if first else lowered


def to_capitals(text: str, language: str) -> str:
    """Return a text in capitals; addresses, tags and the like as they are."""
    return _each_outside(text, lambda piece: _upper(piece, language))


def _each_outside(text: str, change: Callable[[str], str]) -> str:
    pieces, last = [], 0
    for item in _kept(text):
        pieces += [change(text[last : item.start]), item.text]
        last = item.end
    return "".join([*pieces, change(text[last:])])


def _outside_items(text: str) -> str:
    kept = _kept(text)
    pieces = [
        text[a:b] for a, b in zip([0, *(i.end for i in kept)], [*(i.start for i in kept), len(text)], strict=True)
    ]
    return " ".join(pieces)


def _kept(text: str) -> list[Item]:
    return [item for item in find_items(text) if any(map(str.isalpha, item.text))]


def _lower(word: str, language: str) -> str:
    if language.partition("-")[0] in ("tr", "az"):
        word = word.replace("I", "ı").replace("İ", "i")
    return word.lower()


def _upper(text: str, language: str) -> str:
    if language.partition("-")[0] in ("tr", "az"):
        text = text.replace("i", "İ")
    return text.replace("ß", "ẞ").upper()
