"""Asking a memory before the model: an engine that decodes only what nobody has translated yet."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.translation.decoding import Hypothesis

WINDOW = 200
"""How many sentences are looked up at once."""


@dataclass(frozen=True, slots=True)
class Reused:
    """A translation that the memory has: its text, and how well its sentence matches, in per cent."""

    text: str
    match: int


Recall = Callable[[str, str, Sequence[str]], dict[str, Reused]]
"""From the source's code, the target's and sentences to those that are known."""


class RememberingEngine:
    """Stands in for an engine. What the memory knows comes out in its place, as `Reused`.

    Args:
        engine: What decodes the rest.
        recall: What is known.
    """

    def __init__(self, engine: Any, recall: Recall) -> None:
        self._engine = engine
        self._recall = recall

    def translate(
        self, sentences: Iterable[str], source: str, target: str, **options: Any
    ) -> Iterator[Hypothesis | Reused]:
        """Yield one result a sentence, in order; the engine is not asked before something is unknown."""
        order: deque[Reused | None] = deque()
        rest = iter(sentences)

        def unknown() -> Iterator[str]:
            while window := list(itertools.islice(rest, WINDOW)):
                known = self._recall(source, target, window)
                for sentence in window:
                    found = known.get(sentence)
                    order.append(found)
                    if found is None:
                        yield sentence

        waiting = unknown()
        first = next(waiting, None)
        if first is not None:
            for hypothesis in self._engine.translate(itertools.chain([first], waiting), source, target, **options):
                while (found := order.popleft()) is not None:
                    yield found
                yield hypothesis
        yield from (found for found in order if found is not None)
