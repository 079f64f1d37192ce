"""The verdict on a translation's readability, as the command line says it."""

from __future__ import annotations

from workbench.readability.drift import Drift, Verdict
from workbench.readability.drift_words import summarise


def verdict_sentence(drift: Drift, source: str, target: str) -> str:
    """Return whether a translation is harder to read, or that this cannot be said, and why.

    Args:
        drift: Of the translation.
        source: Language code of its source.
        target: Language code of the translation.
    """
    said = summarise(drift, source, target)
    return f"Readability cannot be compared. {said}" if drift.verdict is Verdict.NOT_COMPARABLE else said
