"""All checks, in the order in which a sentence's findings are told."""

from __future__ import annotations

from workbench.checks.base import Check, Pair
from workbench.checks.facts import FACT_CHECKS
from workbench.checks.findings import Finding
from workbench.checks.form import FORM_CHECKS

CHECKS: tuple[Check, ...] = (*FACT_CHECKS, *FORM_CHECKS)
"""Facts first: what must not change; then form: what reads badly."""


def check_pair(pair: Pair) -> tuple[Finding, ...]:
    """Return what all checks find in a sentence and its translation."""
    return tuple(finding for check in CHECKS for finding in check.find(pair))
