"""How often do the checks cry wolf on people's translations, and how many faults do they catch?

    python -m benchmarks.checks [--ntrex FOLDER]

Good: 300 translations of news by people (tests/data/checks_good.tsv). Bad: 300 faults put into them by a seed, 180 of
numbers and the like, 120 of names; beside them lost negations and quotation marks, and addresses, hashtags,
placeholders and emoji that were put into both texts and changed in one. A fault is caught when a check of its group
finds something that it does not find in the good pair. Precision: of the sentences where a check finds something among
all good and bad ones, the share of those that are bad with a fault of its group. Recall: of the faults of its group;
several checks share the numeric and the exact ones. --ntrex: false alarms on all of
NTREX-128 but those 300 sentences, in more pairs.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.check_corruptions import EXACT, NAME, NEGATION, NUMERIC, SPEECH, Corruption, corrupt
from tools.ntrex import read_corpus
from workbench.checks.base import Pair
from workbench.checks.facts import FACT_CHECKS, comparison
from workbench.checks.findings import Finding, Severity
from workbench.checks.registry import CHECKS, check_pair
from workbench.items import calendar, small_words, values
from workbench.items.finding import _remembered as find_items_once
from workbench.writing.hiding import hide_items

GOOD = Path(__file__).resolve().parent.parent / "tests" / "data" / "checks_good.tsv"
WANTED = {NUMERIC: 180, NAME: 120, NEGATION: 40, SPEECH: 40, EXACT: 60}
SEED = 5
CHECKS_OF = {
    NUMERIC: {"numbers", "percent", "currency", "units", "dates", "times"},
    NAME: {"names"},
    NEGATION: {"negation"},
    SPEECH: {"quotations"},
    EXACT: {"addresses", "handles", "placeholders", "emoji"},
}
PAIRS = (
    "en-es",
    "en-fr",
    "en-de",
    "es-en",
    "fr-en",
    "de-en",
    "en-it",
    "en-pt",
    "en-nl",
    "en-pl",
    "en-ru",
    "en-sv",
    "es-fr",
)
PAIRS += ("de-fr", "en-fi", "en-ar", "en-zh", "zh-en", "en-ja", "en-hi", "en-uk")
ROUNDS = 12
SENTENCES = (
    find_items_once,
    calendar._remembered,
    small_words._remembered,
    values._remembered,
    comparison._compare,
    hide_items,
)
"""What remembers whole sentences."""


def read_good() -> list[Pair]:
    """Return the correct translations."""
    rows = (line.split("\t") for line in GOOD.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [Pair(source, target, *languages) for *languages, source, target in rows]


def is_caught(fault: Corruption, severities: Iterable[Severity] = Severity) -> bool:
    """Say whether the checks of its group find something in a fault that they do not find without it."""
    wanted = set(severities)

    def found(pair: Pair) -> Counter[tuple[str, str, str]]:
        return Counter(
            (finding.id, finding.message, finding.piece)
            for finding in check_pair(pair)
            if finding.id in CHECKS_OF[fault.group] and finding.severity in wanted
        )

    return bool(found(fault.bad) - found(fault.good))


def has(findings: Sequence[Finding], severity: Severity) -> bool:
    """Say whether one of the findings has a severity."""
    return any(finding.severity is severity for finding in findings)


def print_good(good: Sequence[Pair]) -> None:
    """Print how many correct translations raise what, with those that block."""
    found = [(pair, check_pair(pair)) for pair in good]
    blocked = [(pair, findings) for pair, findings in found if has(findings, Severity.BLOCKING)]
    warned = sum(has(findings, Severity.WARNING) for _, findings in found)
    print(f"{len(good)} good translations: {share(len(blocked), len(good))} blocked, {share(warned, len(good))} warned")
    for pair, findings in blocked:
        for finding in findings:
            if finding.severity is Severity.BLOCKING:
                print(f"  blocked: {finding.id}: {finding.message} | {pair.source} | {pair.target}")


def print_faults(good: Sequence[Pair], faults: Sequence[Corruption]) -> None:
    """Print what was caught of each group and kind, and precision and recall of each check."""
    for group in WANTED:
        own = [fault for fault in faults if fault.group == group]
        caught = sum(map(is_caught, own))
        blocking = sum(is_caught(fault, [Severity.BLOCKING]) for fault in own)
        print(f"{group}: {share(caught, len(own))} of {len(own)} caught, {share(blocking, len(own))} by a blocking one")
    kinds = Counter(fault.kind for fault in faults)
    for kind, number in kinds.items():
        print(
            f"  {kind:24}{share(sum(is_caught(each) for each in faults if each.kind == kind), number):>8} of {number}"
        )
    print(f"{'check':16}{'good':>6}{'bad':>6}{'precision':>11}{'recall':>8}")
    for check in CHECKS:
        alarms = sum(any(check.find(pair)) for pair in good)
        own = [fault for fault in faults if check.id in CHECKS_OF[fault.group]]
        hits = sum(any(check.find(fault.bad)) and is_caught_by(check.id, fault) for fault in own)
        precision = share(hits, hits + alarms) if own else "-"
        print(f"{check.id:16}{alarms:6}{hits:6}{precision:>11}{share(hits, len(own)) if own else '-':>8}")


def is_caught_by(name: str, fault: Corruption) -> bool:
    """Say whether one check finds something new in a fault."""
    before = {(each.message, each.piece) for each in check_pair(fault.good) if each.id == name}
    return any(each.id == name and (each.message, each.piece) not in before for each in check_pair(fault.bad))


def print_times(pairs: Sequence[Pair]) -> None:
    """Print how long the fact checks, and all checks, take for a sentence: the best of some rounds.

    What is remembered of whole sentences is forgotten before each; languages and words are known, as on a desk.
    """
    for name, checks in (("fact checks", FACT_CHECKS), ("all checks", CHECKS)):
        best = [float("inf")] * len(pairs)
        for _ in range(ROUNDS):
            for number, pair in enumerate(pairs):
                for remembered in SENTENCES:
                    remembered.cache_clear()
                began = time.perf_counter()
                for check in checks:
                    tuple(check.find(pair))
                best[number] = min(best[number], time.perf_counter() - began)
        middle, mean, worst = statistics.median(best) * 1e6, statistics.mean(best) * 1e6, max(best) * 1e6
        print(f"{name}: {middle:.0f} µs a sentence (median), {mean:.0f} on average, {worst:.0f} at worst")


def print_corpus(folder: Path) -> None:
    """Print the false alarms on the rest of the corpus, pair by pair."""
    _, lines = read_corpus(folder)
    seen = {pair.source for pair in read_good()} | {pair.target for pair in read_good()}
    for name in PAIRS:
        source, target = name.split("-")
        pairs = [
            Pair(one, other, source, target)
            for one, other in zip(lines[source], lines[target], strict=True)
            if one not in seen and other not in seen and one.strip() and other.strip()
        ]
        found = [check_pair(pair) for pair in pairs]
        blocked, warned = (
            sum(has(each, severity) for each in found) for severity in (Severity.BLOCKING, Severity.WARNING)
        )
        checks = Counter(check for each in found for check in {finding.id for finding in each})
        often = ", ".join(f"{check} {share(number, len(pairs))}" for check, number in checks.most_common(6))
        blocks, warns = share(blocked, len(pairs)), share(warned, len(pairs))
        print(f"{name}: {len(pairs)} sentences, {blocks} blocked, {warns} warned: {often}")


def share(part: int, whole: int) -> str:
    """Return a share in percent."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--ntrex", type=Path, metavar="FOLDER", help="NTREX-128, for false alarms on thousands of sentences"
    )
    folder = parser.parse_args().ntrex
    good = read_good()
    print_good(good)
    print_faults(good, corrupt(good, WANTED, SEED))
    print_times(good)
    if folder:
        print_corpus(folder)


if __name__ == "__main__":
    main()
