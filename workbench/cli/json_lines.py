"""The lines of `flask translate --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.checks.findings import Finding
from workbench.cli.checking import Checked
from workbench.readability.difficulty import assess
from workbench.translation.confidence import Scale, confidence_of
from workbench.translation.documents import TranslatedDocument, TranslatedSentence


def translation_line(
    result: TranslatedDocument[Any], scale: Scale, checked: Checked, *, with_checks: bool
) -> dict[str, Any]:
    """Return one translation as JSON-ready data.

    Args:
        result: The translation.
        scale: Of the packages that made it.
        checked: What was measured and found.
        with_checks: Whether findings were asked for; `checks` is null where not.
    """
    task = result.key
    positions = range(1, len(result.sentences) + 1)
    findings = findings_json(checked.findings, positions) if with_checks else None
    return {
        "source": task.source.name,
        "source_language": task.source_language,
        "target_language": task.target,
        "segments": [
            {
                "source": sentence.source,
                "target": sentence.target,
                "score": None if sentence.score is None else round(sentence.score, 4),
                "confidence": _confidence(sentence, scale),
                "origin": sentence.origin.value,
                "match": sentence.match,
                "pivot": sentence.pivot,
                "faults": [{"kind": fault.kind.value, "detail": fault.detail} for fault in sentence.faults],
                "level": {
                    "source": assess(source, checked.source.language).level.value,
                    "target": assess(target, checked.target.language).level.value,
                },
                "checks": None if findings is None else findings[position],
            }
            for position, sentence, source, target in zip(
                positions, result.sentences, checked.source.sentences, checked.target.sentences, strict=True
            )
        ],
        "checks": None if findings is None else findings[None],
        "readability": {
            "source": checked.source.to_json(),
            "target": checked.target.to_json(),
            "drift": checked.drift.to_json(),
        },
    }


def findings_json(findings: Iterable[Finding], positions: Iterable[int]) -> dict[int | None, list[dict[str, Any]]]:
    """Return the findings on each sentence by its position, and those on the whole text under None.

    Args:
        findings: Of one translation.
        positions: Of all its sentences; one without findings has an empty list.
    """
    found: dict[int | None, list[dict[str, Any]]] = {position: [] for position in (None, *positions)}
    for finding in findings:
        found[finding.position].append(finding.to_json())
    return found


def _confidence(sentence: TranslatedSentence, scale: Scale) -> str | None:
    """Return the word for how far a sentence can be trusted; None for the memory's and for a blank one."""
    if sentence.match is not None or not sentence.target.strip() and not sentence.faults:
        return None
    found = confidence_of(sentence.score, sentence.faults, scale)
    return found.value if found else None
