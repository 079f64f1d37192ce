"""How hard one sentence is to read, as the panel beside it shows it; and another tool's scores of both texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.readability.difficulty import Difficulty
    from workbench.readability.reference import ReferenceScore


@dataclass(frozen=True, slots=True)
class SideReading:
    """One side of a sentence.

    Attributes:
        language: Its code.
        words: How many; 0 where the language is written without spaces.
        characters: How many, without white space.
        difficulty: How hard it is for its language, and why.
        passives: The words of each passive; None where no tested rule exists for the language.
        adverbs: The adverbs of manner; None where no tested rule exists.
    """

    language: str
    words: int
    characters: int
    difficulty: Difficulty
    passives: tuple[str, ...] | None
    adverbs: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Both sides of the sentence at a position; `target` is None while it has no translation."""

    position: int
    source: SideReading
    target: SideReading | None


@dataclass(frozen=True, slots=True)
class References:
    """What textstat says of both texts; no scores where it knows no formula for the language."""

    source_language: str
    target_language: str
    source: tuple[ReferenceScore, ...]
    target: tuple[ReferenceScore, ...]
