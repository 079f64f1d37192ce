"""When a text and its translation cannot be compared, and why, in words."""

from __future__ import annotations

from workbench.languages import language as describe
from workbench.languages import writes_without_spaces
from workbench.readability.counts import Counts
from workbench.readability.report import Report

MINIMUM_SENTENCES = (
    3  # of the source; what one or two sentences of people's translations scatter hides all but nonsense
)
_TELLING_LETTERS = 10  # two sentences of as many letters by chance are rare from here on


def why_not_comparable(source: Report, target: Report) -> str:
    """Return why two sides cannot be compared, a sentence; "" when they can, as far as the sides go."""
    for side, name in ((source, "source"), (target, "translation")):
        if not side.counts.sentences:
            return f"The {name} is empty." if not side.counts.characters else f"The {name} has no words."
        if not side.counts.words and not writes_without_spaces(side.language):
            return f"The {name} has no words."
        if 2 * side.counts.foreign_words > side.counts.words > 0:
            return f"Most words of the {name} are not written in the script of {describe(side.language).name}."
    if source.language != target.language and _is_untranslated(source, target):
        return "The translation is the source text, or most of it: it is not translated."
    if source.counts.sentences < MINIMUM_SENTENCES:
        number = source.counts.sentences
        return (
            f"The source has only {number} {'sentence' if number == 1 else 'sentences'}: under {MINIMUM_SENTENCES}, "
            "translations differ too much by chance."
        )
    return ""


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
