"""What of a text and its translation can be compared; and when nothing can, why, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from workbench.languages import language as describe
from workbench.languages import writes_without_spaces
from workbench.readability.counts import Counts, total
from workbench.readability.report import Report

MINIMUM_SENTENCES = (
    3  # of the source; what one or two sentences of people's translations scatter hides all but nonsense
)
MOST_LETTERS = 15  # a word, on average; news in Finnish has 7.5
_TELLING_LETTERS = 10  # two sentences of as many letters by chance are rare from here on


@dataclass(frozen=True)
class Sides:
    """The sentences that are compared.

    Attributes:
        source: Counts of each sentence.
        target: Counts of each sentence of the translation.
        is_aligned: Whether they are one to one. Then a sentence that has no counterpart (yet) is empty on both sides.
    """

    source: tuple[Counts, ...]
    target: tuple[Counts, ...]
    is_aligned: bool

    @cached_property
    def source_total(self) -> Counts:
        """The counts of what is compared of the source."""
        return total(self.source)

    @cached_property
    def target_total(self) -> Counts:
        """The counts of what is compared of the translation."""
        return total(self.target)


def sides_of(source: Report, target: Report) -> Sides:
    """Return what is compared of two texts: as many sentences are taken to be one to one."""
    if len(source.sentences) != len(target.sentences):
        return Sides(source.sentences, target.sentences, is_aligned=False)
    nothing = Counts()
    pairs = [
        (mine, theirs) if mine.sentences and theirs.sentences else (nothing, nothing)
        for mine, theirs in zip(source.sentences, target.sentences, strict=True)
    ]
    return Sides(tuple(mine for mine, _ in pairs), tuple(theirs for _, theirs in pairs), is_aligned=True)


def why_not_comparable(source: Report, target: Report, sides: Sides) -> str:
    """Return why two sides cannot be compared, a sentence; "" when they can, as far as the sides go."""
    for side, name in ((source, "source"), (target, "translation")):
        if not side.counts.sentences:
            return f"The {name} is empty." if not side.counts.characters else f"The {name} has no words."
        if not side.counts.words and not writes_without_spaces(side.language):
            return f"The {name} has no words."
        if side.counts.letters > MOST_LETTERS * side.counts.words > 0:
            return f"The words of the {name} are not set apart by spaces."
        if 2 * side.counts.foreign_words > side.counts.words > 0:
            return f"Most words of the {name} are not written in the script of {describe(side.language).name}."
    if source.language != target.language and _is_untranslated(source, target):
        return "The translation is the source text, or most of it: it is not translated."
    number = sides.source_total.sentences
    if number < MINIMUM_SENTENCES:
        found = {0: "no sentence", 1: "only 1 sentence"}.get(number, f"only {number} sentences")
        if number < source.counts.sentences:
            found += " with a translation"
        return f"The source has {found}: under {MINIMUM_SENTENCES}, translations differ too much by chance."
    return ""


def why_unlike_news(source: Counts) -> str:
    """Return why a source that is unlike all that was measured cannot be compared."""
    if source.words:
        words, letters = source.words / source.sentences, source.letters / source.words
        found = f"{words:.1f} words a sentence, {letters:.1f} letters a word"
    else:
        found = f"{source.characters / source.sentences:.0f} characters a sentence"
    return f"The source is unlike the news that was measured: it has {found}."


def _is_untranslated(source: Report, target: Report) -> bool:
    """Say whether most letters of the source stand in the target, in sentences that are the same on both sides."""
    if len(source.sentences) != len(target.sentences):
        return _fingerprint(source.counts) == _fingerprint(target.counts)
    same = sum(
        mine.letters
        for mine, theirs in zip(source.sentences, target.sentences, strict=True)
        if mine.letters >= _TELLING_LETTERS and _fingerprint(mine) == _fingerprint(theirs)
    )
    return 2 * same > source.counts.letters


def _fingerprint(counts: Counts) -> tuple[int, int, int]:
    # Not words: what joins them differs between languages, but a text keeps its letters in every language.
    return counts.characters, counts.letters, counts.letters_and_digits
