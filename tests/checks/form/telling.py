"""Ask one check about one sentence."""

from __future__ import annotations

from workbench.checks.base import Check, Pair
from workbench.checks.findings import Finding


def tell(check: Check, source: str, target: str, languages: str = "en-es") -> list[Finding]:
    """Return what the check finds; `languages` is such as "en-es", or "en>es-MX" where a code has a region."""
    mine, theirs = languages.split(">" if ">" in languages else "-")
    return list(check.find(Pair(source, target, mine, theirs)))


def fix(check: Check, source: str, target: str, languages: str = "en-es") -> str | None:
    """Return the fix of the only finding, "" where nothing is found."""
    found = tell(check, source, target, languages)
    assert len(found) <= 1
    return found[0].fix if found else ""
