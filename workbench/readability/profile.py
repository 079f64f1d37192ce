"""How hard a text is along its way: a point for each paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from workbench.readability.counts import Counts, total
from workbench.readability.difficulty import Level, assess

_DIGITS = 4  # of a number in JSON


@dataclass(frozen=True, slots=True)
class ProfilePoint:
    """A paragraph.

    Attributes:
        index: Which paragraph it is, from 1; those without words keep their number and have no point.
        words: How many; 0 in languages written without spaces.
        characters: How many, without white space.
        sentences: Those with a word in them (or, without spaces, with a letter or digit).
        words_per_sentence: None in languages written without spaces.
        characters_per_sentence: Mean length of a sentence in characters, without white space.
        difficulty: Mean of its sentences' `Difficulty.value`; None where a language has none.
        hard_share: Share of hard and very hard sentences, 0 to 1.
    """

    index: int
    words: int
    characters: int
    sentences: int
    words_per_sentence: float | None
    characters_per_sentence: float
    difficulty: float | None
    hard_share: float

    def to_json(self) -> dict[str, Any]:
        """Return it for JSON, rounded."""
        return {
            name: round(value, _DIGITS) if isinstance(value, float) else value for name, value in asdict(self).items()
        }


def profile(paragraphs: Sequence[Sequence[Counts]], language: str) -> tuple[ProfilePoint, ...]:
    """Return a point for each paragraph that has a sentence with words.

    Args:
        paragraphs: The counts of each paragraph's sentences.
        language: Two- or three-letter code, without a region.
    """
    points = (_point(index, sentences, language) for index, sentences in enumerate(paragraphs, start=1))
    return tuple(point for point in points if point is not None)


def _point(index: int, paragraph: Sequence[Counts], language: str) -> ProfilePoint | None:
    sentences = [counts for counts in paragraph if counts.sentences]
    if not sentences:
        return None
    counts = total(sentences)
    difficulties = [assess(each, language) for each in sentences]
    values = [each.value for each in difficulties if each.value is not None]
    return ProfilePoint(
        index=index,
        words=counts.words,
        characters=counts.characters,
        sentences=counts.sentences,
        words_per_sentence=counts.words / counts.sentences if counts.words else None,
        characters_per_sentence=counts.characters / counts.sentences,
        difficulty=fmean(values) if values else None,
        hard_share=sum(each.level is not Level.PLAIN for each in difficulties) / len(difficulties),
    )
