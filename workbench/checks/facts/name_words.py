"""Which words of a language are common ones and no names, although a sentence may write them with a capital.

The lists are made by tools/build_name_words.py; see data/words/LICENSE. A list is read when its language is first
asked for and stays: about 1 MB each.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from workbench.readability.rarity import is_rare, rated_languages

FOLDER = Path(__file__).parent / "data" / "words"
_STEM_LETTERS = 3  # as tools/build_name_words.py writes it
_LONG = 10  # a German word that no list has is a compound from here on, and mostly a name below
_LEAST_TAIL, _LEAST_HEAD = 4, 3
# "berg", "dorf" and the like end places and people as well: Nürnberg, Düsseldorf, Zuckerberg.
_TAILS_OF_NAMES = ("berg", "burg", "dorf", "stadt", "stein", "feld", "bach", "mann", "haus", "wald", "land", "heim")
_GERMAN_NOUN = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät")
_TITLES = frozenset(
    {
        "mrs",
        "sens",
        "reps",
        "insp",
        "det",
        "phd",
        "capt",
        "gov",
        "gen",
        "rep",
        "sen",
        "rev",
        "prof",
        "messrs",
        "herrn",
        "frau",
    }
)
_PLURALS = ("s", "es")
_GERMAN_CASES = ("s", "es", "n", "en", "e", "er")


@lru_cache(maxsize=20_000)
def is_word(word: str, language: str) -> bool:
    """Say whether a word is a common one that is no name; of a language without a list, whether it is common at all.

    Args:
        word: In lower case.
        language: Two-letter code.
    """
    if len(word) < _STEM_LETTERS or word in _TITLES:
        return True
    if language not in _listed_languages():
        return language in rated_languages() and not is_rare(word, language)
    word = word.replace("ß", "ss")  # as wordfreq writes it
    if _is_listed(word, language):
        return True
    endings = _GERMAN_CASES if language == "de" else _PLURALS
    if any(word.endswith(ending) and _is_listed(word[: -len(ending)], language) for ending in endings):
        return True
    return language == "de" and (len(word) >= _LONG or word.endswith(_GERMAN_NOUN) or _is_compound(word))


@cache
def names_too(language: str) -> frozenset[str]:
    """Return the common words of a language that are as often names: "brown", "trump"; only English has a list."""
    path = FOLDER / f"{language}_names.txt"
    if not path.exists():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8").splitlines()[-1].split())


def _is_compound(word: str) -> bool:
    """Say whether a long German word ends in a noun: "Bundeskanzlerin", "Nachrichtenmoderators"."""
    if word.endswith(_TAILS_OF_NAMES):
        return False
    tails = (word[cut:] for cut in range(_LEAST_HEAD, len(word) - _LEAST_TAIL + 1))
    return any(
        _is_listed(tail, "de")
        or any(tail.endswith(ending) and _is_listed(tail[: -len(ending)], "de") for ending in _GERMAN_CASES)
        for tail in tails
    )


def _is_listed(word: str, language: str) -> bool:
    endings = _words(language).get(word[:_STEM_LETTERS])
    return endings is not None and f" {word[_STEM_LETTERS:] or '.'} " in endings


@cache
def _listed_languages() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("??.txt"))


@cache
def _words(language: str) -> dict[str, str]:
    """Return the list: three first letters, and the endings that follow, between spaces."""
    with (FOLDER / f"{language}.txt").open(encoding="utf-8") as lines:
        stems = (line.rstrip("\n").partition(" ") for line in lines if not line.startswith("#"))
        return {stem: f" {endings} " for stem, _, endings in stems}
