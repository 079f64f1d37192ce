"""What news sentences of a language are like: the measure of how hard one of them is.

The table data/sentence_norms.tsv is made by tools/build_sentence_norms.py from NTREX-128, 123 news documents in 18
languages, translated by people.

Corpus: Federmann, Kocmi and Xin (2022), NTREX-128 - News Test References for MT Evaluation of 128 Languages;
CC BY-SA 4.0, as is the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

from workbench.readability.counts import Counts

TABLE = Path(__file__).parent / "data" / "sentence_norms.tsv"

# How many words of the usual mixture each sentence is thought to have besides its own, before its share of long or
# rare words is taken: without them a sentence of three words would have extreme shares by chance.
PRIOR_WORDS = 10


@dataclass(frozen=True, slots=True)
class Parts:
    """What makes a sentence hard, each on its own scale, or in standard deviations; or the weights of each.

    Attributes:
        length: Natural logarithm of its words; of its characters in languages written without spaces.
        long_words: Share of words of more than 6 letters.
        rare_words: Share of words that are not among the common ones.
        nesting: Words that begin a subordinate clause.
    """

    length: float
    long_words: float
    rare_words: float
    nesting: float


# Length counts most: a share of long or rare words among twenty is partly chance, a length is not, and with less
# weight a sentence of fifty common words would be plain. It is a choice, not a fit: no corpus says how hard readers
# found each sentence.
WEIGHTS = Parts(length=3, long_words=1, rare_words=0.5, nesting=0.5)


@dataclass(frozen=True, slots=True)
class Norms:
    """The news sentences of a language.

    Attributes:
        sentences: How many were counted.
        long_share: Share of long words in all of them.
        rare_share: Share of rare words in all of them.
        mean: Mean of each part.
        deviation: Standard deviation of each part; 0 where it is not counted in the language, or hardly ever found.
        sum_mean: Mean of how hard they are (`sum_of`).
        sum_deviation: Standard deviation of that.
        hard: How hard, in these standard deviations above the mean, 84 % of the sentences are at most.
        very_hard: How hard 95 % of them are at most.
    """

    sentences: int
    long_share: float
    rare_share: float
    mean: Parts
    deviation: Parts
    sum_mean: float
    sum_deviation: float
    hard: float
    very_hard: float


def parts_of(counts: Counts, long_share: float, rare_share: float) -> Parts:
    """Return the parts of a sentence on their own scales.

    Args:
        counts: Of a sentence with a word, or a letter in languages written without spaces.
        long_share: Share of long words in the language's news.
        rare_share: Share of rare words in it.
    """
    if not counts.words:
        return Parts(log(counts.characters), 0, 0, 0)
    words = counts.words + PRIOR_WORDS
    return Parts(
        log(counts.words),
        (counts.long_words + PRIOR_WORDS * long_share) / words,
        (counts.rare_words + PRIOR_WORDS * rare_share) / words,
        counts.subordinators,
    )


def standardised(parts: Parts, mean: Parts, deviation: Parts) -> Parts:
    """Return how many standard deviations each part lies above its mean; 0 where it does not vary."""
    columns = zip(_columns(parts), _columns(mean), _columns(deviation), strict=True)
    return Parts(*((value - usual) / spread if spread else 0.0 for value, usual, spread in columns))


def _columns(parts: Parts) -> tuple[float, float, float, float]:
    """Return the parts one after the other: `astuple` copies each of them deeply, for every sentence of a desk."""
    return parts.length, parts.long_words, parts.rare_words, parts.nesting


def sum_of(parts: Parts) -> float:
    """Return how hard a sentence is: the weighted sum (`WEIGHTS`) of its parts, given in standard deviations.

    But for its length, only what is above the usual counts: short words do not make a sentence of sixty words plain.
    """
    words = WEIGHTS.long_words * max(0.0, parts.long_words) + WEIGHTS.rare_words * max(0.0, parts.rare_words)
    return WEIGHTS.length * parts.length + words + WEIGHTS.nesting * max(0.0, parts.nesting)


@cache
def norms() -> dict[str, Norms]:
    """Return the norms of each language that has them, by its two-letter code; read once, not to be changed."""
    table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, sentences, *fields = line.split("\t")
            values = [float(field) for field in fields]
            table[language] = Norms(
                int(sentences), values[0], values[1], Parts(*values[2:6]), Parts(*values[6:10]), *values[10:]
            )
    return table
