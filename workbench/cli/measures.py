"""How the command line writes the names and values of counts and measures."""

from __future__ import annotations

from workbench.cli.plain_text import NOTHING

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
