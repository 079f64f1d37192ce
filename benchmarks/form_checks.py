"""How often does each check of form speak of people's translations, and how many seeded faults does it find?

    python -m benchmarks.form_checks --ntrex FOLDER [--pairs en-es …] [--seed 1] [--each 200]

Precision: the share of NTREX-128's translations, 1,997 sentences a pair, with a finding of each severity. People's
translations have real mistakes too, so this is an upper bound of false alarms. Recall: each kind of fault is put into
sentences drawn by the seed; it is found when the check tells something there that it did not tell before. "mended": of
those with a fix, how many the fix makes what they were, but for spaces that no line breaks at. Time: of all checks of
form together, the least of three runs for each sentence.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.form_faults import FAULTS, Seed
from tools.ntrex import is_damaged, read_corpus
from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form import FORM_CHECKS

PAIRS = "en-es en-fr en-de es-en fr-en de-en en-it en-pt en-nl en-pl en-ru en-uk en-sv en-zh en-ja en-ar zh-en ru-en"
BY_ID = {check.id: check for check in FORM_CHECKS}
_BLANKS = re.compile(r"\s+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ntrex", type=Path, required=True)
    parser.add_argument("--pairs", nargs="+", default=PAIRS.split())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=200, help="faults of a kind")
    options = parser.parse_args()
    documents, lines = read_corpus(options.ntrex)
    seeds: list[Seed] = []
    chance = random.Random(options.seed)
    told: dict[str, Counter[tuple[str, Severity]]] = {}
    for name in options.pairs:
        mine, theirs = name.split("-")
        rows = [at for at, document in enumerate(documents) if not is_damaged(document, theirs)]
        pairs = [Pair(lines[mine][at], lines[theirs][at], mine, theirs) for at in rows]
        told[name] = count_findings(pairs)
        seeds += [
            Seed(pair, {code: texts[at] for code, texts in lines.items()}, chance)
            for at, pair in zip(rows, pairs, strict=True)
        ]
        print_time(name, pairs[:300])
    print_findings(told, len(documents))
    chance.shuffle(seeds)
    for identifier, kind, _ in FAULTS:
        print_recall(identifier, kind, seeds, options.each)


def count_findings(pairs: Sequence[Pair]) -> Counter[tuple[str, Severity]]:
    """Return how many sentences have a finding, by check and severity; "any" for all checks together."""
    counts: Counter[tuple[str, Severity]] = Counter()
    for pair in pairs:
        found = {(check.id, finding.severity) for check in FORM_CHECKS for finding in check.find(pair)}
        counts.update(found | {("any", severity) for _, severity in found})
    return counts


def print_findings(told: dict[str, Counter[tuple[str, Severity]]], sentences: int) -> None:
    print("\nPer cent of people's translations with a finding")
    print(f"{'':25}" + " ".join(f"{name:>5}" for name in told))
    for identifier in ("any", *BY_ID):
        for severity in Severity:
            if any(counts[identifier, severity] for counts in told.values()):
                shares = (f"{100 * counts[identifier, severity] / sentences:5.2f}" for counts in told.values())
                print(f"{identifier:16}{severity:9}" + " ".join(shares))
    print("\nSeeded faults that are found")


def print_time(name: str, pairs: Sequence[Pair]) -> None:
    """Print how long all checks of form take for a sentence."""
    best = [float("inf")] * len(pairs)
    for _ in range(3):
        for at, pair in enumerate(pairs):
            start = time.perf_counter()
            for check in FORM_CHECKS:
                list(check.find(pair))
            best[at] = min(best[at], 1e6 * (time.perf_counter() - start))
    print(f"{name}: {statistics.median(best):.0f} µs a sentence at the median, {max(best):.0f} at the most")


def print_recall(identifier: str, kind: str, seeds: Sequence[Seed], most: int) -> None:
    made = found = fixable = mended = 0
    for seed in seeds:
        if made == most:
            break
        spoilt = spoil(identifier, kind, seed)
        if spoilt is None:
            continue
        made += 1
        new = new_findings(identifier, seed.pair, spoilt)
        found += bool(new)
        fixes = [finding.fix for finding in new if finding.fix is not None]
        fixable += bool(fixes)
        mended += any(_plain(fix) == _plain(seed.pair.target) for fix in fixes)
    if made:
        fixed = f"{fixable:4} with a fix, {mended:4} mended" if fixable else ""
        print(f"{identifier:16}{kind:32}{made:5} made {100 * found / made:6.1f} % found {fixed}")


def spoil(identifier: str, kind: str, seed: Seed) -> str | None:
    """Return the translation with the fault in it, None where it cannot have that one."""
    make = next(make for check, name, make in FAULTS if (check, name) == (identifier, kind))
    spoilt = make(seed)
    return spoilt if spoilt and spoilt != seed.pair.target else None


def new_findings(identifier: str, good: Pair, spoilt: str) -> list[Finding]:
    """Return what a check tells of the spoilt translation and did not tell of the good one."""
    check = BY_ID[identifier]
    before = {finding.message for finding in check.find(good)}
    pair = Pair(good.source, spoilt, good.source_language, good.target_language)
    return [finding for finding in check.find(pair) if finding.message not in before]


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text)


if __name__ == "__main__":
    main()
