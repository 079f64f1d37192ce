"""Take one fix after another, as an editor would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.checks.base import Check, Pair
from workbench.checks.findings import Finding
from workbench.checks.form import FORM_CHECKS

MOST_FIXES = 3 * len(FORM_CHECKS)


def findings_of(pair: Pair, checks: Sequence[Check] = FORM_CHECKS) -> list[Finding]:
    return [finding for check in checks for finding in check.find(pair)]


def take_fixes(pair: Pair, checks: Sequence[Check] = FORM_CHECKS) -> list[Pair]:
    """Return the pair as it is after each fix, the first finding that has one each time, until none has any."""
    steps = [pair]
    while fix := next((each.fix for each in findings_of(steps[-1], checks) if each.fix is not None), None):
        steps.append(replace(steps[-1], target=fix))
        if len(steps) > MOST_FIXES:
            raise AssertionError(f"No end of fixes: {[step.target for step in steps[-4:]]}")
    return steps
