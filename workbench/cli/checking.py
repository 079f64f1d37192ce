"""A fresh translation, measured and checked: for `flask translate --json` and `--check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.checks.drift import drift_findings
from workbench.checks.findings import Finding, in_reading_order
from workbench.cli.verdicts import verdict_sentence
from workbench.memory.term_notes import note_terms
from workbench.memory.terms import Glossary
from workbench.readability.drift import Drift, compare
from workbench.readability.report import Report, analyse_sentences
from workbench.services import findings
from workbench.translation.documents import TranslatedDocument
from workbench.translation.fault_findings import tell_all


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


def check_result(
    result: TranslatedDocument[Any], glossary: Glossary | None = None, *, with_checks: bool = True
) -> Checked:
    """Measure and check a translation that was just made.

    Args:
        result: The translation.
        glossary: The terms that it should follow.
        with_checks: Whether its sentences are checked as well; readability and the model's faults are told anyway.
    """
    task = result.key
    source = analyse_sentences([each.source for each in result.sentences], task.source_language, with_mattr=True)
    target = analyse_sentences([each.target for each in result.sentences], task.target, with_mattr=True)
    drift = compare(source, target)
    own, across = _run_checks(result, glossary) if with_checks else (((),) * len(result.sentences), {})
    found = list(across.get(None, ()))
    for position, (sentence, checked) in enumerate(zip(result.sentences, own, strict=True), 1):
        found += tell_all(sentence.faults, (*checked, *across.get(position, ())), position)
    found += drift_findings(drift, task.source_language, task.target)
    verdict = verdict_sentence(drift, task.source_language, task.target)
    return Checked(source, target, drift, verdict, in_reading_order(found))


def _run_checks(
    result: TranslatedDocument[Any], glossary: Glossary | None
) -> tuple[Sequence[tuple[Finding, ...]], dict[int | None, tuple[Finding, ...]]]:
    """Return what was found in each sentence, and by position what shows only beside the others."""
    task = result.key
    texts = [(each.source, each.target.strip()) for each in result.sentences]
    with_terms = [(text, target, note_terms(glossary, text, target)) for text, target in texts]
    placed = [(position, *pair) for position, pair in enumerate(texts, 1) if pair[1]]
    own = findings.find_in_sentences(with_terms, task.source_language, task.target)
    return own, findings.CHECKED.find_in_article(placed)
