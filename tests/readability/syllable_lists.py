"""How far our syllables agree with espeak-ng's, in the words of tests/data/syllables.

    python -m tests.readability.syllable_lists          the table that stands in docs/readability.md
    python -m tests.readability.syllable_lists pl       the words in the seen half where they do not

A list is made by tools/sample_syllables.py. Where espeak-ng is wrong or counts by another convention,
settlements.tsv names the rule by which it is settled. A settlement is of one of three kinds:

- word: this word has `ours` syllables, where espeak-ng has `espeak`. Only for words in a seen half.
- phonemes: wherever these phonemes (a regular expression) are in a pronunciation, they are `ours` nuclei instead of
  `espeak`.
- spelling: wherever a word is written so, that place may have `ours` nuclei where espeak-ng has `espeak`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from tests.readability.tables import rows
from workbench.readability.syllables import count_syllables

LANGUAGES = ("en", "es", "it", "pl", "pt", "de", "nl", "fr", "ru", "uk", "hu", "tr")
ASKED_PERCENT = {
    **dict.fromkeys(("en", "es", "it", "pl", "pt"), 97.0),
    **dict.fromkeys(("de", "nl", "fr"), 94.0),
    **dict.fromkeys(("ru", "uk", "hu", "tr"), 100.0),
}


@dataclass(frozen=True, slots=True)
class Settlement:
    """A rule that decides where espeak-ng and we differ; the fields are the columns of settlements.tsv."""

    language: str
    kind: str
    form: str
    ours: int
    espeak: int
    rule: str
    source: str

    @property
    def difference(self) -> int:
        """Nuclei to add to espeak-ng's where the form is found."""
        return self.ours - self.espeak


@dataclass(frozen=True, slots=True)
class SampledWord:
    """A word of a list, with the syllables we count in it.

    Attributes:
        nuclei: Vowels in espeak-ng's pronunciation.
        cmudict: Syllables in the CMU Pronouncing Dictionary; None where it lacks the word or it is not English.
    """

    language: str
    word: str
    occurrences: int
    phonemes: str
    nuclei: int
    is_seen: bool
    cmudict: int | None
    ours: int

    @property
    def plain(self) -> str:
        """The word as a spelling settlement sees it: lower case, straight apostrophes."""
        return self.word.lower().replace("’", "'")

    @property
    def is_exact(self) -> bool:
        """Whether espeak-ng says as many vowels as we count."""
        return self.ours == self.nuclei

    @property
    def is_right(self) -> bool:
        """Whether our count is espeak-ng's after the settlements."""
        settlements = settlements_of(self.language)
        for settlement in settlements:
            if settlement.kind == "word" and settlement.form == self.word:
                return self.ours == settlement.ours
        nuclei = self.nuclei + sum(
            settlement.difference * len(regex.findall(settlement.form, self.phonemes))
            for settlement in settlements
            if settlement.kind == "phonemes"
        )
        if self.ours == nuclei:
            return True
        may = [
            settlement.difference * len(regex.findall(settlement.form, self.plain))
            for settlement in settlements
            if settlement.kind == "spelling"
        ]
        fewest, most = (sum(limit(0, places) for places in may) for limit in (min, max))
        return fewest <= self.ours - nuclei <= most


@cache
def settlements_of(language: str) -> tuple[Settlement, ...]:
    """Return a language's settlements, in the order of the file."""
    return tuple(
        Settlement(where, kind, form, int(ours), int(espeak), rule, source)
        for where, kind, form, ours, espeak, rule, source in rows("syllables/settlements.tsv")
        if where == language
    )


def read_list(language: str) -> list[SampledWord]:
    """Return the sampled words of a language."""
    return [
        SampledWord(
            language,
            word,
            int(occurrences),
            phonemes,
            int(nuclei),
            half == "seen",
            int(cmudict[0]) if cmudict and cmudict[0] != "-" else None,
            count_syllables(word, language),
        )
        for word, occurrences, phonemes, nuclei, half, *cmudict in rows(f"syllables/{language}.tsv")
    ]


def percent(flags: Iterable[bool]) -> float:
    """Return the share of true values in percent."""
    values = list(flags)
    return 100 * sum(values) / len(values)


def table_row(language: str) -> str:
    """Return a language's line of the table in docs/readability.md."""
    words = read_list(language)
    seen, unseen = ([word for word in words if word.is_seen is half] for half in (True, False))
    in_text = sum(word.occurrences for word in words if word.is_right) / sum(word.occurrences for word in words)
    figures = [
        percent(word.is_exact for word in words),
        percent(word.is_right for word in words),
        percent(word.is_right for word in seen),
        percent(word.is_right for word in unseen),
        100 * in_text,
        ASKED_PERCENT[language],
    ]
    return " | ".join([f"| {language}", *(f"{figure:.1f}" for figure in figures)]) + " |"


def outside_the_dictionary() -> list[SampledWord]:
    """Return the English words that the CMU dictionary lacks; the rules alone count them."""
    return [word for word in read_list("en") if word.cmudict is None]


def table() -> str:
    """Return the table of docs/readability.md and the line below it."""
    unknown = outside_the_dictionary()
    return "\n".join(
        [
            "| language | as espeak-ng says | settled | seen half | unseen half | settled, by occurrence | asked |",
            "|---|---|---|---|---|---|---|",
            *map(table_row, LANGUAGES),
            "",
            f"English words outside the dictionary: {sum(word.is_right for word in unknown)} of {len(unknown)} right.",
        ]
    )


def main() -> None:
    """Print the table, or the words of a seen half that are wrong."""
    if len(sys.argv) == 1:
        print(table())
        return
    for language in sys.argv[1:]:
        for word in read_list(language):
            if word.is_seen and not word.is_right:
                print(language, word.word, word.ours, word.nuclei, word.phonemes.replace("_", " "), word.cmudict or "")


if __name__ == "__main__":
    main()
