"""Engines in processes of their own that take turns: each is warm, and only one works at a time."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Turn:
    """One engine's work on one list of sentences.

    Attributes:
        seconds: Until the last translation was there.
        first_seconds: Until the first was.
        texts: The translations, in order.
        peak_mb: Most memory its process has held so far, in MB.
    """

    seconds: float
    first_seconds: float
    texts: tuple[str, ...]
    peak_mb: float


class Process:
    """A Python module that answers turns; end it with `close`."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._name = arguments[0]
        self._child = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env=dict(environment) if environment is not None else None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def take(self, sentences: Sequence[str]) -> Turn:
        """Let it translate the sentences while this process waits.

        Raises:
            RuntimeError: It ended instead of answering.
        """
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(list(sentences)) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._name} ended with status {self._child.wait()}.")
        answer = json.loads(line)
        return Turn(answer["seconds"], answer["first"], tuple(answer["texts"]), answer["peak_mb"])

    def close(self) -> None:
        """End the process: it stops when nothing more can come."""
        self._child.communicate()


def answer(
    translate: Callable[[Any], Iterable[str]],
    *,
    prepare: Callable[[list[str]], Any] = lambda sentences: sentences,
    peak_mb: Callable[[], float] | None = None,
) -> None:
    """Answer turns on standard input until it ends; standard output is for the answers alone.

    Args:
        translate: Yields the translations of what `prepare` made of the sentences.
        prepare: Runs before the clock does.
        peak_mb: Says how much memory was needed at most; this process' own without it.
    """
    for line in sys.stdin:
        prepared = prepare(json.loads(line))
        start = time.perf_counter()
        first, texts = 0.0, []
        for text in translate(prepared):
            first = first or time.perf_counter() - start
            texts.append(text)
        seconds = time.perf_counter() - start
        values = {"seconds": seconds, "first": first, "texts": texts, "peak_mb": (peak_mb or own_peak_mb)()}
        print(json.dumps(values), flush=True)


def own_peak_mb() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
