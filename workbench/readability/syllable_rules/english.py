"""English syllables: the CMU dictionary where the rules are wrong, the rules for every other word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from workbench.readability.syllable_rules.rule import rule

TABLE = Path(__file__).resolve().parent.parent / "data" / "english_syllables.txt"

_RULES = rule(
    "[ëï] | [aeiouyàâäèéêîôöùûüœæ]+",
    silent="""
    (?<= [^aeiouy] ) e (?= [ds]? $ )                      # make, makes, hoped; but not:
        (?<! [td]e (?=d$) )                               # wanted
        (?<! [szxcg]e (?=s$) ) (?<! [cs]he (?=s$) )       # houses, wishes
        (?<! [^aeiouylr] le ) (?<! [^aeiouylr] le (?=[ds]$) )   # table
        (?<! [^aeiouyrw] re (?=[ds]?$) )                  # theatre, centred
        (?<! ^[^aeiouy]e ) (?<! ^[^aeiouy][^aeiouy]e )    # he, the
  | (?<= [aeiouy] [^aeiouywxh] ) e (?=                    # nicely, statement
        (?: ly | ments? | ful | fully | less | ness | some | town | land | wood | field | man | house | villes? ) $ )
    """,
    hiatus="""
    i (?= a (?! ge | l?[lr]?ly ) ) (?<! [ctsg]i ) | (?<= [^ctgs] ) i (?= o(?!u) ) | i (?= um | us$ | i )
  | i (?= e[rtn] ) (?<= [^cftglsv] i ) | e (?= o (?!u) | um | us$ ) | (?<= cr ) e (?=at) | (?<= ^r ) e (?= [aeiou] )
  | u (?= [ao] ) (?<! [gqs]u ) (?<! ou ) | (?<! [qg] ) u (?= i[nst]{1,2}[gt] | e[nlt] )
  | o (?= e[tm] | ing ) | y (?= i ) | (?<= [aou]y ) e (?=r)
  | sm $ | thms? $ | (?<= [^aeiouy] ) n't $             # prism, rhythm, didn't
    """,
)


def count(word: str) -> int:
    """Return the spoken syllables of a lower-case English word.

    The first pronunciation of the CMU Pronouncing Dictionary where it has the word, else the rules.

    Args:
        word: Lower case, NFC, with straight apostrophes; may be a contraction or a possessive.
    """
    known = exceptions()
    return known.get(word) or count_by_rules(word, known)


def count_by_rules(word: str, known: Mapping[str, int] = MappingProxyType({})) -> int:
    """Return the syllables that the rules give; tools/build_syllables.py keeps the words they get wrong.

    Args:
        word: As for `count`.
        known: Words whose syllables are known, used for the stem of a possessive.
    """
    stem, mark, ending = word.partition("'")
    if stem and mark and ending == "s":
        base = known.get(stem) or count_by_rules(stem)
        return base + bool(_SIBILANT.search(stem))
    return max(1, _RULES.count(word))


_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")


@cache
def exceptions() -> Mapping[str, int]:
    """Return the words that the rules get wrong and their syllables; read once, at the first English word."""
    table: dict[str, int] = {}
    for line in TABLE.read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            number, *words = line.split(" ")
            table.update(dict.fromkeys(words, int(number)))
    return table
