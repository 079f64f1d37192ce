"""What post-editing a translation cost: how much of the machine's text was changed, and how long that took.

Krings (2001) parts the effort of post-editing into technical effort (what was changed), temporal effort (how long it
took) and cognitive effort, which nobody can count. This is the first two.

Source: Krings, H. P. (2001), Repairing Texts, Kent State University Press. Snover et al. (2006), A Study of Translation
Edit Rate with Targeted Human Annotation, AMTA: TER against the post-edited text is HTER. Popović (2015), chrF, WMT.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

LONGEST_CHARACTERS = 2_000
"""TER takes time with the square of a sentence's length: longer ones are left out."""
PAUSE_SECONDS = 300.0
"""A longer gap between two saves is no work on the sentence."""
LEAST_SECONDS = 60.0
"""Of less work no speed is told."""


@dataclass(frozen=True, slots=True)
class Editing:
    """How much of the machine's text reviewers changed.

    Attributes:
        sentences: How many reviewed sentences were compared.
        untouched: How many of them stand as the machine made them.
        chrf: Character n-gram F-score of the machine's text against the final one, 0 to 100 (nothing changed).
        ter: Edits to get from the machine's text to the final one, per 100 words of the final one; 0: nothing changed.
    """

    sentences: int
    untouched: int
    chrf: float | None
    ter: float | None

    @property
    def untouched_percent(self) -> float | None:
        """Which share of the sentences stands untouched, in per cent; None where there are none."""
        return 100 * self.untouched / self.sentences if self.sentences else None


@dataclass(frozen=True, slots=True)
class Save:
    """A save of one sentence by a person.

    Attributes:
        at: When.
        sentence: Which, by any number that names it.
        words: How long its source is.
        is_bulk: Whether the same write changed other sentences too: search and replace, say.
    """

    at: datetime
    sentence: int
    words: int
    is_bulk: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """How long somebody worked, and on how much.

    Attributes:
        sentences: How many different ones were saved, one at a time.
        words: Of the source of those whose time is known.
        seconds: Time worked, pauses left out.
    """

    sentences: int
    words: int
    seconds: float

    @property
    def words_per_hour(self) -> float | None:
        """Speed; None where less than a minute was worked."""
        return self.words * 3600 / self.seconds if self.seconds >= LEAST_SECONDS else None


def measure_editing(pairs: Iterable[tuple[str, str]], *, is_spaced: bool = True) -> Editing:
    """Return how much of the machine's text was changed.

    Args:
        pairs: The machine's text and the final one of each reviewed sentence.
        is_spaced: Whether the language has spaces between its words; else each character of its script is a word.
    """
    found = [pair for pair in pairs if max(map(len, pair)) <= LONGEST_CHARACTERS]
    untouched = sum(machine == final for machine, final in found)
    if not found:
        return Editing(0, 0, None, None)
    edits = words = 0.0
    for machine, final in found:
        edits_here, words_here = _count_edits(machine, final, is_spaced)
        edits, words = edits + edits_here, words + words_here
    machines, finals = zip(*found, strict=True)
    return Editing(len(found), untouched, _chrf().corpus_score(machines, [finals]).score, 100 * edits / (words or 1))


def measure_work(saves: Sequence[Save]) -> Work:
    """Return how long one person worked on a translation, from the moments of their saves.

    The time between two saves is the time that the second one took. A gap of more than five minutes is a pause: how
    long the save after it took is not known, so neither its time nor its words count. A write to many sentences at once
    ends a stretch of time like any other, and has no words.

    Args:
        saves: In any order.
    """
    known: dict[int, int] = {}
    seconds = 0.0
    ordered = sorted(saves, key=lambda save: save.at)
    for before, save in zip(ordered, ordered[1:], strict=False):
        gap = (save.at - before.at).total_seconds()
        if gap > PAUSE_SECONDS:
            continue
        seconds += gap
        if not save.is_bulk:
            known[save.sentence] = save.words
    return Work(len({save.sentence for save in saves if not save.is_bulk}), sum(known.values()), seconds)


@lru_cache(maxsize=20_000)
def _count_edits(machine: str, final: str, is_spaced: bool) -> tuple[float, float]:
    """Return the edits of one sentence, and the words of its final text. Remembered: pages ask again and again."""
    score = _ter(is_spaced).sentence_score(machine, [final])
    return float(score.num_edits), float(score.ref_length)


@lru_cache(maxsize=2)
def _ter(is_spaced: bool) -> Any:
    from sacrebleu.metrics.ter import TER  # takes a while to load: only who looks at the page pays

    return TER() if is_spaced else TER(normalized=True, asian_support=True)


@lru_cache(maxsize=1)
def _chrf() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()
