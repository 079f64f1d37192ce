"""Tell a translation that goes round in circles from one that repeats because its source does."""

from __future__ import annotations

import re
from collections import Counter

# The same 2 to 40 characters five times in a row, or 8 to 60 three times: "mainstremainstre…", "de la de la…".
_LOOP = re.compile(r"([^\W\d_].{1,39}?)\1{4,}|(?<!\w)(\w.{7,59}?)\2{2,}|([^\W\d_])\3{7,}", re.DOTALL)
# Repetition enough in a source to expect it in the translation: "ha ha ha", "no, no, no", "goooal".
_REPEATS = re.compile(r"([^\W\d_].{3,39}?)\1+|([^\W\d_].{0,39}?)\2{2,}", re.DOTALL | re.IGNORECASE)
# Not by \w: many scripts write vowels as marks.
_WORD = re.compile(r"[^\s.,;:!?…]+")
_NEAR = 60
_PIECE, _STEP = 5, 8
_SIX = bytes(6 * 4)
_LEAST_WORDS = 16
_LEAST_DISTINCT = 0.33
_CIRCLES = 5
# Of what stands between spaces, marks included: no text goes in circles in which so much is new.
_SURELY_DISTINCT = 0.85


def find_loop(text: str, source: str) -> str:
    """Return what `text` repeats without end; "" if it does not, or no more than `source` does.

    Marks and digits alone do not count: "....." and "000000" are text. A source that repeats something three
    times may be translated to something that is repeated three times as long.

    Args:
        text: The translation.
        source: What was translated.
    """
    if _may_loop(text) and (match := _LOOP.search(text)):
        allowed = 3 * max((len(found[0]) for found in _REPEATS.finditer(source)), default=0)
        if len(match[0]) > allowed:
            return str(match[1] or match[2] or match[3])
    return _circle(text, source)


def _may_loop(text: str) -> bool:
    """Say whether something stands there again and again, as in every loop: it looks at a few places only.

    A loop of three characters or more is so long that one of every eighth places falls into it, with five characters
    that stand there once more shortly after. In one of one or two, six characters are the same as those two places on.
    """
    if _has_run_at_two(text):
        return True
    return any(
        _repeats(text, place)
        for place in range(0, len(text) - _PIECE, _STEP)
        if text.find(text[place : place + _PIECE], place + 1, place + _PIECE + _NEAR) > 0
    )


def _has_run_at_two(text: str) -> bool:
    """Say whether six characters in a row are the same as those two places on, or may be.

    All characters are compared at once, as one long number of four bytes each: what is the same leaves only zeros.
    """
    encoded = text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(encoded, "little")
    return _SIX in (number ^ (number >> 64)).to_bytes(len(encoded), "little")


def _repeats(text: str, place: int) -> bool:
    """Say whether what stands at a place comes again at one distance for as long as it must in a loop."""
    piece = text[place : place + _PIECE]
    again = text.find(piece, place + 1, place + _PIECE + _NEAR)
    while again > 0:
        period = again - place
        start, end = place, again + _PIECE
        while start and text[start - 1] == text[start - 1 + period]:
            start -= 1
        while end < len(text) and text[end] == text[end - period]:
            end += 1
        if end - start >= min(5 * period, max(24, 3 * period)):
            return True
        again = text.find(piece, again + 1, place + _PIECE + _NEAR)
    return False


def _circle(text: str, source: str) -> str:
    """Return the words that come up again and again with others in between; "" if none do."""
    tokens = text.split()
    if len(tokens) >= _LEAST_WORDS / 2 and len(set(tokens)) > _SURELY_DISTINCT * len(tokens):
        return ""
    words: list[str] = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS or len(set(words)) > 0.6 * len(words):
        return ""
    of_source = _WORD.findall(source.casefold())
    if len(set(of_source)) > 0.55 * len(of_source) and len(set(words)) < _LEAST_DISTINCT * len(words):
        return Counter(words).most_common(1)[0][0]
    phrase, count = _commonest_trigram(words)
    return " ".join(phrase) if count >= _CIRCLES and count > 2 * _commonest_trigram(of_source)[1] else ""


def _commonest_trigram(words: list[str]) -> tuple[tuple[str, ...], int]:
    # Three numbers in a row are a table.
    trigrams = (t for t in zip(words, words[1:], words[2:], strict=False) if not any(w.isdecimal() for w in t))
    counts = Counter(trigrams).most_common(1)
    return counts[0] if counts else ((), 0)
