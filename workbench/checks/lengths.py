"""How long a translation is beside its source, from people's translations of news between 18 languages."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from workbench.languages import primary
from workbench.writing.scripts import amount

TABLE = Path(__file__).parent / "data" / "lengths.tsv"


class LengthVerdict(Enum):
    """What a length is, beside what people write."""

    USUAL = "usual"
    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Usual:
    """How people's translations relate to their sources in a pair of languages.

    Attributes:
        ratio: Natural logarithm of the usual length of a translation divided by that of its source.
        spread: Standard deviation of that logarithm among sentences of 40 signs and more, robust.
    """

    ratio: float
    spread: float


@dataclass(frozen=True, slots=True)
class Lengths:
    """The table of lengths.

    Attributes:
        pairs: By source and target language.
        steps: Signs of a source from which on a limit holds, ascending.
        limits: For each step, the least and most spreads that a translation is away from the usual one.
    """

    pairs: dict[tuple[str, str], Usual]
    steps: tuple[int, ...]
    limits: tuple[tuple[float, float], ...]


def signs(text: str) -> int:
    """Return how many characters of a text are no spaces."""
    return len(text) - text.count(" ")


def judge_length(source: str, target: str, source_language: str, target_language: str) -> LengthVerdict:
    """Say whether a translation is longer or shorter than people's translations of such a sentence are.

    All but one in 200 of those are "usual". Between languages that nothing is known of, amounts of Latin letters
    (`writing.scripts`) are compared, with three times the largest spread.

    Args:
        source: A sentence.
        target: Its translation.
        source_language: Canonical code.
        target_language: Canonical code.
    """
    said = signs(source)
    if not said:
        return LengthVerdict.USUAL
    table = lengths()
    usual = _usual(source_language, target_language)
    if usual is None:
        ratio = (amount(target) + 1) / (amount(source) + 1)
        deviation = math.log(ratio) / (3 * _widest())
    else:
        deviation = (math.log(max(1, signs(target)) / said) - usual.ratio) / usual.spread
    least, most = table.limits[bisect_right(table.steps, said) - 1]
    if deviation < least:
        return LengthVerdict.SHORT
    return LengthVerdict.LONG if deviation > most else LengthVerdict.USUAL


@cache
def lengths() -> Lengths:
    """Return the table, read once."""
    pairs: dict[tuple[str, str], Usual] = {}
    limits: dict[int, tuple[float, float]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        match line.split("\t"):
            case ["pair", source, target, ratio, spread]:
                pairs[source, target] = Usual(float(ratio), float(spread))
            case ["limit", least, short, long]:
                limits[int(least)] = (float(short), float(long))
    return Lengths(pairs, tuple(limits), tuple(limits.values()))


@lru_cache(maxsize=256)
def _usual(source: str, target: str) -> Usual | None:
    return lengths().pairs.get((primary(source), primary(target)))


@cache
def _widest() -> float:
    return max(usual.spread for usual in lengths().pairs.values())
