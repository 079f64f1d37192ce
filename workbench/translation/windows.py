"""Decode a stream of sentences with one model: windows of them are under way while the first come out.

A window is handed to CTranslate2 as a whole, which sorts it by length and cuts it into batches for its
replicas. The first windows are small, so that the first sentence is soon there; a few are under way at any
time, so that no replica waits and a text of any length takes little memory.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Generator, Iterable
from itertools import islice
from typing import Any

from workbench.translation.cutting import Part, cut
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.models import Model

WINDOWS_UNDER_WAY = 3
FIRST_WINDOW = 8
LARGEST_WINDOW = 64
REMEMBERED = 1000
# A longer part whose translation met the length limit is halved; a shorter one that did is a loop.
HALVED_TOKENS = 48


class Pending:
    """A sentence on its way through the decoder.

    Args:
        model: The model that decodes it.
        parts: The sentence's parts; none for a sentence without anything to see.
        results: The asynchronous result of each part.
        decoding: As decoded with.
    """

    def __init__(self, model: Model, parts: list[Part], results: list[Any], decoding: Decoding) -> None:
        self._model = model
        self._parts = parts
        self._results = results
        self._decoding = decoding
        self._hypothesis: Hypothesis | None = None

    def hypothesis(self) -> Hypothesis:
        """Wait for the translation and return it.

        Raises:
            BrokenPackage: The decoder failed.
        """
        if self._hypothesis is None:
            text, total, length = self._join(self._parts, self._results)
            self._hypothesis = Hypothesis(text, total / length if length else 0.0)
            self._parts, self._results = [], []
        return self._hypothesis

    def _join(self, parts: list[Part], results: list[Any]) -> tuple[str, float, int]:
        """Return the text of all parts, the sum of their log-probabilities, and their length in tokens."""
        text, gap, total, length = "", "", 0.0, 0
        for part, pending in zip(parts, results, strict=True):
            part_text, part_total, part_length = self._finish(part, pending)
            text, gap = text + gap + part_text, part.gap
            total, length = total + part_total, length + part_length
        return text, total, length

    def _finish(self, part: Part, pending: Any) -> tuple[str, float, int]:
        try:
            result = pending.result()
        except (RuntimeError, ValueError, MemoryError) as error:
            raise self._model.failure(error) from error
        tokens: list[str] = result.hypotheses[0]
        is_cut_off = len(tokens) >= self._decoding.max_decoding_length - 1
        if is_cut_off and len(part.tokens) > HALVED_TOKENS:
            halves = cut(part.text, self._model.tokenizer.encode, len(part.tokens) * 2 // 3)
            return self._join(halves, self._model.submit([half.tokens for half in halves], self._decoding))
        # CTranslate2 divides the sum by length ** penalty, the end of the sentence counted.
        count = len(tokens) + 1
        total = result.scores[0] * count**self._decoding.length_penalty if result.scores else 0.0
        return self._model.decode(tokens), total, count


def decode(model: Model, sentences: Iterable[str], decoding: Decoding) -> Generator[Hypothesis]:
    """Translate each sentence, in order, each as soon as it is done.

    Closing the generator stops handing out work; what is under way finishes in the background and is lost.

    Args:
        model: A loaded model.
        sentences: Taken from the iterable a window at a time. Of equal ones only the first is decoded,
            as long as it is among the last `REMEMBERED` different ones.
        decoding: Parameters.

    Raises:
        BrokenPackage: The decoder failed.
    """
    waiting = iter(sentences)
    under_way: deque[list[Pending]] = deque()
    known: OrderedDict[str, Pending] = OrderedDict()
    size = max(FIRST_WINDOW, 4 * model.threads)
    largest = max(LARGEST_WINDOW, 32 * model.threads)
    while True:
        while len(under_way) < WINDOWS_UNDER_WAY and (window := list(islice(waiting, size))):
            under_way.append(_submit(model, window, known, decoding))
            size = min(2 * size, largest)
        if not under_way:
            return
        for pending in under_way.popleft():
            yield pending.hypothesis()


def _submit(model: Model, window: list[str], known: OrderedDict[str, Pending], decoding: Decoding) -> list[Pending]:
    fresh = {sentence: cut(sentence, model.tokenizer.encode) for sentence in window if sentence not in known}
    results = iter(model.submit([part.tokens for parts in fresh.values() for part in parts], decoding))
    for sentence, parts in fresh.items():
        known[sentence] = Pending(model, parts, list(islice(results, len(parts))), decoding)
    pending = [known[sentence] for sentence in window]
    while len(known) > REMEMBERED:
        known.popitem(last=False)
    return pending
