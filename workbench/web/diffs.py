"""What changed between two versions of a sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Words, white space, and each other character on its own: a comma that changed marks the comma only.
_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_SHORT_WORDS = 25
_WORDS_AROUND = 4
_MOST_TOKENS = 600  # a sentence of 300 words; comparing is quadratic at worst


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: "same", "gone" or "new"."""

    kind: str
    text: str


def diff_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return `after` with what was taken out of `before` and what was put in.

    The pieces that are not new join to `before`, those that are not gone join to `after`. Texts far longer
    than a sentence are given whole, as gone and new.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) > _MOST_TOKENS or len(new) > _MOST_TOKENS:
        return tuple(Piece(kind, text) for kind, text in (("gone", before), ("new", after)) if text)
    pieces: list[Piece] = []
    gone = added = ""
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        # A space that two changed words share is part of the change: else a new sentence reads like a zip.
        if left != right or (left.isspace() and (gone or added)):
            gone, added = gone + left, added + right
            continue
        pieces += [*_changed(gone, added), Piece("same", left)]
        gone = added = ""
    return (*pieces, *_changed(gone, added))


def excerpt(pieces: Sequence[Piece], *, keep_gone: bool = False) -> tuple[Piece, ...]:
    """Return the new text of a diff, what it shares with the old one cut down to the words around a change.

    A short text, and one that shares nothing, stays whole.

    Args:
        pieces: What `diff_words` gives.
        keep_gone: Whether what was taken out is shown too.
    """
    shown = [piece for piece in pieces if keep_gone or piece.kind != "gone"]
    if len("".join(piece.text for piece in shown).split()) <= _SHORT_WORDS or all(p.kind == "same" for p in pieces):
        return tuple(shown)
    last = len(pieces) - 1
    cut = [
        Piece("same", _shortened(piece.text, is_first=place == 0, is_last=place == last))
        if piece.kind == "same"
        else piece
        for place, piece in enumerate(pieces)
    ]
    return tuple(piece for piece in cut if keep_gone or piece.kind != "gone")


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    before, after = (0 if is_first else _WORDS_AROUND), (0 if is_last else _WORDS_AROUND)
    if len(words) <= before + after + 2:
        return text
    return " ".join([*words[:before], "…", *words[len(words) - after :]])


def _changed(gone: str, added: str) -> list[Piece]:
    """Return a change as pieces; white space that both end in is no part of it."""
    tail = gone[len(gone.rstrip()) :]
    if not added.endswith(tail):
        tail = ""
    pieces = (Piece("gone", gone.removesuffix(tail)), Piece("new", added.removesuffix(tail)), Piece("same", tail))
    return [piece for piece in pieces if piece.text]
