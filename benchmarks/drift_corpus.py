"""The texts that benchmarks/drift.py judges: people's translations as they are, and with sentences merged."""

from __future__ import annotations

import random
from pathlib import Path

from tools.ntrex import count_documents, lines_of, read_corpus, split_documents
from workbench.readability.counts import Counts, count_sentences

HUMAN, HALF, ALL = "by people", "half merged", "all merged"
EXCERPTS = (3, 5, 8)  # sentences
EXCERPT = "by people, first {}"
SPLIT = "by people, split by us"
_COMMAS = {"ar": "، ", "ja": "、", "zh": "，"}


# Of a language: the counts of each document's sentences, in each kind of text that is judged.
Kinds = dict[str, dict[str, tuple[Counts, ...]]]


def merge(first: str, second: str, language: str) -> str:
    """Return two sentences as one: a comma for the full stop, the next first letter small."""
    return first.rstrip(" .。।؟!?！？") + _COMMAS.get(language, ", ") + second[:1].lower() + second[1:]


class Corpus:
    """The counts of each sentence of each document, as it is and with pairs of its sentences merged."""

    def __init__(self, folder: Path) -> None:
        documents, lines = read_corpus(folder)
        places = lines_of(documents)
        self.names = list(places)
        self.aligned = count_documents(documents, lines)
        self.free = split_documents(documents, lines)
        self.merged: dict[str, dict[str, tuple[Counts, ...]]] = {}
        for language, texts in lines.items():
            self.merged[language] = {}
            for name, numbers in places.items():
                joined = [
                    merge(texts[a], texts[b], language) for a, b in zip(numbers[::2], numbers[1::2], strict=False)
                ]
                self.merged[language][name] = count_sentences(joined, language)

    def kinds(self, language: str, seed: int) -> Kinds:
        """Return each document in each kind; the seed draws which half of its pairs is merged."""
        kinds: Kinds = {HUMAN: self.aligned[language], SPLIT: self.free[language], HALF: {}, ALL: {}}
        for name in self.names:
            number = len(self.merged[language][name])
            # Rounded down, but one at least.
            drawn = set(random.Random(f"{seed} {name}").sample(range(number), max(1, number // 2)))
            kinds[HALF][name] = self._joined(language, name, drawn)
            kinds[ALL][name] = self._joined(language, name, set(range(number)))
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
