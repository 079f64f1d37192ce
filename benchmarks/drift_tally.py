"""What benchmarks/drift.py found, added up and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.drift_corpus import ALL, ALL_CUT, EXCERPT, EXCERPTS, HALF, HALF_CUT, HUMAN, SPLIT, UNSPACED
from benchmarks.timing import print_table

NAMED = (("en", "es"), ("en", "de"), ("en", "fr"), ("en", "nl"), ("en", "it"))
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
        ["half cut: easier", *_spread(mean, lambda tally: tally.easier(HALF_CUT), lowest=True)],
        ["all cut: easier", *_spread(mean, lambda tally: tally.easier(ALL_CUT), lowest=True)],
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
        if pair in mean
    ]
    head = (
        "pair",
        "people: harder",
        "easier",
        "either",
        HALF,
        ALL,
        "LIX alone: people",
        f"LIX alone: {HALF}",
    )
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
