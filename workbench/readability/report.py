"""How hard a text is to read: its counts, its scores, and each sentence's counts.

`analyse` is pure and offline: the same text and language give an equal report, on any thread. `report_of` makes
a report from counts, so when one sentence changes only that sentence is counted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from workbench.languages import language as describe
from workbench.languages import primary, writes_without_spaces
from workbench.readability.counts import Counts, count_sentences, split_text, total
from workbench.readability.diversity import mattr_of
from workbench.readability.neutral import NeutralMeasures, measure
from workbench.readability.rarity import rated_languages
from workbench.readability.scores import FORMULAS, Score, score_counts
from workbench.readability.subordination import has_subordinators
from workbench.readability.syllables import has_syllable_rule
from workbench.wording import words

_DIGITS = 4  # of a number in JSON


@dataclass(frozen=True, slots=True)
class Report:
    """The readability of a text in one language.

    Attributes:
        language: Code without a region: "de-DE", "de_DE" and "de" give equal reports.
        counts: Of the whole text; the sum of `sentences`.
        scores: Of the validated formulas, the primary one first.
        reason: Why there is no score, a sentence; "" when there is one.
        neutral: Measures that every language has.
        sentences: The counts of each sentence, in order; `sentences=0` in one without words.
    """

    language: str
    counts: Counts
    scores: tuple[Score, ...]
    reason: str
    neutral: NeutralMeasures
    sentences: tuple[Counts, ...]

    @property
    def primary(self) -> Score | None:
        """The score that pages show; None when there is none."""
        return self.scores[0] if self.scores else None

    def to_json(self) -> dict[str, Any]:
        """Return what `flask readability --json` prints; null where something is not counted."""
        return {
            "language": self.language,
            "counts": self._counts_to_json(self.counts),
            "primary": self.scores[0].id if self.scores else None,
            "reason": self.reason,
            "scores": {score.id: _score_to_json(score) for score in self.scores},
            "neutral": {name: _rounded(value) for name, value in asdict(self.neutral).items()},
            "sentences": [self._counts_to_json(counts) for counts in self.sentences],
        }

    def _counts_to_json(self, counts: Counts) -> dict[str, int | None]:
        values: dict[str, int | None] = asdict(counts)
        if not has_syllable_rule(self.language):
            values |= dict.fromkeys(("syllables", "monosyllables", "polysyllables", "complex_words"))
        if self.language not in rated_languages():
            values["rare_words"] = None
        if not has_subordinators(self.language):
            values["subordinators"] = None
        if writes_without_spaces(self.language):
            values |= dict.fromkeys(("words", "long_words"))
        return values


def analyse(text: str, language: str, *, with_mattr: bool = False) -> Report:
    """Return the readability of a text; its paragraphs end at line ends.

    Args:
        text: Anything, of any length, in any script.
        language: BCP 47 code; only the language in it matters.
        with_mattr: Whether the moving-average type-token ratio is wanted, which takes about as long again.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    return analyse_sentences(split_text(text, language), language, with_mattr=with_mattr)


def analyse_sentences(sentences: Iterable[str], language: str, *, with_mattr: bool = False) -> Report:
    """Return the readability of a text that is already split, such as an article's segments.

    Args:
        sentences: One sentence each, in order.
        language: BCP 47 code.
        with_mattr: Whether the moving-average type-token ratio is wanted, which takes about as long again.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    if not with_mattr:
        return report_of(count_sentences(sentences, language), language)
    sentences = list(sentences)
    return report_of(count_sentences(sentences, language), language, mattr_of(sentences, primary(language)))


def report_of(sentences: Sequence[Counts], language: str, mattr: float | None = None) -> Report:
    """Return the report of a text whose sentences were counted before.

    Args:
        sentences: The counts of each sentence, from `count_sentences` with the same language.
        language: BCP 47 code.
        mattr: The moving-average type-token ratio of the text, where its words are at hand; counts do not tell it.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    base = primary(language)
    counts = total(sentences)
    scores = score_counts(counts, base)
    reason = ""
    if base not in FORMULAS:
        name = describe(base).name
        reason = words(
            "There is no validated formula for {language}: those of other languages were fitted to their readers.",
            language=name,
        )
    elif not scores:
        reason = words("There are no words to score.")
    return Report(base, counts, scores, reason, measure(counts, mattr), tuple(sentences))


def _score_to_json(score: Score) -> dict[str, Any]:
    values = asdict(score)
    del values["id"]
    return values | {"value": _rounded(score.value), "band": score.band.name if score.band is not None else None}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
