"""How hard a translation is, compared with what people make of such a source.

No raw score compares across languages. What does is the residual: how far the translation lies from what is usual for
translations of a source like this one, by people, between these languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.readability.report import Report


class Verdict(StrEnum):
    """What a comparison says of the translation."""

    HARDER = "harder"
    SIMILAR = "similar"
    EASIER = "easier"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Component:
    """One measure of both sides.

    Attributes:
        id: Name of the measure, as in `neutral.NeutralMeasures`, e.g. "words_per_sentence".
        source: Of the source.
        expected: Of a translation by people of such a source.
        target: Of the translation.
        deviation: Residual in standard deviations; positive is harder than expected.
        moved: Whether it contributed to the verdict.
    """

    id: str
    source: float
    expected: float
    target: float
    deviation: float
    moved: bool

    @property
    def change(self) -> float:
        """How much larger than expected, 0.31 for 31 % more."""
        return self.target / self.expected - 1 if self.expected else 0.0


@dataclass(frozen=True, slots=True)
class SentenceDrift:
    """A sentence that accounts for the verdict.

    Attributes:
        position: From 1 in the sentences that were compared, those without words included.
        change: How much longer or heavier than expected it is, as in `Component.change`.
    """

    position: int
    change: float


@dataclass(frozen=True, slots=True)
class Drift:
    """The verdict on a translation.

    Attributes:
        verdict: Harder, similar, easier, or not comparable.
        reason: Why it is not comparable, a sentence; "" when it is.
        deviation: The residual that decided, in standard deviations, positive is harder; None when not comparable.
        basis: What it was calibrated on: "pair" (human translations between these languages), "language" (newspaper LIX
            of each language, Björnsson 1983), or "" when not comparable.
        components: The measures, those that moved first.
        sentences: The sentences that account for the verdict, the heaviest first; empty when similar, or
            when the sides do not have the same number of sentences.
    """

    verdict: Verdict
    reason: str = ""
    deviation: float | None = None
    basis: str = ""
    components: tuple[Component, ...] = ()
    sentences: tuple[SentenceDrift, ...] = ()


def compare(source: Report, target: Report) -> Drift:
    """Return whether a translation is harder or easier to read than people's translations of such a source.

    Args:
        source: Of the source text; with the same sentences as `target`, one to one, sentences are named.
        target: Of the translation.
    """
    raise NotImplementedError
