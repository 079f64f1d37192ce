"""The JSON of `flask readability` and `flask readability compare`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.cli.one_file import SplitText
from workbench.readability.counts import Counts
from workbench.readability.difficulty import assess
from workbench.readability.profile import profile
from workbench.readability.reading_time import is_measured_aloud, reading_seconds
from workbench.readability.report import Report
from workbench.readability.style import find_adverbs, find_passives

if TYPE_CHECKING:
    from workbench.cli.comparison import Comparison


def report_json(text: SplitText, report: Report) -> dict[str, Any]:
    """Return a report with its sentences, what is hard in each, its reading time and its profile.

    Args:
        text: What was read.
        report: Of its sentences.
    """
    values = report.to_json()
    for sentence, counts, entry in zip(text.sentences, report.sentences, values["sentences"], strict=True):
        entry["text"] = sentence
        entry["difficulty"] = assess(counts, report.language).to_json()
        entry["passives"] = _spans(sentence, find_passives(sentence, report.language))
        entry["adverbs"] = _spans(sentence, find_adverbs(sentence, report.language))
    seconds = reading_seconds(report.counts, report.language)
    values["reading_seconds"] = None if seconds is None else round(seconds, 1)
    values["reading_aloud"] = is_measured_aloud(report.language)
    values["profile"] = [point.to_json() for point in profile(_in_paragraphs(text, report), report.language)]
    return values


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return both reports and the drift between them; its sentences have their texts, the source's where paired."""
    source, target = comparison.sides
    drift = comparison.drift.to_json()
    for entry in drift["sentences"]:
        place = entry["position"] - 1
        entry["source"] = source.text.sentences[place] if comparison.is_paired else None
        entry["target"] = target.text.sentences[place]
    return {
        "source": report_json(source.text, source.report),
        "target": report_json(target.text, target.report),
        "paired": comparison.is_paired,
        "drift": drift,
    }


def _spans(sentence: str, spans: Sequence[tuple[int, int]] | None) -> list[dict[str, Any]] | None:
    """Return what stands where in a sentence; None in a language without a rule."""
    if spans is None:
        return None
    return [{"start": start, "end": end, "text": sentence[start:end]} for start, end in spans]


def _in_paragraphs(text: SplitText, report: Report) -> list[list[Counts]]:
    """Return the counts of the sentences of each paragraph."""
    counts = iter(report.sentences)
    return [[next(counts) for _ in paragraph] for paragraph in text.paragraphs]
