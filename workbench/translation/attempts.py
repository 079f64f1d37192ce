"""One try at a sentence: what the decoder is given, and what its answers say once they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from workbench.translation.cutting import Part, cut
from workbench.translation.decoding import PLAIN, Decoding, Variation
from workbench.translation.models import Model

# A longer part whose translation met the length limit is cut; a shorter one that did is a loop.
HALVED_TOKENS = 48


@dataclass(frozen=True, slots=True)
class Answer:
    """What the decoder wrote for one try, before anything is put back around it.

    Attributes:
        text: The translation.
        score: Mean log-probability of a token.
        is_cut_off: Whether a part was written to the length limit.
        tokens: Those of the translation; empty when the sentence was decoded in parts.
        attention: For each token of the translation its links to the source's, read when asked for.
    """

    text: str
    score: float
    is_cut_off: bool
    tokens: list[str]
    attention: Callable[[], list[list[float]]]


@dataclass(slots=True)
class Attempt:
    """One try.

    Attributes:
        model: What decodes.
        parts: The text to decode, cut where it is too long for the model; none if there is nothing to see in it.
        finish: Makes the whole translation of what the decoder wrote; None for a text that cannot be used.
        variation: How to decode.
        max_tokens: Of a translation, as decoded with.
        length_penalty: As decoded with.
        results: What CTranslate2 gave for each part; None for a part that is to be decoded.
        fit: Makes a part's translation fit among the others, given the part.
        is_masked: Whether what must not change stands behind carriers.
    """

    model: Model
    parts: list[Part]
    finish: Callable[[str], str | None]
    max_tokens: int
    length_penalty: float
    variation: Variation = PLAIN
    results: list[Any] = field(default_factory=list)
    fit: Callable[[str, str], str] | None = None
    is_masked: bool = False

    def __post_init__(self) -> None:
        self.results = self.results or [None] * len(self.parts)

    @property
    def source_tokens(self) -> list[str]:
        """The tokens of a sentence that was decoded whole."""
        return self.parts[0].tokens

    @property
    def is_whole(self) -> bool:
        """Whether the sentence was decoded in one piece."""
        return len(self.parts) == 1

    def wait(self) -> None:
        """Wait until all parts are decoded.

        Raises:
            BrokenPackage: The decoder failed.
        """
        for place, pending in enumerate(self.results):
            try:
                self.results[place] = pending.result() if hasattr(pending, "result") else pending
            except (RuntimeError, ValueError, MemoryError) as error:
                raise self.model.failure(error) from error

    def answers(self) -> Iterator[Answer]:
        """Yield what the decoder wrote, the best first; of a sentence in parts the k-th of each part together."""
        hypotheses = [result.hypotheses for result in self.results]
        for rank in range(max(map(len, hypotheses), default=1)):
            yield self._answer(rank, hypotheses)

    def cut_further(self) -> Attempt | None:
        """Return the try in which each part that met the length limit is cut; None if that helps none of them."""
        parts: list[Part] = []
        results: list[Any] = []
        for part, result in zip(self.parts, self.results, strict=True):
            if len(part.tokens) > HALVED_TOKENS and self._is_cut_off(result.hypotheses[0]):
                pieces = cut(part.text, self.model.tokenizer.encode, len(part.tokens) * 2 // 3)
                parts += pieces
                results += [None] * len(pieces)
            else:
                parts.append(part)
                results.append(result)
        if len(parts) == len(self.parts):
            return None
        return replace(self, parts=parts, results=results)

    def _is_cut_off(self, tokens: list[str]) -> bool:
        return len(tokens) >= self.max_tokens - 1

    def _answer(self, rank: int, hypotheses: Sequence[list[list[str]]]) -> Answer:
        text, gap, total, length, is_cut_off = "", "", 0.0, 0, False
        tokens: list[str] = []
        for part, result, found in zip(self.parts, self.results, hypotheses, strict=True):
            place = min(rank, len(found) - 1)
            tokens = found[place]
            # CTranslate2 divides the sum by length ** penalty, the end of the sentence counted.
            count = len(tokens) + 1
            total += result.scores[place] * count**self.length_penalty
            length += count
            is_cut_off = is_cut_off or self._is_cut_off(tokens)
            written = self.model.decode(tokens)
            text, gap = text + gap + (self.fit(part.text, written) if self.fit else written), part.gap
        whole = self.is_whole
        skipped = len(tokens) - len(self.model.without_prefix(tokens))

        def attention() -> list[list[float]]:
            rows: list[list[float]] = self.results[0].attention[rank] if whole else []
            return rows[skipped:]

        return Answer(
            text,
            total / length if length else 0.0,
            is_cut_off,
            tokens[skipped:] if whole else [],
            attention,
        )


def submit(attempts: list[Attempt], model: Model, decoding: Decoding) -> None:
    """Start to decode what these have not decoded yet: one call for each way of decoding."""
    ordered = sorted(attempts, key=lambda attempt: repr(attempt.variation))
    for variation, group in groupby(ordered, key=lambda attempt: attempt.variation):
        slots = [
            (attempt, place) for attempt in group for place, result in enumerate(attempt.results) if result is None
        ]
        batch = [attempt.parts[place].tokens for attempt, place in slots]
        for (attempt, place), result in zip(slots, model.submit(batch, decoding, variation), strict=True):
            attempt.results[place] = result
