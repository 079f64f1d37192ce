"""What `flask readability compare` prints for people."""

from __future__ import annotations

from workbench.cli.comparison import Comparison
from workbench.cli.measures import count_value, measure_name, measure_value, reading_time
from workbench.cli.plain_text import NOTHING, align, shorten
from workbench.cli.verdicts import verdict_sentence
from workbench.languages import language as describe
from workbench.readability.drift import Component, Drift, SentenceDrift
from workbench.readability.report import Report

_SENTENCE_COLUMNS = 160
_NAME_COLUMNS = 40
_LENGTHS = ("words_per_sentence", "characters_per_sentence")
_BASES = {
    "pair": "Compared with translations by people between these two languages.",
    "language": "Compared by the usual LIX of newspapers in each language.",
}


def comparison_lines(comparison: Comparison) -> list[str]:
    """Return the lines of a comparison: both sides, the verdict, what moved, and the sentences responsible."""
    source, target = comparison.sides
    drift = comparison.drift
    lines = _side_lines(comparison)
    lines += ["", verdict_sentence(drift, source.text.language, target.text.language)]
    if drift.basis in _BASES:
        lines.append(_BASES[drift.basis])
    lines += _component_lines(drift)
    return lines + _sentence_lines(comparison)


def _side_lines(comparison: Comparison) -> list[str]:
    texts, reports = zip(*((side.text, side.report) for side in comparison.sides), strict=True)
    values = [report.to_json() for report in reports]
    rows: list[tuple[str, ...]] = [
        ("", "source", "target"),
        ("file", *(shorten(text.name, _NAME_COLUMNS) for text in texts)),
        ("language", *(describe(text.language).name for text in texts)),
        ("words", *(count_value(each["counts"]["words"]) for each in values)),
        ("sentences", *(count_value(each["counts"]["sentences"]) for each in values)),
        ("score", *map(_score, reports)),
        ("band", *map(_band, reports)),
        ("reading time", *map(reading_time, reports)),
    ]
    rows += [
        (measure_name(name), *(measure_value(name, each["neutral"][name]) for each in values))
        for name in values[0]["neutral"]
    ]
    return align(rows, indent="") + _notes(*map(_note, reports))


def _score(report: Report) -> str:
    score = report.primary
    return f"{score.name} {score.value:.1f}" if score is not None and score.reliable else NOTHING


def _band(report: Report) -> str:
    score = report.primary
    return score.band.name if score is not None and score.reliable and score.band is not None else NOTHING


def _note(report: Report) -> str:
    """Return why a side has no score, "" when it has one."""
    return report.reason if report.primary is None else report.primary.reason


def _notes(source: str, target: str) -> list[str]:
    if source == target:
        return [source] if source else []
    return [f"{side}: {note}" for side, note in (("Source", source), ("Target", target)) if note]


def _component_lines(drift: Drift) -> list[str]:
    if not drift.components:
        return []
    head = ("", "source", "expected", "target", "change", "")
    return ["", *align([head, *map(_component_row, drift.components)], right=(1, 2, 3, 4))]


def _component_row(component: Component) -> tuple[str, ...]:
    values = (component.source, component.expected, component.target)
    return (
        measure_name(component.id),
        *(measure_value(component.id, value) for value in values),
        f"{100 * component.change:+.0f} %",
        "moved" if component.moved else "",
    )


def _sentence_lines(comparison: Comparison) -> list[str]:
    source, target = comparison.sides
    drift = comparison.drift
    lines = []
    if not comparison.is_paired:
        lines += ["", "The files do not have the same number of sentences, so their sentences are not paired."]
    elif not comparison.has_same_paragraphs:
        lines += ["", "The files do not have the same paragraphs; sentences are paired in their order."]
    if drift.sentences:
        lines += ["", f"Sentences that make it {drift.verdict.value}:"]
    for sentence in drift.sentences:
        place = sentence.position - 1
        lines.append(f"  {sentence.position}  {_change(sentence)}")
        if comparison.is_paired:
            lines.append(f"     {shorten(source.text.sentences[place], _SENTENCE_COLUMNS)}")
        lines.append(f"     {shorten(target.text.sentences[place], _SENTENCE_COLUMNS)}")
    return lines


def _change(sentence: SentenceDrift) -> str:
    percent = f"{abs(100 * sentence.change):.0f} %"
    is_more = sentence.change > 0
    if sentence.measure in _LENGTHS:
        return f"{percent} {'longer' if is_more else 'shorter'} than expected"
    return f"its LIX is {percent} {'higher' if is_more else 'lower'} than expected of its length"
