"""The figures that are promised, on translations that the checks were not tuned on."""

from __future__ import annotations

from benchmarks.check_corruptions import NAME, NUMERIC, corrupt
from benchmarks.checks import SEED, WANTED, has, is_caught, read_good
from workbench.checks.findings import Severity
from workbench.checks.registry import check_pair


def test_at_most_two_in_a_hundred_correct_translations_are_blocked() -> None:
    good = read_good()
    assert len(good) == 300
    assert sum(has(check_pair(pair), Severity.BLOCKING) for pair in good) <= 0.02 * len(good)


def test_seeded_faults_are_caught() -> None:
    faults = corrupt(read_good(), WANTED, SEED)
    assert all(fault.bad.target != fault.good.target for fault in faults)
    shares = {}
    for group in (NUMERIC, NAME):
        own = [fault for fault in faults if fault.group == group]
        assert len(own) == WANTED[group]
        shares[group] = sum(map(is_caught, own)) / len(own)
    assert shares[NUMERIC] >= 0.95, shares
    assert shares[NAME] >= 0.8, shares
