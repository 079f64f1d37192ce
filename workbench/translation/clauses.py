"""Split a sentence where its clauses meet, to translate them one by one, and fit the translations together."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate

from workbench.translation.cutting import Part, cut

_EMOJI = r"[\u2600-\u27bf\U0001f1e6-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f1e6-\U0001faff]*"
# Conjunctions and relative pronouns that open a clause after a comma, in the large languages.
_OPENERS = (
    "and but or nor so yet because although while whereas which who whose when where if since as after before "
    "y e pero sino porque aunque mientras que cuando donde quien si como "
    "et mais ou car parce alors tandis qui quand où lorsque "
    "und aber oder denn sondern weil obwohl während dass der die das wenn als wo "
    "ma o perché mentre che quando dove se mas porque embora enquanto quando onde "
    "en maar of want omdat hoewel terwijl die dat wanneer och men eller eftersom som att när "
    "и но или а потому хотя пока который которая которое которые что когда где если чтобы "
    "і але або бо хоча поки який яка яке які що коли де якщо щоб"
)
_STRONG = re.compile(rf"(?:[;:؛]|[.!?…]+[\"'”’»)]*|\s[–—-]|{_EMOJI})\s+|[；：。！？]")
_CLAUSE = re.compile(rf"[,،]\s+(?=(?:{'|'.join(sorted(set(_OPENERS.split())))})\b)", re.IGNORECASE)
_COMMA = re.compile(r"[,،]\s+|[，、]")
_LEAST_LETTERS = 3
_ENDS = ".!?…。！？"
_INNER = ",;:،؛，；：、–—"


def split_clauses(text: str, encode: Callable[[str], list[str]]) -> list[Part]:
    """Return the clauses of a sentence: split after labels, semicolons, dashes, emoji, inner sentence ends and
    before conjunctions; where there is none of them, after commas. One part when there is nothing to split at;
    a clause that is too long for a model is cut as a sentence is.

    Args:
        text: What the model is given.
        encode: The tokenizer's function.
    """
    for patterns in ((_STRONG, _CLAUSE), (_COMMA,)):
        ends = sorted({match.end() for pattern in patterns for match in pattern.finditer(text)})
        pieces = _pieces(text, ends)
        parts = [part for piece in pieces for part in cut(piece, encode)]
        if len(parts) > 1:
            return parts
    return parts


def fit(part: str, translation: str) -> str:
    """Return a clause's translation with the case and the mark at the end that the clause has.

    A model takes a clause for a sentence: it begins with a capital and ends with a full stop.
    """
    part, translation = part.strip(), translation.strip()
    if not part or not translation:
        return translation
    if part[-1] not in _ENDS and translation[-1] in _ENDS:
        translation = translation.rstrip(_ENDS)
    if part[-1] in _INNER and translation and translation[-1] not in _INNER:
        translation += part[-1]
    if part[0].islower() and translation[:1].isupper() and not translation[1:2].isupper():
        translation = translation[0].lower() + translation[1:]
    return translation


def _pieces(text: str, ends: list[int]) -> list[str]:
    """Return the text cut at these places, where each piece has letters enough to be translated."""
    pieces, start = [], 0
    letters = [0, *accumulate(map(str.isalpha, text))]
    for end in ends:
        if letters[end] - letters[start] >= _LEAST_LETTERS <= letters[-1] - letters[end]:
            pieces.append(text[start:end])
            start = end
    return [*pieces, text[start:]]
