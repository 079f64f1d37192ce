"""How many letters, words, syllables … a sentence has: what every formula is computed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from operator import attrgetter

from workbench.languages import primary, writes_without_spaces
from workbench.readability.word_table import FIELDS, RARE, unpack, word_table
from workbench.readability.words import count_letters, count_letters_and_digits, find_words


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a sentence or a text; two can be added.

    Attributes:
        characters: All but white space.
        letters: Letters of any script.
        letters_and_digits: Letters and digits.
        words: See `words`; 0 in languages written without spaces, where words are not counted.
        sentences: Sentences with a word in them (or, without spaces, with a letter or digit).
        syllables: 0 in a language without a syllable rule.
        long_words: Words of more than 6 letters.
        monosyllables: Words of one syllable.
        polysyllables: Words of three syllables or more.
        complex_words: Polysyllables as Gunning counts them: no proper nouns, no ending -ed or -es as third.
        difficult_words: English words that are not on Dale and Chall's list of familiar ones.
        foreign_words: Words without a letter of the language's script, in languages with a formula.
        rare_words: Words that are not among the common ones of the language, see `rarity`; 0 without a list.
        subordinators: Words that begin a subordinate clause, see `subordination`; 0 in a language without a list.
    """

    characters: int = 0
    letters: int = 0
    letters_and_digits: int = 0
    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0
    monosyllables: int = 0
    polysyllables: int = 0
    complex_words: int = 0
    difficult_words: int = 0
    foreign_words: int = 0
    rare_words: int = 0
    subordinators: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of two texts together."""
        return Counts(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


_NAMES = tuple(field.name for field in fields(Counts))
_values = attrgetter(*_NAMES)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the counts of many sentences together."""
    rows = [_values(each) for each in counts]
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else Counts()


def count(text: str, language: str) -> Counts:
    """Return the counts of a text, split into paragraphs at its line ends and into sentences.

    Args:
        text: Anything.
        language: BCP 47 code; only the language in it matters, not the region.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    return total(count_sentences(split_text(text, language), language))


def count_sentences(sentences: Iterable[str], language: str) -> tuple[Counts, ...]:
    """Return the counts of each sentence, in order; one without words has `sentences=0`.

    Args:
        sentences: One sentence each.
        language: BCP 47 code.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    base = primary(language)
    if writes_without_spaces(base):
        return tuple(map(_count_unspaced, sentences))
    return tuple(_count_spaced(sentence, base) for sentence in sentences)


def split_text(text: str, language: str) -> list[str]:
    """Return the sentences of a text: no sentence goes over a line end.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    from workbench.segments import split_sentences

    return [
        sentence
        for paragraph in text.splitlines()
        if paragraph.strip()
        for sentence in split_sentences(paragraph, language)
    ]


def _count_spaced(sentence: str, language: str) -> Counts:
    characters = sum(map(len, sentence.split()))
    words = find_words(sentence, language)
    if not words:
        return Counts(characters=characters)
    table = word_table(language)
    first = words[0]
    # The capital of the first word is the sentence's, not a name's.
    if first[1:].islower():
        words[0] = first.lower()
    packed = sum(map(table.__getitem__, words))
    # It may be a name all the same, so it is never called rare.
    if words[0] is not first and words[0] != first:
        packed -= table[words[0]] & RARE
    features = unpack(packed)
    return Counts(characters=characters, words=len(words), sentences=1, **dict(zip(FIELDS, features, strict=True)))


def _count_unspaced(sentence: str) -> Counts:
    signs = count_letters_and_digits(sentence)
    return Counts(
        characters=sum(map(len, sentence.split())),
        letters=count_letters(sentence),
        letters_and_digits=signs,
        sentences=int(signs > 0),
    )
