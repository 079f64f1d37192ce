"""The texts that benchmarks/drift.py judges: people's translations as they are, and with sentences merged."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

from tools.ntrex import count_documents, lines_of, read_corpus, split_documents
from workbench.readability.counts import Counts, count_sentences, total

HUMAN, HALF, ALL = "by people", "half merged", "all merged"
HALF_CUT, ALL_CUT = "half cut", "all cut"
CHANGED = (HALF, ALL, HALF_CUT, ALL_CUT)
EXCERPTS = (3, 5, 8)  # sentences
EXCERPT = "by people, first {}"
SPLIT = "by people, split by us"
UNSPACED = {"ja", "zh"}
_COMMAS = {"ar": "، ", "ja": "、", "zh": "，"}


SEEDS_OF_ALL_KINDS = 3


class Text(NamedTuple):
    """A document as it is judged: its counts, and how many sentences it was counted in."""

    total: Counts
    length: int


Kinds = dict[str, dict[str, Text]]  # of a language: by kind and document


def merge(first: str, second: str, language: str) -> str:
    """Return two sentences as one: a comma for the full stop, the next first letter small."""
    return first.rstrip(" .。।؟!?！？") + _COMMAS.get(language, ", ") + second[:1].lower() + second[1:]


def cut(sentence: str, language: str) -> tuple[str, str]:
    """Return the two halves of a sentence, parted at the space nearest to its middle; without spaces, there."""
    middle = len(sentence) // 2
    if language in UNSPACED:
        return sentence[:middle], sentence[middle:]
    spaces = [place for place, character in enumerate(sentence) if character == " "]
    place = min(spaces, key=lambda space: abs(space - middle), default=len(sentence))
    return sentence[:place], sentence[place:]


class Corpus:
    """The counts of each sentence of each document, as it is and with pairs of its sentences merged, and cut in two."""

    def __init__(self, folder: Path) -> None:
        documents, lines = read_corpus(folder)
        places = lines_of(documents)
        self.names = list(places)
        self.aligned = count_documents(documents, lines)
        self.free = split_documents(documents, lines)
        self.merged: dict[str, dict[str, tuple[Counts, ...]]] = {}
        self.cut: dict[str, dict[str, tuple[tuple[Counts, ...], ...]]] = {}
        for language, texts in lines.items():
            self.merged[language], self.cut[language] = {}, {}
            for name, numbers in places.items():
                joined = [
                    merge(texts[a], texts[b], language) for a, b in zip(numbers[::2], numbers[1::2], strict=False)
                ]
                self.merged[language][name] = count_sentences(joined, language)
                self.cut[language][name] = tuple(
                    count_sentences(cut(texts[number], language), language) for number in numbers
                )

    def kinds(self, language: str, seed: int) -> Kinds:
        """Return each document in each kind; the seed draws which half of its sentences is merged or cut.

        Those beside the point are made for the first seeds only, because they take most of the time.
        """
        kinds: dict[str, dict[str, tuple[Counts, ...]]] = {HUMAN: self.aligned[language], HALF: {}, ALL: {}}
        for name in self.names:
            number = len(self.merged[language][name])
            kinds[HALF][name] = self._joined(language, name, _draw(f"{seed} {name}", number))
            kinds[ALL][name] = self._joined(language, name, set(range(number)))
        if seed < SEEDS_OF_ALL_KINDS:
            kinds |= self._more_kinds(language, seed)
        return {
            kind: {name: Text(total(counts), len(counts)) for name, counts in texts.items()}
            for kind, texts in kinds.items()
        } | {SPLIT: {name: Text(total(counts), len(counts)) for name, counts in self.free[language].items()}}

    def _more_kinds(self, language: str, seed: int) -> dict[str, dict[str, tuple[Counts, ...]]]:
        kinds: dict[str, dict[str, tuple[Counts, ...]]] = {HALF_CUT: {}, ALL_CUT: {}}
        for name, single in self.aligned[language].items():
            halves, drawn = self.cut[language][name], _draw(f"{seed} {name}", len(single))
            kinds[ALL_CUT][name] = tuple(part for parts in halves for part in parts)
            kinds[HALF_CUT][name] = tuple(
                part for place, counts in enumerate(single) for part in (halves[place] if place in drawn else (counts,))
            )
        for length in EXCERPTS:
            kinds[EXCERPT.format(length)] = {
                name: sentences[:length]
                for name, sentences in self.aligned[language].items()
                if len(sentences) >= length
            }
        return kinds

    def _joined(self, language: str, name: str, joined: set[int]) -> tuple[Counts, ...]:
        single = self.aligned[language][name]
        rest = [counts for place, counts in enumerate(single) if place // 2 not in joined]
        return (*(self.merged[language][name][pair] for pair in joined), *rest)


def _draw(seed: str, number: int) -> set[int]:
    """Return half of the numbers below another, rounded down, but one at least."""
    return set(random.Random(seed).sample(range(number), max(1, number // 2)))
