"""Fits what people's translations are like: a robust regression of each measure, and how far documents lie from it.

Kept apart from tools/build_drift.py so that benchmarks/drift.py can fit on some of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.ntrex import is_damaged
from workbench.readability import calibration
from workbench.readability.counts import Counts
from workbench.readability.residuals import (
    LENGTH,
    LETTERS,
    LIX,
    LONG_WORDS,
    UNSPACED_LENGTH,
    VALUES,
    Sums,
    to_scale,
)

# What share of people's translations may lie below and above, by each measure; by their words hardly any. Together
# under the 7 % that are promised, because on new documents a few more do.
TAILS = {
    LENGTH: (0.015, 0.025),
    UNSPACED_LENGTH: (0.02, 0.03),
    LONG_WORDS: (0.0075, 0.0075),
    LETTERS: (0.0075, 0.0075),
    LIX: (0.015, 0.025),
}
LEAST_LIMIT = 1.0  # standard deviations
SPACED = (LENGTH, LETTERS, LONG_WORDS, LIX)
UNSPACED = (UNSPACED_LENGTH,)
SPLIT_DEPENDENT = (LENGTH, LIX)
HUBER = 1.5  # standard deviations beyond which a residual counts less. Source: Huber (1981), Robust Statistics
TO_SD = 1.4826  # from the median of a normal distribution's absolute values
ROUNDS = 50  # at most, until no document's weight changes by more than SETTLED
SETTLED = 1e-4
DIGITS = 4  # that are kept of a number

Matrix = NDArray[np.float64]
Documents = Mapping[str, Mapping[str, Counts]]


def fit_source(sources: Sequence[Counts]) -> dict[str, Any]:
    """Return the table's entry of a source language.

    Args:
        sources: Of each document, all in one language.
    """
    features = np.array([calibration.features_of(source) for source in sources])
    weights = weights_of(sources)
    means = np.average(features, axis=0, weights=weights)
    centered = features - means
    inverse = np.linalg.inv((centered * weights[:, None]).T @ centered)
    return {
        "weight": _rounded(weights.sum()),
        "means": [_rounded(mean) for mean in means],
        "inverse": [[_rounded(number) for number in row] for row in inverse],
    }


def weights_of(sources: Sequence[Counts]) -> Matrix:
    """Return how much each document counts."""
    return np.array([calibration.weight_of(source.sentences) for source in sources])


def center(sources: Sequence[Counts], entry: Mapping[str, Any]) -> Matrix:
    """Return each document's features as differences from the means in the table."""
    return np.array([calibration.features_of(source) for source in sources]) - np.array(entry["means"])


def fit_pair(centered: Matrix, weights: Matrix, targets: Sequence[Counts], measures: Sequence[str]) -> dict[str, Any]:
    """Return the table's entries of some measures of a pair of languages.

    Args:
        centered: Features of the sources, from `center`.
        weights: Of the documents.
        targets: Of each document, all in one language.
        measures: Those to regress.
    """
    design = np.column_stack((np.ones(len(centered)), centered))
    sums = [Sums.of(target) for target in targets]
    entries = {}
    for measure in measures:
        values = np.array([to_scale(measure, VALUES[measure](each)) for each in sums])
        coefficients, sd, left_out = fit_robustly(design, values, weights)
        low, high = TAILS[measure]
        limits = (limit_of(-left_out, low), limit_of(left_out, high))
        entries[measure] = [_rounded(number) for number in (*coefficients, sd, *limits)]
    return entries


def limit_of(deviations: Matrix, tail: float) -> float:
    """Return what a share of new documents is expected to exceed, from the deviations of documents left out.

    Source: conformal prediction; Barber and others (2021), Predictive inference with the jackknife+, Annals of
    Statistics 49. Between two documents it is interpolated.
    """
    ordered = np.sort(deviations)[::-1]
    place = max(0.0, tail * (len(ordered) + 1) - 1)
    return max(LEAST_LIMIT, float(np.interp(place, np.arange(len(ordered)), ordered)))


def fit_robustly(design: Matrix, values: Matrix, weights: Matrix) -> tuple[Matrix, float, Matrix]:
    """Return coefficients, the residuals' standard deviation, and each document's deviation when it is left out.

    Huber's M-estimate by iterated weighted least squares, so that a document that was translated oddly, or is damaged,
    does not widen what is expected of all others.

    Args:
        design: A row for each document: 1, then its features.
        values: Of the measure.
        weights: Of the documents.
    """
    trust = np.ones(len(values))
    freedom = len(values) / (len(values) - design.shape[1])
    for _ in range(ROUNDS):
        weighted = (design * (weights * trust)[:, None]).T
        inverse = np.linalg.inv(weighted @ design)
        coefficients = inverse @ (weighted @ values)
        scaled = np.abs(np.sqrt(weights) * (values - design @ coefficients))
        sd = TO_SD * float(np.median(scaled)) * freedom
        before, trust = trust, np.minimum(1.0, HUBER * sd / np.maximum(scaled, 1e-12))
        if np.abs(trust - before).max() < SETTLED:
            break
    leverage = np.einsum("ij,jk,ik->i", design, inverse, design)
    own = leverage * weights * trust
    left_out = (values - design @ coefficients) / (1 - own)
    spread = np.sqrt(1 / weights + leverage / (1 - own))
    return coefficients, sd, left_out / (sd * spread)


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def fit(aligned: Documents, free: Documents, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the table's entries for pairs of languages.

    Args:
        aligned: Counts of each document in each language, a line a sentence: `aligned[language][document]`.
        free: The same, each line split into sentences as we do.
        pairs: Of languages, source and target.
    """
    sources: dict[str, Any] = {}
    entries: dict[str, Any] = {}
    for source, target in pairs:
        if source not in sources:
            names = [name for name in aligned[source] if not is_damaged(name, source)]
            sources[source] = fit_source([aligned[source][name] for name in names])
        kept = [name for name in aligned[source] if not is_damaged(name, source) and not is_damaged(name, target)]
        has_words = any(counts.words for counts in aligned[target].values())
        entry = {}
        for key, documents, measures in (
            ("aligned", aligned, SPACED if has_words else UNSPACED),
            ("free", free, SPLIT_DEPENDENT if has_words else UNSPACED),
        ):
            mine, theirs = [documents[source][name] for name in kept], [documents[target][name] for name in kept]
            entry[key] = fit_pair(center(mine, sources[source]), weights_of(mine), theirs, measures)
        entries[f"{source}-{target}"] = entry
    return {"sources": sources, "pairs": entries}
