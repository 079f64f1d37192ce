"""Measures that every language has, so that a text can be followed where no formula is validated.

They count the same thing everywhere, but their usual values differ from language to language: a LIX of 47 is
ordinary in Swedish, one of 67 in Spanish (Björnsson 1983). They must not be compared across languages.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.readability.counts import Counts


@dataclass(frozen=True, slots=True)
class NeutralMeasures:
    """Measures without constants of any language; None where there is nothing to divide by.

    All but `characters_per_sentence` are None in languages written without spaces.

    Attributes:
        words_per_sentence: Mean length of a sentence.
        letters_per_word: Mean length of a word.
        long_word_share: Words of more than 6 letters, of all words, 0 to 1.
        lix: Words per sentence plus the percentage of long words. Source: Björnsson (1968), Läsbarhet.
        rix: Long words per sentence. Source: Anderson (1983), Lix and Rix, Journal of Reading 26.
        characters_per_sentence: Mean length of a sentence in characters, without white space.
        mattr: Moving-average type-token ratio in windows of 50 words, see `diversity`; None under 50 words, and
            where only counts are known.
    """

    words_per_sentence: float | None = None
    letters_per_word: float | None = None
    long_word_share: float | None = None
    lix: float | None = None
    rix: float | None = None
    characters_per_sentence: float | None = None
    mattr: float | None = None


def measure(counts: Counts, mattr: float | None = None) -> NeutralMeasures:
    """Return the neutral measures of a text or a sentence.

    Args:
        counts: Of the text or the sentence.
        mattr: Its moving-average type-token ratio, which counts do not tell.
    """
    if not counts.sentences:
        return NeutralMeasures()
    characters_per_sentence = counts.characters / counts.sentences
    if not counts.words:
        return NeutralMeasures(characters_per_sentence=characters_per_sentence)
    words_per_sentence = counts.words / counts.sentences
    long_word_share = counts.long_words / counts.words
    return NeutralMeasures(
        words_per_sentence=words_per_sentence,
        letters_per_word=counts.letters / counts.words,
        long_word_share=long_word_share,
        lix=words_per_sentence + 100 * long_word_share,
        rix=counts.long_words / counts.sentences,
        characters_per_sentence=characters_per_sentence,
        mattr=mattr,
    )
