"""What textstat says beside our scores, for `flask readability --textstat`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from workbench.cli.measures import measure_name
from workbench.cli.one_file import SplitText
from workbench.cli.plain_text import NOTHING, align
from workbench.readability.reference import ReferenceScore, textstat_says
from workbench.readability.report import Report

_DIGITS = 4


def ask_textstat(text: SplitText) -> tuple[ReferenceScore, ...]:
    """Return textstat's scores of a text beside ours; its paragraphs are lines, as in a file."""
    return textstat_says("\n".join(" ".join(paragraph) for paragraph in text.paragraphs), text.language)


def reference_lines(scores: Sequence[ReferenceScore], report: Report) -> list[str]:
    """Return a table of both, with the reason of a difference, or of a score that textstat does not have.

    Args:
        scores: What textstat says.
        report: Ours, for the names of the formulas.
    """
    if not scores:
        return ["Beside textstat: it has nothing for a text like this."]
    names = {score.id: score.name for score in report.scores}
    rows = [("", "ours", "textstat", "")]
    rows += [
        (
            names.get(score.id, measure_name(score.id)),
            f"{score.ours:.1f}",
            NOTHING if score.value is None else f"{score.value:.1f}",
            score.reason or score.explanation,
        )
        for score in scores
    ]
    return ["Beside textstat", *align(rows, right=(1, 2))]


def reference_json(scores: Sequence[ReferenceScore]) -> list[dict[str, Any]]:
    """Return the same for JSON: `value` is textstat's."""
    return [
        asdict(score)
        | {
            "value": None if score.value is None else round(score.value, _DIGITS),
            "ours": round(score.ours, _DIGITS),
        }
        for score in scores
    ]
