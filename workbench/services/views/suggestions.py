"""Other translations of one sentence, and what a corrected text in between leads to."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.services.views.rows import Row
from workbench.translation.confidence import Confidence


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another translation of a sentence.

    Attributes:
        text: The translation.
        confidence: How far it can be trusted.
        is_measured: Whether that was measured for the model that made it.
        pivot: The text in between, when a third language was needed.
        made_by: How it came about, when that was asked for: "beam 8, en-es 1.9 (installed)"; "" otherwise.
    """

    text: str
    confidence: Confidence | None
    is_measured: bool
    pivot: str | None = None
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the desk offers for one sentence.

    Attributes:
        row: The sentence as it stands.
        alternatives: Different from the text that stands there and from each other.
        routes: Ids of the ways to translate it, the best first.
        beam: With which it was translated again, None if it was not.
        route: On which it was translated again, "" if it was not.
        is_same: Whether translating it again gave the text that stands there.
    """

    row: Row
    alternatives: tuple[Alternative, ...]
    routes: tuple[str, ...]
    beam: int | None = None
    route: str = ""
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Onward:
    """What a corrected text in between led to.

    Attributes:
        row: The sentence as it stands now.
        followers: The repeats that took it over.
        offered: The new translation, when a reviewer's text stands there and stays; None if it was put in.
    """

    row: Row
    followers: tuple[Row, ...]
    offered: Alternative | None
