"""A language's syllable rule as three patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """How to find the vowel nuclei of a written word.

    Attributes:
        nuclei: Each match is one syllable.
        silent: Written but no vowel of its own (the u of "que"); taken out before the nuclei are counted.
        hiatus: Each match adds a syllable, where two vowels that look like one nucleus are two.
    """

    nuclei: re.Pattern[str]
    silent: re.Pattern[str] | None = None
    hiatus: re.Pattern[str] | None = None

    def count(self, word: str) -> int:
        """Return the number of nuclei in a lower-case NFC word; 0 when it has none."""
        extra = len(self.hiatus.findall(word)) if self.hiatus is not None else 0
        if self.silent is not None:
            word = self.silent.sub(".", word)
        return len(self.nuclei.findall(word)) + extra


def rule(nuclei: str, silent: str = "", hiatus: str = "") -> Rule:
    """Compile a `Rule`; white space and comments in the patterns do not count, an empty one is left out."""
    return Rule(
        re.compile(nuclei, re.VERBOSE),
        re.compile(silent, re.VERBOSE) if silent else None,
        re.compile(hiatus, re.VERBOSE) if hiatus else None,
    )
