"""A fresh translation, measured and checked: for `flask translate --json` and `--check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.checks.drift import drift_findings
from workbench.checks.findings import Finding, in_reading_order
from workbench.cli.verdicts import verdict_sentence
from workbench.readability.drift import Drift, compare
from workbench.readability.report import Report, analyse_sentences
from workbench.translation.documents import TranslatedDocument
from workbench.translation.fault_findings import fault_findings


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a translation.

    Attributes:
        source: Readability of the source.
        target: Readability of the translation.
        drift: Between them.
        verdict: The drift as the command line says it.
        findings: In reading order.
    """

    source: Report
    target: Report
    drift: Drift
    verdict: str
    findings: tuple[Finding, ...]


def check_result(result: TranslatedDocument[Any]) -> Checked:
    """Measure and check a translation that was just made."""
    task = result.key
    source = analyse_sentences([each.source for each in result.sentences], task.source_language, with_mattr=True)
    target = analyse_sentences([each.target for each in result.sentences], task.target, with_mattr=True)
    drift = compare(source, target)
    found = [
        finding
        for position, sentence in enumerate(result.sentences, 1)
        for finding in fault_findings(sentence.faults, position)
    ]
    found += drift_findings(drift, task.source_language, task.target)
    verdict = verdict_sentence(drift, task.source_language, task.target)
    return Checked(source, target, drift, verdict, in_reading_order(found))
