"""How often does drift cry wolf on people's translations, and how often does it notice a translation made harder?

    python -m benchmarks.drift --ntrex FOLDER [--seeds 20] [--pairs en-es …]

Cross-validation on NTREX-128 in five parts by document: what is judged was not calibrated on, with the code that judges
in the product. False alarm: a translation by people is called harder or easier. Merged: of the target's neighbouring
sentences (first and second, third and fourth, …) half of the pairs, drawn by the seed, or all, become one sentence: the
full stop a comma, the next first letter small, counted again. Cut: half of the sentences, or all, are parted at the
space nearest to their middle. "LIX alone" is the plain method: LIX regressed on LIX, alarm above 1.645 standard
deviations, harder only.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np

from benchmarks.drift_corpus import CHANGED, HUMAN, SPLIT, UNSPACED, Corpus, Kinds
from benchmarks.drift_tally import Pair, Tally, print_results
from tools.drift_regression import fit
from tools.ntrex import FILES, is_damaged
from workbench.readability.calibration import PairCalibration, from_json
from workbench.readability.comparability import MINIMUM_SENTENCES
from workbench.readability.counts import Counts
from workbench.readability.residuals import LIX, VALUES, Sums

FOLDS = 5
LIX_LIMIT = 1.645


class LixAlone:
    """LIX regressed on LIX, by least squares, for languages with words."""

    def __init__(self, sources: Sequence[Counts], targets: Sequence[Counts]) -> None:
        mine, theirs = np.array([lix_of(each) for each in sources]), np.array([lix_of(each) for each in targets])
        self.slope, self.intercept = np.polyfit(mine, theirs, 1)
        self.sd = (theirs - self.slope * mine - self.intercept).std(ddof=2)

    def is_harder(self, source: Counts, target: Counts) -> bool:
        """Say whether a translation's LIX lies above the limit."""
        return lix_of(target) - self.slope * lix_of(source) - self.intercept > LIX_LIMIT * self.sd


def lix_of(counts: Counts) -> float:
    """Return LIX of a document."""
    return VALUES[LIX](Sums.of(counts))


def judge_fold(
    corpus: Corpus, kinds: Mapping[str, Kinds], held_out: Sequence[str], tallies: Mapping[Pair, Tally]
) -> None:
    """Calibrate on all documents but some, and judge those."""
    known = {
        kind: {
            language: {name: text.total for name, text in each[kind].items() if name not in held_out}
            for language, each in kinds.items()
        }
        for kind in (HUMAN, SPLIT)
    }
    table = fit(known[HUMAN], known[SPLIT], tallies)
    for (source, target), tally in tallies.items():
        calibration = from_json(table["sources"][source], table["pairs"][f"{source}-{target}"])
        usable = [name for name in corpus.names if not is_damaged(name, source) and not is_damaged(name, target)]
        lix = None
        if not {source, target} & UNSPACED:
            names = [name for name in usable if name not in held_out]
            lix = LixAlone(*([known[HUMAN][side][name] for name in names] for side in (source, target)))
        for name in held_out:
            if name in usable and kinds[source][HUMAN][name].length >= MINIMUM_SENTENCES:
                judge_document(name, kinds[source], kinds[target], calibration, lix, tally)


def judge_document(
    name: str, source: Kinds, target: Kinds, calibration: PairCalibration, lix: LixAlone | None, tally: Tally
) -> None:
    """Judge each kind of one document as `compare` does."""
    for kind in target:
        if name not in target[kind]:
            continue
        mine, theirs = source[HUMAN if kind in CHANGED else kind][name], target[kind][name]
        if not calibration.covers(mine.total):
            tally.refused[kind] += 1
            continue
        tally.judged[kind] += 1
        judgement = calibration.expect(mine.total, mine.length == theirs.length).judge(Sums.of(theirs.total))
        tally.directions[kind, judgement.direction] += 1
        if lix is not None and lix.is_harder(mine.total, theirs.total):
            tally.lix_alarms[kind] += 1


def run(corpus: Corpus, seed: int, pairs: Sequence[Pair]) -> dict[Pair, Tally]:
    """Return what was found in one run: every document judged once."""
    tallies = {pair: Tally() for pair in pairs}
    names = corpus.names.copy()
    random.Random(seed).shuffle(names)
    kinds = {language: corpus.kinds(language, seed) for language in sorted({side for pair in pairs for side in pair})}
    for fold in range(FOLDS):
        judge_fold(corpus, kinds, names[fold::FOLDS], tallies)
    return tallies


def main() -> None:
    """Judge, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ntrex", type=Path, required=True, help="folder of NTREX-128")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--pairs", nargs="+", metavar="FROM-TO", help="only these, such as en-es; else all")
    arguments = parser.parse_args()
    chosen = [pair for pair in permutations(FILES, 2) if not arguments.pairs or "-".join(pair) in arguments.pairs]
    corpus = Corpus(arguments.ntrex)
    print_results([run(corpus, seed, chosen) for seed in range(arguments.seeds)])


if __name__ == "__main__":
    main()
