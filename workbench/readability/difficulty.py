"""How hard one sentence is for its language, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.readability.counts import Counts


class Level(StrEnum):
    """Three steps an editor understands."""

    PLAIN = "plain"
    HARD = "hard"
    VERY_HARD = "very_hard"


class Reason(StrEnum):
    """What makes a sentence hard."""

    LENGTH = "length"
    LONG_WORDS = "long_words"
    NESTING = "nesting"
    RARE_WORDS = "rare_words"


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a sentence is, relative to news sentences of its language.

    Attributes:
        level: Plain, hard or very hard; a sentence without words is plain.
        value: Standard deviations above the usual sentence of its language; None where nothing is known of it.
        reasons: What makes it hard, the strongest first; empty when plain.
    """

    level: Level
    value: float | None
    reasons: tuple[Reason, ...] = ()


def assess(counts: Counts, language: str) -> Difficulty:
    """Return how hard one sentence is.

    Args:
        counts: Of the sentence.
        language: Two- or three-letter code, without a region.
    """
    raise NotImplementedError
