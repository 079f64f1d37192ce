"""Which English words are familiar: Dale and Chall's list, from textstat's own file, read when first needed.

Dale and Chall (1948) also count as familiar a listed word's plural, possessive, -s, -d, -ed, -ing, -er, -est and
-ly, names, and numbers.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_ENDINGS = ("s", "d", "ed", "ing", "er", "r", "est", "st", "ly", "n")
_LAST_LETTERS = frozenset(ending[-1] for ending in _ENDINGS)
_CHANGED_Y = (("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"))


@cache
def familiar_words() -> frozenset[str]:
    """Return the list, in lower case; empty when textstat is not installed, which is not imported for it."""
    found = find_spec("textstat")
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        path = Path(folder) / "resources" / "en" / "easy_words.txt"
        if path.is_file():
            return frozenset(path.read_text(encoding="utf-8").lower().split())
    return frozenset()


def is_familiar(word: str) -> bool:
    """Say whether a fourth-grader knows a word, after Dale and Chall; numbers are familiar.

    Args:
        word: An English word; names are the caller's to leave out.
    """
    word = word.lower().replace("’", "'")
    known = familiar_words()
    if word in known or word[0].isnumeric():
        return True
    stem, mark, _ = word.partition("'")
    if mark and (stem in known or stem.removesuffix("n") in known):
        return True
    return any(stem in known for stem in _stems(word))


def _stems(word: str) -> list[str]:
    if word[-1] not in _LAST_LETTERS:
        return []
    stems = [word.removesuffix(ending) + last for ending, last in _CHANGED_Y if word.endswith(ending)]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            stems.append(stem)
            if ending == "ing":
                stems.append(stem + "e")
            if ending in {"ing", "ed", "er", "est"} and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    if word.endswith("es"):
        stems.append(word[:-2])
    return stems
