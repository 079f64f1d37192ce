"""How the command line writes the names and values of counts and measures."""

from __future__ import annotations

from workbench.cli.plain_text import NOTHING, minutes
from workbench.readability.reading_time import is_measured_aloud, reading_seconds
from workbench.readability.report import Report

_NAMES = {"lix": "LIX", "rix": "RIX", "mattr": "MATTR", "long_word_share": "long words", "nesting": "nested clauses"}
_DIGITS = {"mattr": 3}


def measure_name(id_: str) -> str:
    """Return a measure's name for people: "words per sentence", "LIX"."""
    return _NAMES.get(id_, id_.replace("_", " "))


def measure_value(id_: str, value: float | None) -> str:
    """Return a measure's value for people: "18.4", "23.1 %", "–" for none."""
    if value is None:
        return NOTHING
    if id_.endswith("_share"):
        return f"{100 * value:.1f} %"
    return f"{value:,.{_DIGITS.get(id_, 1)}f}"


def count_value(value: int | None) -> str:
    """Return a count for people: "1,204", "–" where it is not counted."""
    return NOTHING if value is None else f"{value:,}"


def reading_time(report: Report) -> str:
    """Return how long a text takes to read: "1 min 44 s", "2 min 5 s, aloud", "–" where that was not measured."""
    seconds = reading_seconds(report.counts, report.language)
    if seconds is None:
        return NOTHING
    return minutes(seconds) + (", aloud" if is_measured_aloud(report.language) else "")
