"""Sentences in capitals: a model knows words as they are mostly written, so it is given those."""

from __future__ import annotations

import regex

from workbench.items import NUMERIC, find_items

_WORD = regex.compile(r"[\p{L}\p{M}]++(?:['’.\-&][\p{L}\p{M}]++)*+\.?")
_DOTTED = regex.compile(r"(?:\p{Lu}\.){2,}+")
_LETTERS = regex.compile(r"\p{L}")
_LOWER = regex.compile(r"\p{Ll}")
ACRONYMS = frozenset(
    "US USA UK EU UN NATO WHO IMF FBI CIA BBC CNN NBC CBS NFL NBA MLB NHL UEFA FIFA NASA NHS TV DNA HIV AIDS COVID "
    "GDP CEO MP MPS PM DUP SNP BJP IRA PKK AI IT ID ICC OPEC WTO G7 G20 AFP AP DC NYC LA UAE DRC PSG AC FC VW BMW IBM "
    "EE UU OTAN ONU UE PP PSOE OMS FMI EEUU".split()
)
LEAST_WORDS = 2


def is_in_capitals(text: str) -> bool:
    """Return whether a text of some words has no small letter, its items aside, and is not made of acronyms alone."""
    words = [word for word in _words(text) if len(word) > 1]
    return (
        len(words) >= LEAST_WORDS
        and not any(_LOWER.search(word) for word in words)
        and any(word != word.lower() for word in words)
        and sum(word.strip(".") not in ACRONYMS for word in words) >= LEAST_WORDS
    )


def in_sentence_case(text: str) -> str:
    """Return the text with its first letter a capital and the others small; acronyms and items stay."""
    lowered = _outside_items(text, lambda word: word if _is_acronym(word) else word.lower())
    first = _LETTERS.search(lowered)
    if first is None or text[first.start() : first.start() + 1] != text[first.start()].upper():
        return lowered
    return f"{lowered[: first.start()]}{first[0].upper()}{lowered[first.end() :]}"


def in_capitals(text: str) -> str:
    """Return the text in capitals; its items stay as they are, and so does "ß" as "ẞ"."""
    return _outside_items(text, lambda word: word.replace("ß", "ẞ").upper())


def _is_acronym(word: str) -> bool:
    return word.strip(".") in ACRONYMS or _DOTTED.fullmatch(word) is not None


def _words(text: str) -> list[str]:
    found: list[str] = []
    _outside_items(text, lambda word: found.append(word) or word)  # type: ignore[func-returns-value]
    return found


def _outside_items(text: str, change: object) -> str:
    pieces: list[str] = []
    position = 0
    for item in find_items(text):
        if item.kind not in NUMERIC:
            pieces += _WORD.sub(lambda match: change(match[0]), text[position : item.start]), item.text  # type: ignore[operator]
            position = item.end
    return "".join(pieces) + _WORD.sub(lambda match: change(match[0]), text[position:])  # type: ignore[operator]
