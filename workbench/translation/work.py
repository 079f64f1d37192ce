"""One sentence on its way through the decoder, however often it has to be decoded."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.errors import BrokenPackage
from workbench.translation.attempts import Attempt
from workbench.translation.decoding import Hypothesis
from workbench.translation.repair import Steps


class Work:
    """A sentence on its way.

    Args:
        key: What it is known by.
        steps: How it is translated; None if it is done.
        hypothesis: Its translation, once it is done.

    Attributes:
        is_final: Whether the translation would be the same another time.
    """

    def __init__(self, key: Hashable, steps: Steps | None, hypothesis: Hypothesis | None = None) -> None:
        self.key = key
        self._steps = steps
        self.hypothesis = hypothesis
        self.is_final = True
        self.attempts: list[Attempt] = []

    @property
    def most_tokens(self) -> int:
        """How many tokens the longest part has that is being decoded; 0 if nothing is."""
        return max((len(part.tokens) for attempt in self.attempts for part in attempt.parts), default=0)

    def advance(self) -> None:
        """Wait for what is being decoded, and go on to what is to be decoded next, or to the end.

        Raises:
            BrokenPackage: The decoder failed.
        """
        assert self._steps is not None, "only work that is not done is under way"
        failure = self._wait()
        try:
            # Where the sentence has a translation already, the steps can do without another try.
            self.attempts = self._steps.throw(failure) if failure else next(self._steps)
        except StopIteration as end:
            self.hypothesis, self.is_final = end.value.hypothesis, end.value.is_final
            self._steps = None

    def _wait(self) -> BrokenPackage | None:
        attempts, self.attempts = self.attempts, []
        try:
            for attempt in attempts:
                attempt.wait()
        except BrokenPackage as error:
            return error
        return None
