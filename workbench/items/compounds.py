"""Number words of more than one part."""

from __future__ import annotations

import re

# "czterdziestodwuletni", "двадцатилетний": of so many years.
_OF_YEARS = re.compile(r"(?:letni\w{0,3}|lat(?:ek|k\w{1,2}|ków)|летн\w{1,3})$")
CONNECTORS = frozenset({"y", "e", "et", "und", "en", "and", "и"})
_JOINED_BY = ("und", "en", "e", "")


def numbers_of(word: str, known: dict[str, int]) -> list[int]:
    """Return the numbers that a word is made of: [5, 20] for "fünfundzwanzig"; none if it is not a number."""
    if word in known:
        return [known[word]]
    if "-" in word:
        pieces = word.split("-")
        for cut in range(min(len(pieces) - 1, 4), 0, -1):
            head = known.get("-".join(pieces[:cut]))
            tail = known.get("-".join(pieces[cut:]).removeprefix("et-"))
            if head is not None and tail is not None:
                return [head, tail]
        # "four-day", "fifth-floor", "mother-of-three"
        return next(([known[piece]] for piece in (pieces[0], pieces[-1]) if piece in known), [])
    if not 6 <= len(word) <= 40:
        return []
    stem = _OF_YEARS.sub("", word)
    return [known[stem]] if stem in known else _compound(stem, known)


def _compound(word: str, known: dict[str, int], depth: int = 4) -> list[int]:
    """Cut "fünfundzwanzig" or "trentacinque" into the numbers that it is made of."""
    for cut in range(len(word) - 2, 2, -1):
        head = known.get(word[:cut])
        if head is None:
            continue
        for joint in _JOINED_BY:
            rest = word[cut:]
            if not rest.startswith(joint):
                continue
            rest = rest[len(joint) :]
            if rest in known:
                return [head, known[rest]]
            if depth and len(rest) > 5 and (tail := _compound(rest, known, depth - 1)):
                return [head, *tail]
    return []


def continues(run: list[int], numbers: list[int]) -> bool:
    """Return whether numbers go on with those before: "twenty" and "five" do, "two" and "three" do not."""
    last, following = run[-1], numbers[0]
    if following >= 100:
        return last < following
    return last >= 20 and last % 10 == 0 and following < (10 if last < 100 and last not in (60, 80) else 100)
