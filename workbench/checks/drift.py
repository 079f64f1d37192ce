"""What a comparison of readability has to say of a translation: never a reason to stop it."""

from __future__ import annotations

from workbench.checks.findings import Finding, Severity
from workbench.readability.drift import Drift, Verdict
from workbench.readability.drift_words import summarise
from workbench.wording import words

DRIFT = "readability_drift"
_SEVERITIES = {Verdict.HARDER: Severity.WARNING, Verdict.EASIER: Severity.HINT}


def drift_findings(drift: Drift, source: str, target: str) -> tuple[Finding, ...]:
    """Return a finding on the text that became harder or easier, and a hint for each sentence that accounts for it.

    Args:
        drift: Of the translation.
        source: Language code of the source.
        target: Language code of the translation.
    """
    severity = _SEVERITIES.get(drift.verdict)
    if severity is None:
        return ()
    harder = words("This sentence makes the translation harder to read.")
    easier = words("This sentence makes the translation easier to read.")
    message = harder if drift.verdict is Verdict.HARDER else easier
    return (
        *(Finding(Severity.HINT, DRIFT, message, sentence.position) for sentence in drift.sentences),
        Finding(severity, DRIFT, summarise(drift, source, target)),
    )
