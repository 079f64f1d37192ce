"""The carrier that a loaded model can be trusted with, found out once, when a sentence first needs it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from workbench.translation.carriers import Carrier, find_carrier
from workbench.translation.decoding import Decoding

if TYPE_CHECKING:
    from workbench.translation.models import Model

# The sentences are short: a model that goes on for longer, or for twice as long, loops, and would for every shape.
_LONGEST = 48


class Trust:
    """What one model can be trusted with. Safe in several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_known = False
        self._carrier: Carrier | None = None

    def carrier(self, model: Model) -> Carrier | None:
        """Return the carrier for a model; None if it carries none. The first call translates some sentences.

        Raises:
            BrokenPackage: The decoder failed.
        """
        with self._lock:
            if not self._is_known:
                self._carrier = find_carrier(lambda sentences: _translated(model, sentences), model.package.source)
                self._is_known = True
            return self._carrier


def _translated(model: Model, sentences: list[str]) -> list[str]:
    encoded = [model.tokenizer.encode(sentence) for sentence in sentences]
    longest = max(_LONGEST, 2 * max(map(len, encoded)))
    decoding = Decoding(beam_size=2, max_decoding_length=longest, repair=False)
    pending = iter(model.submit([tokens for tokens in encoded if tokens], decoding))
    try:
        return [model.decode(next(pending).result().hypotheses[0]) if tokens else "" for tokens in encoded]
    except (RuntimeError, ValueError, MemoryError) as error:
        raise model.failure(error) from error
