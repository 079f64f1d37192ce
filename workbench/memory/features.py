"""What two similar sentences share: words, their beginnings, and short pieces where there are no words."""

from __future__ import annotations

import regex

SHORT_CHARS = 64
"""Up to this length a sentence is also known by its three-letter pieces: one changed word is much of it."""

# Scripts written without spaces: pairs of characters stand for words.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30fc"
_PIECE = regex.compile(rf"([{_UNSPACED}]+)|[[\w]--[{_UNSPACED}]]+", regex.V1)
_STEM_CHARS = 5


def features(folded: str) -> set[int]:
    """Return the features of a sentence, as numbers that mean something in this process only.

    Args:
        folded: The sentence, normalised and without case.
    """
    found: set[int] = set()
    for match in _PIECE.finditer(folded):
        word = match[0]
        if match[1] is not None:
            found.update(hash(word[at : at + 2]) for at in range(max(1, len(word) - 1)))
            continue
        found.add(hash(word))
        if len(word) > _STEM_CHARS:
            found.add(hash((word[:_STEM_CHARS],)))
    if len(folded) <= SHORT_CHARS:
        padded = f" {folded} "
        found.update(hash((1, padded[at : at + 3])) for at in range(len(padded) - 2))
    return found
