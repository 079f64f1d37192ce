"""Which characters of a translation come from which of its source, by the attention of the model."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SPACE = "▁"
_INSIDE_WORD = "@@"
# How far a token may be from where it is expected: a tokenizer folds characters and drops blanks.
_SLACK_CHARS = 12


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links between the tokens of a source and those of its translation.

    Attributes:
        source_spans: Where each token of the source stands in it: start and end.
        target_spans: The same for the target.
        weights: For each token of the target, how much it looked at each token of the source.
    """

    source_spans: tuple[tuple[int, int], ...]
    target_spans: tuple[tuple[int, int], ...]
    weights: tuple[tuple[float, ...], ...]

    def target_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the target that comes from this span of the source; None when none does.

        It is where the span's tokens are looked at the most, and what adjoins and looks there the most too.
        """
        tokens = _covered(self.source_spans, start, end)
        if not tokens or not self.weights:
            return None
        sums = [sum(row[token] for token in tokens) for row in self.weights]
        peak = max(range(len(sums)), key=sums.__getitem__)
        if sums[peak] <= 0:
            return None
        inside = set(tokens)
        first = last = peak
        while first > 0 and self._looks_into(first - 1, inside):
            first -= 1
        while last + 1 < len(sums) and self._looks_into(last + 1, inside):
            last += 1
        return self.target_spans[first][0], self.target_spans[last][1]

    def weight(self, source: tuple[int, int], target: tuple[int, int]) -> float:
        """Return how much the tokens in a span of the target looked at a span of the source, 0 to 1 on average."""
        sources = _covered(self.source_spans, *source)
        rows = [self.weights[index] for index in _covered(self.target_spans, *target)]
        return sum(row[token] for row in rows for token in sources) / len(rows) if rows else 0.0

    def _looks_into(self, row: int, tokens: set[int]) -> bool:
        weights = self.weights[row]
        return max(range(len(weights)), key=weights.__getitem__) in tokens


NO_ALIGNMENT = Alignment((), (), ())
"""Nothing is known: the translation was not made by a model, or in parts."""


def align(
    source: str,
    source_tokens: Sequence[str],
    target: str,
    target_tokens: Sequence[str],
    attention: Iterable[Sequence[float]],
) -> Alignment:
    """Return the links between a source and its translation.

    Args:
        source: What the model was given.
        source_tokens: What the tokenizer made of it.
        target: What the tokenizer made of the translation's tokens.
        target_tokens: The tokens of the translation, without a prefix.
        attention: For each of these, the weight of each source token; more weights (the end mark) are cut off.
    """
    rows = [tuple(row[: len(source_tokens)]) for row in attention][: len(target_tokens)]
    rows = [row + (0.0,) * (len(source_tokens) - len(row)) for row in rows]
    if not rows or not source_tokens:
        return NO_ALIGNMENT
    return Alignment(
        tuple(_spans(source, source_tokens)), tuple(_spans(target, target_tokens))[: len(rows)], tuple(rows)
    )


def _spans(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Find each token in the text, after the one before it; one that is not there gets an empty span."""
    spans: list[tuple[int, int]] = []
    position = 0
    for token in tokens:
        piece = html.unescape(token.removesuffix(_INSIDE_WORD)).replace(_SPACE, " ").strip()
        found = text.find(piece, position, position + len(piece) + _SLACK_CHARS) if piece else -1
        if found < 0:
            spans.append((position, position))
            continue
        position = found + len(piece)
        spans.append((found, position))
    return spans


def _covered(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [index for index, (first, last) in enumerate(spans) if first < end and last > start]
