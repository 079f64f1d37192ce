"""Faults put into good translations, one kind each: what a check of form should find."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.checks.base import Pair


@dataclass(frozen=True, slots=True)
class Seed:
    """What a fault is made from.

    Attributes:
        pair: A good translation.
        elsewhere: The same sentence in other languages, by code.
        chance: Where chance comes from.
    """

    pair: Pair
    elsewhere: Mapping[str, str]
    chance: random.Random


_WORD = re.compile(r"(?<!\S)[^\W\d_]{2,}(?!\S)")
_CYRILLIC = str.maketrans("асеору", "aceopy")


def _chosen(seed: Seed, pattern: str, new: str | Callable[[re.Match[str]], str]) -> str | None:
    """Return the target with one match replaced, None where there is none."""
    found = list(re.finditer(pattern, seed.pair.target))
    if not found:
        return None
    match = seed.chance.choice(found)
    made = new if isinstance(new, str) else new(match)
    return seed.pair.target[: match.start()] + made + seed.pair.target[match.end() :]


def _copy(seed: Seed) -> str | None:
    """Put four small words of the source in the place of as many of the target."""
    mine, theirs = seed.pair.source.split(), seed.pair.target.split()
    places = [at for at in range(len(mine) - 3) if all(w.isalpha() and w.islower() for w in mine[at : at + 4])]
    if not places or len(theirs) < 8:
        return None
    at, to = seed.chance.choice(places), seed.chance.randrange(1, len(theirs) - 5)
    return " ".join([*theirs[:to], *mine[at : at + 4], *theirs[to + 4 :]])


def _loop(seed: Seed) -> str | None:
    words = seed.pair.target.split()
    if len(words) < 8:
        return None
    at = seed.chance.randrange(1, len(words) - 3)
    return " ".join([*words[:at], *words[at : at + 2] * 8, *words[at + 2 :]])


def _double(seed: Seed) -> str | None:
    found = [each for each in _WORD.finditer(seed.pair.target) if each[0].islower()]
    if not found:
        return None
    word = seed.chance.choice(found)
    return f"{seed.pair.target[: word.end()]} {seed.pair.target[word.start() :]}"


def _halve(seed: Seed) -> str | None:
    target = seed.pair.target
    return target[: target.find(" ", len(target) * 2 // 5)] + target[-1] if target.count(" ") > 12 else None


def _lower(seed: Seed) -> str | None:
    target = seed.pair.target
    first = target.partition(" ")[0]
    is_plain = first.istitle() and seed.pair.source[:1].isupper()
    return target[0].lower() + target[1:] if is_plain else None


def _garble(seed: Seed) -> str | None:
    return _chosen(seed, "[à-ïñ-ü]", lambda match: match[0].encode().decode("cp1252", "replace"))


def _to_latin(seed: Seed) -> str | None:
    return _chosen(seed, "(?<=[а-я])[асеору](?=[а-я])", lambda match: match[0].translate(_CYRILLIC))


def _elsewhere(*languages: str) -> Callable[[Seed], str | None]:
    def swap(seed: Seed) -> str | None:
        others = [code for code in languages if code not in (seed.pair.source_language, seed.pair.target_language)]
        is_telling = len(seed.pair.source) > 60
        return seed.elsewhere[seed.chance.choice(others)] if is_telling else None

    return swap


def _without(pattern: str, new: str = "") -> Callable[[Seed], str | None]:
    return lambda seed: _chosen(seed, pattern, new)


def _only(languages: str, make: Callable[[Seed], str | None]) -> Callable[[Seed], str | None]:
    return lambda seed: make(seed) if seed.pair.target_language in languages.split() else None


_LATIN = "en es fr de it nl pl pt sv fi hu"
FAULTS: tuple[tuple[str, str, Callable[[Seed], str | None]], ...] = (
    ("empty", "nothing but dots", lambda seed: "..."),
    ("untranslated", "the source itself", lambda seed: seed.pair.source if len(seed.pair.source) > 60 else None),
    ("copied", "four words of the source", _copy),
    ("repetition", "two words eight times more", _loop),
    ("script", "in another script", _only(_LATIN, _elsewhere("ru", "hi", "ar", "zh"))),
    ("language", "in another language", _only(_LATIN, _elsewhere("es", "fr", "it", "nl", "pl", "sv", "tr"))),
    ("length", "two fifths of it", _halve),
    ("double_words", "a word twice", _double),
    ("junk", "a letter in a broken encoding", _garble),
    ("junk", "an entity for an apostrophe", _without("['’]", "&#39;")),
    ("mixed_letters", "a Latin letter in a word", _only("ru uk", _to_latin)),
    ("capital", "a small first letter", _lower),
    ("end_mark", "no mark at the end", _without(r"(?<=\w)[.?!。？！؟]\Z")),
    ("end_mark", "a full stop for ? or !", _without(r"(?<=\w)[?!]\Z", ".")),
    ("inverted_marks", "no ¿ or ¡", _only("es", _without("[¿¡]"))),
    (
        "native_marks",
        "a Latin mark",
        _only("zh ja", _without("(?<=[\u3040-\u30ff\u4e00-\u9fff])[，。、](?!\\d|\\Z)", ",")),
    ),
    ("brackets", "one bracket less", _without(r"[()（）]")),
    ("quote_pairs", "one quotation mark less", _without("[“”«»„「」]")),
    ("quote_style", "straight marks", _only("de fr ru ja pl", lambda seed: _straight(seed))),
    ("spacing", "two spaces", _without(r"(?<=\w) (?=\w)", "  ")),
    ("spacing", "a space before a comma", _only(_LATIN, _without(r"(?<=\w),(?= )", " ,"))),
    ("spacing", "no space after a comma", _only(_LATIN, _without(r"(?<=[^\W\d_]), (?=[^\W\d_])", ","))),
    ("spacing", "a space in brackets", _without(r"\((?=\w)", "( ")),
    ("french_spaces", "no space before a mark", _only("fr", _without("(?<=\\w)[\u00a0\u202f](?=[;:!?»])"))),
    ("no_break", "a space that breaks", _without("(?<=\\d)[\u00a0\u202f](?=(?:%|km|€)(?!\\w))", " ")),
)
"""The check that should find it, what it is, and how it is made: None where a sentence has nothing to spoil."""


def _straight(seed: Seed) -> str | None:
    target = seed.pair.target
    return re.sub("«[\u00a0\u202f ]?|[\u00a0\u202f ]?»|[„“”「」]", '"', target) if re.search("[„«「]", target) else None
