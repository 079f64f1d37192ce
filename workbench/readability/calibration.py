"""What people's translations between two languages are like: regressions made from a corpus.

The table is built by tools/build_drift.py from NTREX-128: 123 news documents, translated by people. Each measure of a
translation is regressed on the measures of its source, document by document.

Corpus: Federmann, Kocmi and Xin (2022), NTREX-128 - News Test References for MT Evaluation of 128 Languages; CC BY-SA
4.0, as is the table.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt
from pathlib import Path
from typing import Any

from workbench.readability.counts import Counts
from workbench.readability.residuals import Expectation, Expectations

TABLE = Path(__file__).with_name("data") / "drift_pairs.json"

# A document of n sentences scatters like sd² (1 + SENTENCES_OF_NOISE / n): what differs between documents, and what
# differs between sentences and evens out. One figure for all pairs, because 123 documents cannot tell one for each.
SENTENCES_OF_NOISE = 12

# The oddest document of the corpus in any language has 0.46. English of 6 words a sentence reaches this; with shorter
# sentences people's translations were called harder more than twice as often as promised.
MOST_LEVERAGE = 0.75


def features_of(source: Counts) -> tuple[float, ...]:
    """Return what is known of a source: how long its sentences are, and its words where there are words.

    Args:
        source: With at least one sentence.
    """
    if not source.words:
        return (log(source.characters / source.sentences),)
    return (
        log(source.words / source.sentences),
        log(max(source.letters, 1) / source.words),
        source.long_words / source.words,
    )


def weight_of(sentences: float) -> float:
    """Return how much a document of so many sentences counts in a regression, up to 1."""
    return sentences / (sentences + SENTENCES_OF_NOISE)


@dataclass(frozen=True, slots=True)
class SourceSide:
    """The documents of the corpus in one language, as sources.

    Attributes:
        weight: The sum of their weights.
        means: Weighted mean of each feature.
        inverse: Inverse of the weighted scatter of the features around their means, row by row.
    """

    weight: float
    means: tuple[float, ...]
    inverse: tuple[tuple[float, ...], ...]

    def centered(self, features: tuple[float, ...]) -> tuple[float, ...]:
        """Return features as differences from the corpus."""
        return tuple(feature - mean for feature, mean in zip(features, self.means, strict=True))

    def leverage_of(self, centered: tuple[float, ...]) -> float:
        """Return how far a source lies from those that were measured: the leverage of a regression."""
        rows = (sum(a * b for a, b in zip(row, centered, strict=True)) for row in self.inverse)
        return 1 / self.weight + sum(a * b for a, b in zip(rows, centered, strict=True))


@dataclass(frozen=True, slots=True)
class Regression:
    """One measure of translations, regressed on their sources.

    Attributes:
        measure: Name of the measure.
        intercept: At the corpus's mean source, on the scale of `residuals.to_scale`.
        slopes: For each feature.
        sd: Of the residuals of a very long document.
        low: How many standard deviations below few of people's translations lie.
        high: How many above.
    """

    measure: str
    intercept: float
    slopes: tuple[float, ...]
    sd: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PairCalibration:
    """What translations from one language to another are like.

    Attributes:
        source: The corpus in the language of the source.
        aligned: Regressions of each measure, where each sentence of the source has one in the translation.
        free: Where both texts were split into sentences by themselves: people also split and join sentences.
    """

    source: SourceSide
    aligned: tuple[Regression, ...]
    free: tuple[Regression, ...]

    def covers(self, source: Counts) -> bool:
        """Say whether a source is like the corpus; beyond it a regression only guesses.

        Source: Montgomery, Peck and Vining (2012), Introduction to Linear Regression Analysis, on hidden extrapolation.

        Args:
            source: As in `expect`.
        """
        return self.source.leverage_of(self.source.centered(features_of(source))) <= MOST_LEVERAGE

    def expect(self, source: Counts, is_aligned: bool) -> Expectations:
        """Return what a translation of a source is expected to be.

        The standard deviation is that of a prediction: wider for short sources and for sources unlike the corpus.
        Source: Draper and Smith (1998), Applied Regression Analysis, 3.1, of a new observation.

        Args:
            source: With at least one sentence, and words if the language has them.
            is_aligned: Whether each of its sentences has one in the translation.
        """
        centered = self.source.centered(features_of(source))
        spread = sqrt(1 / weight_of(source.sentences) + self.source.leverage_of(centered))
        return Expectations(
            tuple(
                Expectation(
                    each.measure,
                    each.intercept + sum(a * b for a, b in zip(each.slopes, centered, strict=True)),
                    each.sd * spread,
                    each.low,
                    each.high,
                )
                for each in (self.aligned if is_aligned else self.free)
            ),
            "pair",
        )


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=512)
def pair_calibration(source: str, target: str) -> PairCalibration | None:
    """Return the calibration of a pair of languages, given by codes without a region; None when there is none."""
    pair = _table()["pairs"].get(f"{source}-{target}")
    return None if pair is None else from_json(_table()["sources"][source], pair)


def from_json(source: dict[str, Any], pair: dict[str, Any]) -> PairCalibration:
    """Return a calibration from its entries in the table.

    What splitting does not change stands in the table once.
    """
    side = SourceSide(source["weight"], tuple(source["means"]), tuple(map(tuple, source["inverse"])))
    aligned = pair["aligned"]
    return PairCalibration(side, _regressions(aligned), _regressions(aligned | pair["free"]))


def _regressions(measures: dict[str, list[float]]) -> tuple[Regression, ...]:
    return tuple(
        Regression(measure, intercept, tuple(slopes), sd, low, high)
        for measure, (intercept, *slopes, sd, low, high) in measures.items()
    )
