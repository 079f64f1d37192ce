"""All checks, in the order in which a sentence's findings are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.checks.base import Check, Pair
from workbench.checks.consistency import inconsistent
from workbench.checks.facts import FACT_CHECKS
from workbench.checks.findings import Finding
from workbench.checks.form import FORM_CHECKS

CHECKS: tuple[Check, ...] = (*FACT_CHECKS, *FORM_CHECKS)
"""Facts first: what must not change; then form: what reads badly."""

ArticleCheck = Callable[[Sequence[tuple[int, str, str]]], tuple[Finding, ...]]
"""Looks at all sentences at once: position, source and translation of each that is translated. Its findings have a
position."""

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (inconsistent,)
"""What shows only beside the other sentences."""


def check_pair(pair: Pair) -> tuple[Finding, ...]:
    """Return what all checks find in a sentence and its translation."""
    return tuple(finding for check in CHECKS for finding in check.find(pair))
