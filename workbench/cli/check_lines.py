"""What `flask translate --check` and `flask articles check` print of a translation."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.drift import DRIFT
from workbench.checks.findings import Finding, Severity
from workbench.cli.plain_text import align, clean

_PLURALS = {Severity.BLOCKING: "blocking", Severity.WARNING: "warnings", Severity.HINT: "hints"}


def check_lines(name: str, findings: Sequence[Finding], verdict: str) -> list[str]:
    """Return a head line that counts what was found, a line for each finding, and the verdict on readability.

    Args:
        name: Of the translation, for people.
        findings: In reading order.
        verdict: The sentence on its readability; not said twice where a finding says it.
    """
    lines = [f"{name}: {_summary(findings)}"]
    lines += align(
        [(str(finding.position or "text"), finding.severity.value, clean(finding.message)) for finding in findings],
        right=(0,),
    )
    if not any(finding.id == DRIFT for finding in findings):
        lines.append(f"  {verdict}")
    return lines


def _summary(findings: Sequence[Finding]) -> str:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    parts = [
        f"{number} {severity.value if number == 1 else _PLURALS[severity]}"
        for severity, number in counts.items()
        if number
    ]
    return ", ".join(parts) or "nothing wrong was found."
