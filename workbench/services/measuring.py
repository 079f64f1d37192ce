"""The one place where services ask for readability: counts are remembered, so a changed sentence is counted alone.

The package's tables load at the first question, not at the start.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from workbench.languages import primary, writes_without_spaces

if TYPE_CHECKING:
    from workbench.readability.counts import Counts
    from workbench.readability.difficulty import Difficulty
    from workbench.readability.drift import Drift
    from workbench.readability.profile import ProfilePoint
    from workbench.readability.report import Report

MAX_SENTENCES = 20_000
MAX_CHARACTERS = 4_000_000
"""How much is remembered: the sentences of some twenty long articles, a few tens of megabytes at most."""
MAX_PARAGRAPHS = 5_000
MAX_PARAGRAPH_SENTENCES = 20
"""A longer paragraph is assessed every time: it is rare, and would make the memory unbounded."""


class CountCache:
    """The counts of the sentences that were asked for last, by language and text; for any number of threads.

    Args:
        max_sentences: How many are kept.
        max_characters: How long they may be together; a longer sentence is counted every time.
    """

    def __init__(self, max_sentences: int = MAX_SENTENCES, max_characters: int = MAX_CHARACTERS) -> None:
        self._max_sentences = max_sentences
        self._max_characters = max_characters
        self._found: OrderedDict[tuple[str, str], Counts] = OrderedDict()
        self._characters = 0
        self._counted = 0
        self._lock = threading.Lock()

    @property
    def counted(self) -> int:
        """How many sentences were counted so far because they were not remembered."""
        return self._counted

    def __len__(self) -> int:
        return len(self._found)

    @property
    def characters(self) -> int:
        """How long the remembered sentences are together."""
        return self._characters

    def count(self, sentences: Sequence[str], language: str) -> tuple[Counts, ...]:
        """Return the counts of each sentence, in order.

        Args:
            sentences: One sentence each.
            language: BCP 47 code.

        Raises:
            UnknownLanguage: `language` is not a language code.
        """
        base = primary(language)
        known: dict[str, Counts] = {}
        with self._lock:
            for sentence in sentences:
                found = self._found.get((base, sentence))
                if found is not None:
                    self._found.move_to_end((base, sentence))
                    known[sentence] = found
        # Two threads may count the same sentence at once; both get the same numbers.
        missing = [sentence for sentence in dict.fromkeys(sentences) if sentence not in known]
        if missing:
            from workbench.readability.counts import count_sentences

            counted = dict(zip(missing, count_sentences(missing, base), strict=True))
            self._keep(counted, base)
            known |= counted
        return tuple(known[sentence] for sentence in sentences)

    def _keep(self, counted: dict[str, Counts], language: str) -> None:
        with self._lock:
            self._counted += len(counted)
            for sentence, counts in counted.items():
                key = (language, sentence)
                if len(sentence) > self._max_characters or key in self._found:
                    continue
                self._found[key] = counts
                self._characters += len(sentence)
                while len(self._found) > self._max_sentences or self._characters > self._max_characters:
                    (_, oldest), _ = self._found.popitem(last=False)
                    self._characters -= len(oldest)


SENTENCES = CountCache()
"""Of this process. What it remembers changes no answer, only how soon it comes."""


def count_words(sentences: Sequence[str], language: str) -> tuple[int, ...]:
    """Return how many words each sentence has; characters in a language that is written without spaces."""
    counts = SENTENCES.count(sentences, language)
    return tuple(each.characters if writes_without_spaces(language) else each.words for each in counts)


def measure(sentences: Sequence[str], language: str) -> Report:
    """Return the readability of a text that is already split into sentences."""
    from workbench.readability.report import report_of

    return report_of(SENTENCES.count(sentences, language), language)


def assess_sentences(sentences: Sequence[str], language: str) -> tuple[Difficulty, ...]:
    """Return how hard each sentence is for its language."""
    base = primary(language)
    return tuple(_assess(counts, base) for counts in SENTENCES.count(sentences, language))


def profile_paragraphs(paragraphs: Sequence[Sequence[str]], language: str) -> dict[int, ProfilePoint]:
    """Return how hard each paragraph, given as its sentences, is for its language, by its number from 1.

    One without words has none.
    """
    base = primary(language)
    counts = iter(SENTENCES.count([sentence for sentences in paragraphs for sentence in sentences], base))
    points = (_find_point(tuple(islice(counts, len(sentences))), base) for sentences in paragraphs)
    return {number: replace(point, index=number) for number, point in enumerate(points, 1) if point is not None}


def reading_seconds(report: Report) -> float | None:
    """Return how long a reader takes for a text; None where no figure is known for its language."""
    from workbench.readability.reading_time import reading_seconds as seconds_of

    return seconds_of(report.counts, report.language)


def compare_sides(source: Report, target: Report) -> Drift:
    """Return whether a translation is harder or easier to read than its source promises."""
    from workbench.readability.drift import compare

    return compare(source, target)


def score_of(report: Report | None) -> float | None:
    """Return the score that pages show; None where there is no reliable one."""
    score = report.primary if report is not None else None
    return score.value if score is not None and score.reliable else None


def _find_point(paragraph: tuple[Counts, ...], language: str) -> ProfilePoint | None:
    is_remembered = len(paragraph) <= MAX_PARAGRAPH_SENTENCES
    return _remember_point(paragraph, language) if is_remembered else _make_point(paragraph, language)


@lru_cache(maxsize=MAX_PARAGRAPHS)
def _remember_point(paragraph: tuple[Counts, ...], language: str) -> ProfilePoint | None:
    return _make_point(paragraph, language)


def _make_point(paragraph: tuple[Counts, ...], language: str) -> ProfilePoint | None:
    from workbench.readability.profile import profile

    points = profile([paragraph], language)
    return points[0] if points else None


@lru_cache(maxsize=MAX_SENTENCES)
def _assess(counts: Counts, language: str) -> Difficulty:
    from workbench.readability.difficulty import assess

    return assess(counts, language)
