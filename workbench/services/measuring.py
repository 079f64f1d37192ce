"""The one place where services ask for readability; its tables load at the first question, not at the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.readability.report import Report


def measure(sentences: Sequence[str], language: str) -> Report:
    """Return the readability of a text that is already split into sentences."""
    from workbench.readability.report import analyse_sentences

    return analyse_sentences(sentences, language)
