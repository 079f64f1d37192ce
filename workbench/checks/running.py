"""Running checks on a sentence so that one that fails takes nothing else down."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from workbench.checks.base import Check, Pair
from workbench.checks.findings import Finding, Severity
from workbench.wording import words

UNCHECKED = "unchecked"

log = logging.getLogger(__name__)


def run_checks(pair: Pair, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """Return what checks find in a sentence and its translation, the worst first.

    A check that raises is written to the log; the sentence then has one more finding, which names all that failed on
    it: a sentence that could not be checked is not one in which nothing was found.

    Args:
        pair: The sentence.
        checks: In the order in which findings of the same severity are told.
    """
    found: list[Finding] = []
    failed: list[str] = []
    for check in checks:
        try:
            found += check.find(pair)
        except Exception:
            log.exception("The check %s failed on a sentence of %d characters.", check.id, len(pair.target))
            failed.append(check.name)
    if failed:
        found.append(unchecked(", ".join(failed)))
    return worst_first(found)


def unchecked(what: str) -> Finding:
    """Return a finding that says what could not be checked, as people call it."""
    return Finding(Severity.WARNING, UNCHECKED, words("Could not be checked: {checks}.", checks=what))


def worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings by severity, the worst first; those of the same severity stay in their order."""
    if len(findings) < 2:
        return tuple(findings)
    ranks = list(Severity)
    return tuple(sorted(findings, key=lambda finding: ranks.index(finding.severity)))
