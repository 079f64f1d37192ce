"""The lines of `flask translate --json`."""

from __future__ import annotations

from typing import Any

from workbench.readability.report import analyse_sentences
from workbench.translation.confidence import Scale, confidence_of
from workbench.translation.documents import TranslatedDocument, TranslatedSentence


def translation_line(result: TranslatedDocument[Any], scale: Scale) -> dict[str, Any]:
    """Return one translation as JSON-ready data. What is not built yet is null, not left out.

    Args:
        result: The translation.
        scale: Of the packages that made it.
    """
    task = result.key
    sentences = result.sentences
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
                "checks": None,
            }
            for sentence in sentences
        ],
        "readability": {
            "source": analyse_sentences([each.source for each in sentences], task.source_language).to_json(),
            "target": analyse_sentences([each.target for each in sentences], task.target).to_json(),
            "drift": None,
        },
    }


def _confidence(sentence: TranslatedSentence, scale: Scale) -> str | None:
    """Return the word for how far a sentence can be trusted; None for the memory's and for a blank one."""
    if sentence.match is not None or not sentence.target.strip() and not sentence.faults:
        return None
    found = confidence_of(sentence.score, sentence.faults, scale)
    return found.value if found else None
