"""Build workbench/readability/data/drift_pairs.json from NTREX-128: how people's translations relate to their sources.

    git clone --depth 1 https://github.com/MicrosoftTranslator/NTREX
    .venv/bin/python tools/build_drift.py NTREX

Build again whenever counting changes (a test says so). The corpus (CC BY-SA 4.0) is not part of this project.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.ntrex import FILES, count_documents, is_damaged, read_corpus, totals_of  # noqa: E402
from workbench.readability import calibration  # noqa: E402
from workbench.readability.counts import Counts  # noqa: E402
from workbench.readability.residuals import (  # noqa: E402
    DECIDING,
    LENGTH,
    LETTERS,
    LIX,
    LONG_WORDS,
    UNSPACED_LENGTH,
    VALUES,
    Sums,
    to_scale,
)

FALSE_ALARMS = 0.05  # below the 7 % that are promised, because a limit is never met exactly on new documents
HUBER = 1.5  # standard deviations beyond which a residual counts less. Source: Huber (1981), Robust Statistics
ROUNDS = 20
DIGITS = 5  # that are kept of a number
ABOUT = (
    "Made by tools/build_drift.py from NTREX-128 (Federmann, Kocmi and Xin 2022, NTREX-128 - News Test References for "
    "MT Evaluation of 128 Languages), https://github.com/MicrosoftTranslator/NTREX. Licence: CC BY-SA 4.0."
)

Matrix = NDArray[np.float64]


def fit_source(sources: Sequence[Counts]) -> tuple[dict[str, Any], Matrix, Matrix]:
    """Return the table's entry of a source language, the centred features of each document, and their weights.

    Args:
        sources: Of each document, all in one language.
    """
    features = np.array([calibration.features_of(source) for source in sources])
    weights = np.array([calibration.weight_of(source.sentences) for source in sources])
    means = np.average(features, axis=0, weights=weights)
    centered = features - means
    inverse = np.linalg.inv((centered * weights[:, None]).T @ centered)
    entry = {
        "weight": _rounded(weights.sum()),
        "means": [_rounded(mean) for mean in means],
        "inverse": [[_rounded(number) for number in row] for row in inverse],
    }
    return entry, centered, weights


def fit_pair(centered: Matrix, weights: Matrix, targets: Sequence[Counts]) -> dict[str, Any]:
    """Return the table's entry of a pair of languages.

    The limit is that of split-free conformal prediction: the deviation of a document from the regression on all the
    others is exceeded by at most `FALSE_ALARMS` of the documents. Source: Barber and others (2021), Predictive
    inference with the jackknife+, Annals of Statistics 49.

    Args:
        centered: Of the sources, from `fit_source`.
        weights: Of the documents.
        targets: Of each document, all in one language.
    """
    design = np.column_stack((np.ones(len(centered)), centered))
    measures = (LENGTH, LETTERS, LONG_WORDS, LIX) if any(target.words for target in targets) else (UNSPACED_LENGTH,)
    sums = [Sums.of(target) for target in targets]
    entries, furthest = {}, np.zeros(len(targets))
    for measure in measures:
        values = np.array([to_scale(measure, VALUES[measure](each)) for each in sums])
        coefficients, sd, left_out = fit_robustly(design, values, weights)
        entries[measure] = [*map(_rounded, coefficients), _rounded(sd)]
        if measure in DECIDING:
            furthest = np.maximum(furthest, np.abs(left_out))
    allowed = int(FALSE_ALARMS * (len(targets) + 1))
    return {"limit": _rounded(np.sort(furthest)[-max(1, allowed)]), "measures": entries}


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
    sd = 1.0
    for _ in range(ROUNDS):
        inverse = np.linalg.inv((design * (weights * trust)[:, None]).T @ design)
        coefficients = inverse @ (design * (weights * trust)[:, None]).T @ values
        scaled = np.sqrt(weights) * (values - design @ coefficients)
        freedom = len(values) / (len(values) - design.shape[1])
        sd = 1.4826 * float(np.median(np.abs(scaled))) * freedom
        trust = np.minimum(1.0, HUBER * sd / np.maximum(np.abs(scaled), 1e-12))
    leverage = np.einsum("ij,jk,ik->i", design, inverse, design)
    own = leverage * weights * trust
    left_out = (values - design @ coefficients) / (1 - own)
    spread = np.sqrt(1 / weights + leverage / (1 - own))
    return coefficients, sd, left_out / (sd * spread)


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def fit(counts: Mapping[str, Mapping[str, Counts]], pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the table's entries for pairs of languages.

    Args:
        counts: Of each document in each language: `counts[language][document]`.
        pairs: Of languages, source and target.
    """
    sources: dict[str, Any] = {}
    entries: dict[str, Any] = {}
    designs: dict[str, tuple[list[str], Matrix, Matrix]] = {}
    for source, target in pairs:
        if source not in designs:
            known = [document for document in counts[source] if not is_damaged(document, source)]
            sources[source], *rest = fit_source([counts[source][document] for document in known])
            designs[source] = (known, *rest)
        known, centered, weights = designs[source]
        kept = [row for row, document in enumerate(known) if not is_damaged(document, target)]
        targets = [counts[target][known[row]] for row in kept]
        entries[f"{source}-{target}"] = fit_pair(centered[kept], weights[kept], targets)
    return {"sources": sources, "pairs": entries}


def write(table: Mapping[str, Any]) -> str:
    """Return the table's text: JSON with a line for each language and pair, so that a change can be read."""
    parts = [f'"about": {json.dumps(ABOUT)}']
    for name, entries in table.items():
        rows = ",\n".join(f"{json.dumps(key)}: {json.dumps(entries[key])}" for key in sorted(entries))
        parts.append(f"{json.dumps(name)}: {{\n{rows}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Write the table and say how large it is."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    counts = totals_of(count_documents(*read_corpus(Path(sys.argv[1]))))
    text = write(fit(counts, permutations(FILES, 2)))
    calibration.TABLE.write_text(text, encoding="ascii")
    print(f"{calibration.TABLE.relative_to(ROOT)}: {len(text):,} bytes")


if __name__ == "__main__":
    main()
