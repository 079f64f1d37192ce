"""What of a text and its translation can be compared; and when nothing can, why, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from workbench.languages import language as describe
from workbench.languages import writes_without_spaces
from workbench.readability.counts import Counts, total
from workbench.readability.report import Report
from workbench.readability.words import parts_words_alike
from workbench.wording import counted, words

MINIMUM_SENTENCES = 3  # of the source; in one or two, people's translations differ too much to notice anything
MOST_WORDS = 1000  # a sentence, on average; a whole article joined by commas has fewer
MOST_CHARACTERS = 3000  # a sentence, on average, without spaces
MOST_LETTERS = 15  # a word, on average; news in Finnish has 7.5
# Of three sentences of NTREX-128 with 60 letters or fewer, and people's translation of them, 1 in 1,000 seems the same
# by chance; nearly all of these with Russian or Ukrainian on one side, where words cannot be compared.
_TELLING_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Sides:
    """The sentences that are compared.

    Attributes:
        source: Counts of each sentence.
        target: Counts of each sentence of the translation.
        is_aligned: Whether they are one to one. Then a sentence that has no counterpart (yet) is empty on both sides.
        source_total: The sum of `source`.
        target_total: The sum of `target`.
    """

    source: tuple[Counts, ...]
    target: tuple[Counts, ...]
    is_aligned: bool
    source_total: Counts
    target_total: Counts


def sides_of(source: Report, target: Report) -> Sides:
    """Return what is compared of two texts: as many sentences are taken to be one to one."""
    mine, theirs = source.sentences, target.sentences
    if len(mine) != len(theirs):
        return Sides(mine, theirs, False, source.counts, target.counts)
    if all(a.sentences and b.sentences for a, b in zip(mine, theirs, strict=True)):
        return Sides(mine, theirs, True, source.counts, target.counts)
    nothing = Counts()
    has_both = [a.sentences > 0 and b.sentences > 0 for a, b in zip(mine, theirs, strict=True)]
    mine, theirs = (
        tuple(counts if kept else nothing for counts, kept in zip(side, has_both, strict=True))
        for side in (mine, theirs)
    )
    return Sides(mine, theirs, True, total(mine), total(theirs))


def why_not_comparable(source: Report, target: Report, sides: Sides) -> str:
    """Return why two sides cannot be compared, a sentence; "" when they can, as far as the sides go."""
    for side, place in ((source, 0), (target, 1)):
        if reason := _why_no_prose(side, place):
            return reason
    if source.language != target.language and _is_untranslated(sides, (source.language, target.language)):
        return words("The translation is the source text, or most of it: it is not translated.")
    number = sides.source_total.sentences
    if number < MINIMUM_SENTENCES:
        found = counted("only {n} sentence", "only {n} sentences", number) if number else words("no sentence")
        if number < source.counts.sentences:
            found = words("{sentences} with a translation", sentences=found)
        return words(
            "The source has {sentences}: under {least}, translations differ too much by chance.",
            sentences=found,
            least=MINIMUM_SENTENCES,
        )
    return ""


# Of the source, of the translation.
_EMPTY = words("The source is empty."), words("The translation is empty.")
_NO_WORDS = words("The source has no words."), words("The translation has no words.")
_NO_ENDS = words("The source does not end its sentences."), words("The translation does not end its sentences.")
_NUMBERS = words("Most words of the source are numbers."), words("Most words of the translation are numbers.")
_UNSPACED = (
    words("The words of the source are not set apart by spaces."),
    words("The words of the translation are not set apart by spaces."),
)


def _why_no_prose(side: Report, place: int) -> str:
    counts = side.counts
    is_unspaced = writes_without_spaces(side.language)
    if not counts.sentences:
        return (_NO_WORDS if counts.characters else _EMPTY)[place]
    if not counts.words and not is_unspaced:
        return _NO_WORDS[place]
    length, most = (counts.characters, MOST_CHARACTERS) if is_unspaced else (counts.words, MOST_WORDS)
    if length > most * counts.sentences:
        return _NO_ENDS[place]
    if counts.letters < counts.words:
        return _NUMBERS[place]
    if counts.letters > MOST_LETTERS * counts.words > 0:
        return _UNSPACED[place]
    if 2 * counts.foreign_words > counts.words > 0:
        name = describe(side.language).name
        if place:
            return words("Most words of the translation are not written in the script of {language}.", language=name)
        return words("Most words of the source are not written in the script of {language}.", language=name)
    return ""


def why_unlike_news(source: Counts) -> str:
    """Return why a source that is unlike all that was measured cannot be compared."""
    if source.words:
        return words(
            "The source is unlike the news that was measured: it has {words:.1f} words a sentence, "
            "{letters:.1f} letters a word.",
            words=source.words / source.sentences,
            letters=source.letters / source.words,
        )
    return words(
        "The source is unlike the news that was measured: it has {characters:.0f} characters a sentence.",
        characters=source.characters / source.sentences,
    )


def _is_untranslated(sides: Sides, languages: tuple[str, str]) -> bool:
    """Say whether most letters of the source stand in the target, in sentences that are the same on both sides.

    Sentences are taken for the same by what was counted in them, which a short one and its translation share now and
    then. So one that is repeated tells no more than once, and all of them must have `_TELLING_LETTERS`.
    """
    pairs = (
        zip(sides.source, sides.target, strict=True)
        if sides.is_aligned
        else ((sides.source_total, sides.target_total),)
    )
    has_words = parts_words_alike(*languages)
    same = 0
    telling = set()
    for mine, theirs in pairs:
        found = _fingerprint(mine, has_words)
        if mine.letters and found == _fingerprint(theirs, has_words):
            same += mine.letters
            telling.add(found)
    return 2 * same > sides.source_total.letters and sum(each.letters for each in telling) >= _TELLING_LETTERS


class _Fingerprint(NamedTuple):
    """What two texts have in common that are the same, whatever their language."""

    characters: int
    letters: int
    letters_and_digits: int
    words: int
    long_words: int


def _fingerprint(counts: Counts, has_words: bool) -> _Fingerprint:
    # Words only where both languages part them alike: a text keeps its letters in every language.
    words = (counts.words, counts.long_words) if has_words else (0, 0)
    return _Fingerprint(counts.characters, counts.letters, counts.letters_and_digits, *words)
