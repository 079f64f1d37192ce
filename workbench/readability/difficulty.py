"""How hard one sentence is for its language, and why."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from workbench.readability.counts import Counts
from workbench.readability.norms import WEIGHTS, Parts, norms, parts_of, standardised, sum_of


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


# A part is a reason when it is unusual by itself, in standard deviations, and more than a word or two.
REASON_DEVIATIONS = 1.0
_LEAST = {Reason.LONG_WORDS: 3, Reason.RARE_WORDS: 2, Reason.NESTING: 2}

# Where nothing is known of a language but that it parts its words: the words that 84 and 95 % of news sentences stay
# within, on average over the 16 such languages of the table.
HARD_WORDS = 30
VERY_HARD_WORDS = 39


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

    def to_json(self) -> dict[str, Any]:
        """Return it for JSON, the value with two digits."""
        value = None if self.value is None else round(self.value, 2)
        return {"level": self.level.value, "value": value, "reasons": [reason.value for reason in self.reasons]}


def assess(counts: Counts, language: str) -> Difficulty:
    """Return how hard one sentence is.

    Hard is what is harder than 84 % of the news sentences of its language, very hard than 95 %. The value is a
    weighted sum of length, long words, rare words and nesting, each relative to the same sentences (see `norms`).
    In other languages only the length is looked at, and there is no value; in other languages written without
    spaces nothing is known, and every sentence is plain.

    Args:
        counts: Of the sentence.
        language: Two- or three-letter code, without a region.
    """
    if not counts.sentences:
        return Difficulty(Level.PLAIN, None)
    known = norms().get(language)
    if known is None:
        level = _level(counts.words, HARD_WORDS + 1, VERY_HARD_WORDS + 1)
        return Difficulty(level, None, () if level is Level.PLAIN else (Reason.LENGTH,))
    parts = standardised(parts_of(counts, known.long_share, known.rare_share), known.mean, known.deviation)
    value = (sum_of(parts) - known.sum_mean) / known.sum_deviation
    level = _level(value, known.hard, known.very_hard)
    return Difficulty(level, value, () if level is Level.PLAIN else _reasons(parts, counts))


def _level(value: float, hard: float, very_hard: float) -> Level:
    if value >= very_hard:
        return Level.VERY_HARD
    return Level.HARD if value >= hard else Level.PLAIN


def _reasons(parts: Parts, counts: Counts) -> tuple[Reason, ...]:
    strongest = sorted(
        (Reason(field.name) for field in fields(Parts)),
        key=lambda reason: getattr(parts, reason) * getattr(WEIGHTS, reason),
        reverse=True,
    )
    return tuple(reason for reason in strongest if _stands_out(reason, parts, counts)) or (strongest[0],)


def _stands_out(reason: Reason, parts: Parts, counts: Counts) -> bool:
    found = {
        Reason.LENGTH: counts.words or counts.characters,
        Reason.LONG_WORDS: counts.long_words,
        Reason.RARE_WORDS: counts.rare_words,
        Reason.NESTING: counts.subordinators,
    }[reason]
    deviation: float = getattr(parts, reason)
    return deviation >= REASON_DEVIATIONS and found >= _LEAST.get(reason, 1)
