"""Timing two things side by side: in turn, so that a machine that slows down slows both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any


def seconds_of(function: Callable[[], Any]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def cpu_seconds_of(function: Callable[[], Any]) -> float:
    """Return the processor time of one call: what a thread alone on the machine would take, about."""
    start = time.process_time()
    function()
    return time.process_time() - start


def side_by_side(functions: Sequence[Callable[[], Any]], rounds: int) -> list[list[float]]:
    """Call the functions in turn, `rounds` times after one warm-up; return the seconds of each."""
    for function in functions:
        function()
    times = [[seconds_of(function) for function in functions] for _ in range(rounds)]
    return [list(column) for column in zip(*times, strict=True)]


def median_ratio(of: Sequence[float], to: Sequence[float]) -> float:
    """Return the median of the ratios, pair by pair."""
    return statistics.median(a / b for a, b in zip(of, to, strict=True))


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a Markdown table."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
