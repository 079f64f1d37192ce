"""The lines of `flask translate --json`."""

from __future__ import annotations

from typing import Any

from workbench.readability.report import analyse_sentences
from workbench.translation.documents import TranslatedDocument


def translation_line(result: TranslatedDocument[Any]) -> dict[str, Any]:
    """Return one translation as JSON-ready data. What is not built yet is null, not left out."""
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
                "origin": sentence.origin.value,
                "match": sentence.match,
                "pivot": sentence.pivot,
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
