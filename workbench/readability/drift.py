"""How hard a translation is, compared with what people make of such a source.

No raw score compares across languages. What does is the residual: how far the translation lies from what is usual for
translations of a source like this one, by people, between these languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.languages import language as describe
from workbench.languages import writes_without_spaces
from workbench.readability.calibration import pair_calibration
from workbench.readability.comparability import Sides, sides_of, why_not_comparable, why_unlike_news
from workbench.readability.newspapers import expect_from_newspapers
from workbench.readability.report import Report
from workbench.readability.residuals import UNSPACED_LENGTH, VALUES, Expectations, Sums
from workbench.readability.responsible import find_responsible

_DIGITS = 4  # of a number in JSON


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
        source: Of the source; None where it has no such measure, as words in Chinese.
        expected: Of a translation by people of such a source.
        target: Of the translation.
        deviation: Residual in standard deviations; positive is harder than expected.
        moved: Whether it lies beyond the limit, on the verdict's side.
    """

    id: str
    source: float | None
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
    """A sentence of the translation that accounts for the verdict.

    Attributes:
        position: From 1 in the sentences that were compared, those without words included.
        change: How much larger than expected the measure is, 0.31 for 31 % more.
        measure: What is larger: its length (words_per_sentence, characters_per_sentence), its lix, or, for
            long_word_share, its LIX compared with that of a sentence of its length with the long words expected.
    """

    position: int
    change: float
    measure: str


@dataclass(frozen=True, slots=True)
class Drift:
    """The verdict on a translation.

    Attributes:
        verdict: Harder, similar, easier, or not comparable.
        reason: Why it is not comparable, a sentence; "" when it is.
        deviation: The residual that decided, in standard deviations, positive is harder; None when not comparable.
        limit: How large it may be, on its side of 0, in a translation that is similar; None when not comparable.
        basis: What it was calibrated on: "pair" (human translations between these languages), "language" (newspaper LIX
            of each language, Björnsson 1983), or "" when not comparable.
        components: The measures, those that moved first.
        sentences: Those that, were they as expected, would make the translation similar, the heaviest first and at most
            ten; empty when similar.
        is_explained: Whether these are enough for that; else they are only the heaviest.
    """

    verdict: Verdict
    reason: str = ""
    deviation: float | None = None
    limit: float | None = None
    basis: str = ""
    components: tuple[Component, ...] = ()
    sentences: tuple[SentenceDrift, ...] = ()
    is_explained: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return what `flask readability compare --json` prints."""
        return {
            "verdict": self.verdict.value,
            "reason": self.reason,
            "deviation": _rounded(self.deviation),
            "limit": _rounded(self.limit),
            "basis": self.basis,
            "components": [
                {
                    "id": each.id,
                    "source": _rounded(each.source),
                    "expected": _rounded(each.expected),
                    "target": _rounded(each.target),
                    "deviation": _rounded(each.deviation),
                    "change": _rounded(each.change),
                    "moved": each.moved,
                }
                for each in self.components
            ],
            "sentences": [
                {"position": each.position, "change": _rounded(each.change), "measure": each.measure}
                for each in self.sentences
            ],
            "is_explained": self.is_explained,
        }


def compare(source: Report, target: Report) -> Drift:
    """Return whether a translation is harder or easier to read than people's translations of such a source.

    Harder is a translation whose sentences are longer, or whose long words are more, than all but few of people's
    translations of such a source; easier the opposite. How it was calibrated stands in docs/readability.md.

    Args:
        source: Of the source text; with as many sentences as `target` they are taken to be one to one.
        target: Of the translation.
    """
    sides = sides_of(source, target)
    reason = why_not_comparable(source, target, sides)
    if reason:
        return Drift(Verdict.NOT_COMPARABLE, reason)
    calibration = pair_calibration(source.language, target.language)
    if calibration is not None:
        if not calibration.covers(sides.source_total):
            return Drift(Verdict.NOT_COMPARABLE, why_unlike_news(sides.source_total))
        return _judge(sides, calibration.expect(sides.source_total, sides.is_aligned))
    expectations = _expect_from_newspapers(sides, source.language, target.language)
    if expectations is None:
        return Drift(Verdict.NOT_COMPARABLE, _unknown(source.language, target.language))
    return _judge(sides, expectations)


def _expect_from_newspapers(sides: Sides, source_language: str, target_language: str) -> Expectations | None:
    if writes_without_spaces(source_language) or writes_without_spaces(target_language):
        return None
    return expect_from_newspapers(sides.source_total, source_language, target_language)


def _unknown(source_language: str, target_language: str) -> str:
    if source_language == target_language:
        return f"Nothing is known of how much texts in {describe(source_language).name} differ."
    names = f"{describe(source_language).name} to {describe(target_language).name}"
    return f"Nothing is known of how hard people's translations from {names} are."


def _judge(sides: Sides, expectations: Expectations) -> Drift:
    source, target = Sums.of(sides.source_total), Sums.of(sides.target_total)
    judgement = expectations.judge(target)
    components = []
    for each in expectations.measures:
        value, deviation = VALUES[each.measure], each.deviation_of(target)
        components.append(
            Component(
                each.measure,
                value(source) if source.words or each.measure == UNSPACED_LENGTH else None,
                each.value,
                value(target),
                deviation,
                each.excess_of(deviation) * judgement.direction > 1,
            )
        )
    culprits, is_explained = find_responsible(sides, expectations, judgement)
    return Drift(
        verdict=_VERDICTS[judgement.direction],
        deviation=judgement.deviation,
        limit=judgement.limit,
        basis=expectations.basis,
        components=tuple(sorted(components, key=lambda component: not component.moved)),
        sentences=tuple(SentenceDrift(each.position, each.change, each.measure) for each in culprits),
        is_explained=is_explained,
    )


_VERDICTS = {1: Verdict.HARDER, 0: Verdict.SIMILAR, -1: Verdict.EASIER}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
