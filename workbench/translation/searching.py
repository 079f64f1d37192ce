"""Several translations of single sentences at once, for a person who waits: within a time, or not at all."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from workbench.errors import ModelBusy
from workbench.translation.decoding import Decoding
from workbench.translation.models import Model
from workbench.wording import words

_POLL_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several translations of a sentence, or of a part of one.

    Attributes:
        text: The translation.
        total: Sum of the log-probabilities of its tokens.
        tokens: How many there are, the end of the sentence counted.
        is_cut_off: Whether it met the longest length.
    """

    text: str
    total: float
    tokens: int
    is_cut_off: bool


def search(
    model: Model, batch: list[list[str]], decoding: Decoding, count: int, *, until: float
) -> list[list[Variant]]:
    """Return the best `count` translations of each sentence, the best first, waiting for them.

    Args:
        model: A loaded model.
        batch: Tokens of each sentence; none empty.
        decoding: Parameters; the beam is as wide as `count` at least.
        count: How many; 1 to 32.
        until: Moment of `time.monotonic()` after which nobody waits any more.

    Raises:
        ModelBusy: Other work kept the decoder busy until then.
        BrokenPackage: The decoder failed.
    """
    prefix = model.package.target_prefix
    try:
        results = model.translator.translate_batch(
            batch,
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            asynchronous=True,
            max_batch_size=1,  # the parts of a long sentence side by side, on all cores
            beam_size=max(decoding.beam_size, count),
            num_hypotheses=count,
            length_penalty=decoding.length_penalty,
            replace_unknowns=decoding.replace_unknowns,
            max_input_length=0,
            max_decoding_length=decoding.max_decoding_length,
            return_scores=True,
        )
        # A result can be waited for, but not for a time: so it is asked.
        while not all(result.done() for result in results):
            if time.monotonic() > until:
                raise ModelBusy(words("The model {id} is busy with other translations.", id=model.package.id))
            time.sleep(_POLL_SECONDS)
        return [_variants(model, result.result(), decoding) for result in results]
    except (RuntimeError, ValueError, MemoryError) as error:
        raise model.failure(error) from error


def _variants(model: Model, result: Any, decoding: Decoding) -> list[Variant]:
    found = []
    for tokens, score in zip(result.hypotheses, result.scores, strict=True):
        # CTranslate2 divides the sum by length ** penalty, the end of the sentence counted.
        count = len(tokens) + 1
        total = score * count**decoding.length_penalty
        found.append(Variant(model.decode(tokens), total, count, len(tokens) >= decoding.max_decoding_length - 1))
    return found
