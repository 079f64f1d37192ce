"""How many letters, words, syllables … a sentence has: what every formula is computed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from functools import partial
from operator import attrgetter

from workbench.languages import primary, writes_without_spaces
from workbench.readability.word_table import WordTable, unpack, word_table
from workbench.readability.words import count_letters, count_letters_and_digits


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
_MAX_KNOWN = 1_024  # sentences remembered within one call, for text that repeats itself


def total(counts: Iterable[Counts]) -> Counts:
    """Return the counts of many sentences together."""
    rows = list(counts)
    return Counts(*(sum(map(attrgetter(name), rows)) for name in _NAMES))


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
    count_one = _count_unspaced if writes_without_spaces(base) else partial(_count_spaced, table=word_table(base))
    known: dict[str, Counts] = {}
    found = []
    for sentence in sentences:
        counts = known.get(sentence)
        if counts is None:
            counts = count_one(sentence)
            if len(known) < _MAX_KNOWN:
                known[sentence] = counts
        found.append(counts)
    return tuple(found)


def split_text(text: str, language: str) -> list[str]:
    """Return the sentences of a text: no sentence goes over a line end.

    Raises:
        UnknownLanguage: `language` is not a language code.
    """
    from workbench.segments import split_sentences

    # All line ends are one here, because those that only Python knows end no sentence in every language.
    return split_sentences("\n".join(text.splitlines()), language)


def _count_spaced(sentence: str, table: WordTable) -> Counts:
    tokens = sentence.split()
    characters = sum(map(len, tokens))
    found = list(map(table.__getitem__, tokens))  # each asked for once: a token of a megabyte is not remembered
    packed = sum(found)
    if not packed:
        return Counts(characters=characters)
    opening = tokens[0] if found[0] else next(token for token, each in zip(tokens, found, strict=True) if each)
    packed += table.opening(opening)
    words, letters, letters_and_digits, *others = unpack(packed)  # as in `word_table.FIELDS`
    return Counts(characters, letters, letters_and_digits, words, 1, *others)


def _count_unspaced(sentence: str) -> Counts:
    signs = count_letters_and_digits(sentence)
    return Counts(
        characters=sum(map(len, sentence.split())),
        letters=count_letters(sentence),
        letters_and_digits=signs,
        sentences=int(signs > 0),
    )
