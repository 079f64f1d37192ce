"""Reads the tables of expected values in tests/data."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
WITHOUT_FORMULA = ["ar", "ca", "cs", "el", "fa", "fi", "he", "hi", "hu", "id", "ja", "km", "ko", "lt", "nb", "pl"]
WITHOUT_FORMULA += ["ro", "sk", "sr", "sv", "ta", "th", "tr", "uk", "vi", "zh"]


def rows(name: str) -> list[list[str]]:
    """Return the fields of each line of a table, without its comments."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def cases() -> list[list[str]]:
    """Return language, text, counts and values of each case computed by hand, the line ends in the text restored."""
    return [[language, text.replace("\\n", "\n"), *rest] for language, text, *rest in rows("readability_cases.tsv")]


def pairs(text: str) -> dict[str, float]:
    """Return "words=6 sentences=1" as a mapping."""
    return {name: float(value) for name, value in (pair.split("=") for pair in text.split())}
