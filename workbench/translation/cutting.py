"""Cut a sentence that is too long for a model into parts, so that none of it is dropped.

A model is trained on sentences of up to some 200 tokens: beyond that it leaves things out, and attention
needs memory by the square. News has no such sentences, but a pasted table or a text without full stops has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_CHARS = 1000
MAX_TOKENS = 160
_CLAUSE_ENDS = frozenset(".!?;:,。！？；：，、؛،।…")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence that is translated on its own.

    Attributes:
        text: Its text.
        tokens: What the tokenizer made of it; never empty.
        gap: What stands between this part's translation and the next one's: a space or "".
    """

    text: str
    tokens: list[str]
    gap: str


def cut(sentence: str, encode: Callable[[str], list[str]], max_tokens: int = MAX_TOKENS) -> list[Part]:
    """Return the sentence as parts of at most `max_tokens` tokens; nearly always that is one.

    Args:
        sentence: Any text; linear in its length.
        encode: The tokenizer's function.
        max_tokens: By default so few that a translation half as long again fits into the 256 that models can write.
    """
    return [part for piece in _pieces(sentence, MAX_CHARS) for part in _parts(piece, encode, max_tokens)]


def _parts(piece: str, encode: Callable[[str], list[str]], max_tokens: int) -> Iterator[Part]:
    tokens = encode(piece)
    if len(tokens) <= max_tokens or len(piece) < 2:
        if tokens:
            yield Part(piece, tokens, " " if piece[-1].isspace() else "")
        return
    for half in _pieces(piece, (len(piece) + 1) // 2):
        yield from _parts(half, encode, max_tokens)


def _pieces(text: str, max_chars: int) -> Iterator[str]:
    """Yield pieces that join to `text`, each cut after a clause if it can be, else after a word."""
    start = 0
    while len(text) - start > max_chars:
        end = start + _cut_position(text[start : start + max_chars])
        yield text[start:end]
        start = end
    yield text[start:]


def _cut_position(piece: str) -> int:
    after_word = 0
    for position in range(len(piece), len(piece) // 2, -1):
        last = piece[position - 1]
        if last.isspace():
            after_word = after_word or position
            if piece[position - 2 : position - 1] in _CLAUSE_ENDS:
                return position
        elif last in _CLAUSE_ENDS and ord(last) > 0x2FFF:
            return position
    return after_word or len(piece)
