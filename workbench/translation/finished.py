"""What has been translated already in this process, so that a repeated sentence is decoded once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from workbench.translation.decoding import Hypothesis

SENTENCES_KEPT = 50_000
# One pasted table must not take the room of a thousand sentences.
LONGEST_KEPT = 2_000


class Finished:
    """The last `SENTENCES_KEPT` different sentences with their translations, and a count of the work done.

    Safe in several threads. Texts only: some 1 kB a sentence.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[Hashable, Hypothesis] = OrderedDict()
        self._decoded = 0

    @property
    def decoded(self) -> int:
        """How many sentences were really given to a model, each counted once however often it was tried."""
        return self._decoded

    def get(self, key: Hashable) -> Hypothesis | None:
        """Return the translation under this key; None if it is not known."""
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def put(self, key: Hashable, hypothesis: Hypothesis) -> None:
        """Keep a translation; the one unused for longest makes room."""
        if len(hypothesis.text) > LONGEST_KEPT:
            return
        with self._lock:
            self._found[key] = hypothesis
            self._found.move_to_end(key)
            if len(self._found) > SENTENCES_KEPT:
                self._found.popitem(last=False)

    def count(self, sentences: int) -> None:
        """Count sentences as given to a model."""
        with self._lock:
            self._decoded += sentences

    def clear(self) -> None:
        """Forget all translations; the count stays."""
        with self._lock:
            self._found.clear()
