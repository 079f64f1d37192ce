"""How often does drift cry wolf on people's translations, and how often does it notice a translation made harder?

    python -m benchmarks.drift --ntrex FOLDER [--seeds 20]

Cross-validation on NTREX-128 in five parts by document: what is judged was not calibrated on, with the code that judges
in the product. False alarm: a translation by people is called harder or easier. Merged: of the target's neighbouring
sentences (first and second, third and fourth, …) half of the pairs, drawn by the seed, or all, become one sentence: the
full stop a comma, the next first letter small, counted again. "LIX alone" is the plain method: LIX regressed on LIX,
alarm above 1.645 standard deviations, harder only.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

import numpy as np

from benchmarks.drift_corpus import ALL, EXCERPT, EXCERPTS, HALF, HUMAN, SPLIT, Corpus, Kinds
from benchmarks.timing import print_table
from tools.build_drift import fit
from tools.ntrex import FILES, is_damaged, totals_of
from workbench.readability.calibration import from_json
from workbench.readability.comparability import MINIMUM_SENTENCES
from workbench.readability.counts import Counts
from workbench.readability.residuals import LIX, VALUES, Sums

FOLDS = 5
NAMED = (("en", "es"), ("en", "de"), ("en", "fr"), ("en", "nl"), ("en", "it"))
LIX_LIMIT = 1.645
UNSPACED = {"ja", "zh"}
Pair = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """What was found of one pair of languages, in one run: numbers of documents.

    Attributes:
        judged: Of each kind.
        refused: Of each kind, those that are not comparable because their source is unlike the others.
        directions: Of each kind, how many were harder (1), easier (-1), similar (0).
        lix_alarms: Of each kind, how many LIX alone calls harder.
    """

    judged: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    directions: Counter[tuple[str, int]] = field(default_factory=Counter)
    lix_alarms: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add what was found of other documents."""
        self.judged += other.judged
        self.refused += other.refused
        self.directions += other.directions
        self.lix_alarms += other.lix_alarms

    def harder(self, kind: str) -> float:
        """Return the share that is called harder."""
        return self.directions[kind, 1] / self.judged[kind]

    def easier(self, kind: str) -> float:
        """Return the share that is called easier."""
        return self.directions[kind, -1] / self.judged[kind]

    def alarms(self, kind: str) -> float:
        """Return the share that is called either."""
        return self.harder(kind) + self.easier(kind)

    def lix_harder(self, kind: str) -> float:
        """Return the share that LIX alone calls harder."""
        return self.lix_alarms[kind] / self.judged[kind]


Share = Callable[[Tally], float]


class LixAlone:
    """LIX regressed on LIX, by least squares; None judges languages without words."""

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
    totals = {language: totals_of(each) for language, each in kinds.items()}
    known = {
        kind: {language: without(each[kind], held_out) for language, each in totals.items()} for kind in (HUMAN, SPLIT)
    }
    table = fit(known[HUMAN], known[SPLIT], tallies)
    for (source, target), tally in tallies.items():
        calibration = from_json(table["sources"][source], table["pairs"][f"{source}-{target}"])
        usable = [name for name in corpus.names if not is_damaged(name, source) and not is_damaged(name, target)]
        lix = None
        if not {source, target} & UNSPACED:
            names = [name for name in usable if name not in held_out]
            lix = LixAlone(*([known[HUMAN][side][name] for name in names] for side in (source, target)))
        for kind, texts in kinds[target].items():
            of_source = HUMAN if kind in (HALF, ALL) else kind
            for name in held_out:
                if name not in usable or name not in texts or len(kinds[source][HUMAN][name]) < MINIMUM_SENTENCES:
                    continue
                mine, theirs = totals[source][of_source][name], totals[target][kind][name]
                is_aligned = len(kinds[source][of_source][name]) == len(texts[name])
                if not calibration.covers(mine):
                    tally.refused[kind] += 1
                    continue
                tally.judged[kind] += 1
                judgement = calibration.expect(mine, is_aligned).judge(Sums.of(theirs))
                tally.directions[kind, judgement.direction] += 1
                if lix is not None and lix.is_harder(mine, theirs):
                    tally.lix_alarms[kind] += 1


def without(totals: Mapping[str, Counts], names: Sequence[str]) -> dict[str, Counts]:
    """Return the counts of all documents but some."""
    return {name: counts for name, counts in totals.items() if name not in names}


def run(corpus: Corpus, seed: int) -> dict[Pair, Tally]:
    """Return what was found in one run: every document judged once."""
    tallies = {pair: Tally() for pair in permutations(FILES, 2)}
    names = corpus.names.copy()
    random.Random(seed).shuffle(names)
    kinds = {language: corpus.kinds(language, seed) for language in FILES}
    for fold in range(FOLDS):
        judge_fold(corpus, kinds, names[fold::FOLDS], tallies)
    return tallies


def print_results(runs: Sequence[Mapping[Pair, Tally]]) -> None:
    """Print the means over all runs, and the worst."""
    mean: dict[Pair, Tally] = {pair: Tally() for pair in runs[0]}
    for each in runs:
        for pair, tally in each.items():
            mean[pair].add(tally)
    both = [pair for pair in mean if not UNSPACED & set(pair)]
    rows = [
        ["calls a translation by people harder", *_spread(mean, lambda tally: tally.harder(HUMAN))],
        ["calls it easier", *_spread(mean, lambda tally: tally.easier(HUMAN))],
        ["either: false alarms", *_spread(mean, lambda tally: tally.alarms(HUMAN))],
        ["half merged: harder", *_spread(mean, lambda tally: tally.harder(HALF), lowest=True)],
        ["all merged: harder", *_spread(mean, lambda tally: tally.harder(ALL), lowest=True)],
    ]
    print_table(f"{len(mean)} pairs, {len(runs)} runs", ("", "mean of pairs", "worst pair"), rows)
    rows = [
        [
            f"{kind}: called harder",
            *_spread(
                {pair: mean[pair] for pair in both}, lambda tally, kind=kind: tally.lix_harder(kind), kind != HUMAN
            ),
        ]
        for kind in (HUMAN, HALF, ALL)
    ]
    print_table(f"LIX alone, {len(both)} pairs of languages with words", ("", "mean of pairs", "worst pair"), rows)
    rows = [
        [
            f"{pair[0]}→{pair[1]}",
            *(
                _mean_and_worst([each[pair] for each in runs], share, lowest)
                for share, lowest in (
                    (lambda tally: tally.harder(HUMAN), False),
                    (lambda tally: tally.easier(HUMAN), False),
                    (lambda tally: tally.alarms(HUMAN), False),
                    (lambda tally: tally.harder(HALF), True),
                    (lambda tally: tally.harder(ALL), True),
                    (lambda tally: tally.lix_harder(HUMAN), False),
                    (lambda tally: tally.lix_harder(HALF), True),
                )
            ),
        ]
        for pair in NAMED
    ]
    head = ("pair", "people: harder", "easier", "either", HALF, ALL, "LIX alone: people", f"LIX alone: {HALF}")
    print_table("Mean of the runs (worst run)", head, rows)
    rows = [
        [
            kind,
            *_spread(mean, lambda tally, kind=kind: tally.harder(kind)),
            *_spread(mean, lambda tally, kind=kind: tally.easier(kind)),
        ]
        for kind in (HUMAN, SPLIT, *(EXCERPT.format(length) for length in EXCERPTS))
    ]
    print_table("Other ways to take the same translations", ("", "harder", "worst pair", "easier", "worst pair"), rows)
    refused = sum(tally.refused[HUMAN] for tally in mean.values())
    judged = sum(tally.judged[HUMAN] for tally in mean.values())
    print(f"\nnot comparable, because the source is unlike the others: {refused / (judged + refused):.1%} of documents")
    for kind, target in ((HALF, 0.8), (ALL, 0.95)):
        reached = sum(tally.harder(kind) >= target for tally in mean.values())
        print(f"\n{kind} detected in at least {target:.0%}: {reached} of {len(mean)} pairs")
    over = sorted(((tally.alarms(HUMAN), pair) for pair, tally in mean.items()), reverse=True)
    print(f"false alarms over 7 %: {sum(share > 0.07 for share, _ in over)} of {len(mean)} pairs")


def _spread(mean: Mapping[Pair, Tally], share: Share, lowest: bool = False) -> tuple[str, str]:
    shares = {pair: share(tally) for pair, tally in mean.items()}
    worst = (min if lowest else max)(shares, key=lambda pair: shares[pair])
    return f"{sum(shares.values()) / len(shares):.1%}", f"{shares[worst]:.1%} ({worst[0]}→{worst[1]})"


def _mean_and_worst(tallies: Sequence[Tally], share: Share, lowest: bool) -> str:
    shares = [share(tally) for tally in tallies]
    return f"{sum(shares) / len(shares):.1%} ({(min if lowest else max)(shares):.1%})"


def main() -> None:
    """Judge, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ntrex", type=Path, required=True, help="folder of NTREX-128")
    parser.add_argument("--seeds", type=int, default=20)
    arguments = parser.parse_args()
    corpus = Corpus(arguments.ntrex)
    print_results([run(corpus, seed) for seed in range(arguments.seeds)])


if __name__ == "__main__":
    main()
