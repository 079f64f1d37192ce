"""One sentence on its way through the decoder, however often it has to be decoded."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.translation.attempts import Attempt
from workbench.translation.decoding import Hypothesis
from workbench.translation.repair import Steps


class Work:
    """A sentence on its way.

    Args:
        key: What it is known by.
        steps: How it is translated; None if it is done.
        hypothesis: Its translation, once it is done.
    """

    def __init__(self, key: Hashable, steps: Steps | None, hypothesis: Hypothesis | None = None) -> None:
        self.key = key
        self._steps = steps
        self.hypothesis = hypothesis
        self.attempts: list[Attempt] = []

    def advance(self) -> None:
        """Wait for what is being decoded, and go on to what is to be decoded next, or to the end.

        Raises:
            BrokenPackage: The decoder failed.
        """
        for attempt in self.attempts:
            attempt.wait()
        self.attempts = []
        assert self._steps is not None, "only work that is not done is under way"
        try:
            self.attempts = next(self._steps)
        except StopIteration as end:
            self.hypothesis, self._steps = end.value, None
