"""Words of a sentence that are names, as far as their capitals and the words of the language tell."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

import regex

from workbench.checks.facts.name_words import is_word, names_too
from workbench.checks.facts.spelling import fold
from workbench.items.calendar import calendar_names

_NAME = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@#./_])\p{Lu}(?!\p{Lu}{1,2}s?(?!\p{L}))(?!\p{Lu}+s(?!\p{L}))[\p{L}\p{M}]{2,40}+(?![@_\p{N}]|\.\p{L}|['’]t(?!\p{L}))"
)
_OPENING = frozenset(".!?:;…•|–—-\"“”„«»‘'([¿¡*\n。！？")
_ROMAN = regex.compile(r"[IVXLCM]+(?:er?|ème|th)?")
_NEXT_IS_CAPITAL = regex.compile(r"(?:['’]s)?[\s\-]\p{Lu}")
# German puts these before nouns, and hardly ever before names.
_ARTICLE = regex.compile(
    r"(?<!\p{L})(?:der|die|das|den|dem|des|eine?[mnrs]?|im|am|zum|zur|vom|beim|ins|ans|kein|keine)\s$", regex.IGNORECASE
)
_WORD = regex.compile(r"[\p{L}\p{M}]{4,}")
_LOOK_BACK = 6
_HEADLINE_SHARE, _HEADLINE_WORDS = 0.7, 4
# What verbs and plurals end in, which a headline may write with a capital: "Killer Pig Mauls Farmer".
# Their lists have the inflected forms too, so that what they have not is hardly a word.
_WITH_ALL_FORMS = frozenset({"en", "fr", "it", "nl", "pt", "pl"})
_NO_NAME_ENDING = ("s", "ed", "ing", "ly", "children", "women", "people")
# Spanish begins with its verb before a name: "Murió Fidel", "Hablaron Merkel y Macron".
_VERB_ENDINGS = {"es": ("ó", "aron", "ieron", "ará", "arán")}
_LEAST_VERB = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A word that is a name.

    Attributes:
        text: As it stands, without "'s".
        folded: In small letters without accents.
        start: Offset of its first letter.
        end: Offset behind its last letter.
    """

    text: str
    folded: str
    start: int
    end: int


def find_names(text: str, language: str, other: Container[str] = ()) -> Iterator[Name]:
    """Yield the names of a sentence, word by word, that another text has not letter by letter.

    A capitalised word is one unless the language has it in small letters too. English words that are names as well
    (Brown, Trump) are taken as such. The first word of a sentence is one before another capital, or if nothing looks
    like a verb or a plural. Abbreviations of two or three capitals, months and days are none.

    Args:
        text: A sentence.
        language: Two-letter code.
        other: The other text, or its words.
    """
    dates: set[int] | None = None
    is_headline: bool | None = None
    for match in _NAME.finditer(text):
        word = match[0]
        if word in other:
            continue
        if word.isupper() and text.isupper():
            return
        start, end = match.span()
        small = word.lower()
        is_common = is_word(small, language)
        if is_common and small not in names_too(language):
            continue
        is_first = text[max(0, start - _LOOK_BACK) : start].rstrip(" ")[-1:] in _OPENING or start == 0
        if is_first and not (_NEXT_IS_CAPITAL.match(text, end) or _can_start(small, language, text[end : end + 1])):
            continue
        if is_first and len(word) >= _LEAST_VERB and small.endswith(_VERB_ENDINGS.get(language, ())):
            continue
        if _ROMAN.fullmatch(word):
            continue
        if language == "de" and _ARTICLE.search(text, max(0, start - _LOOK_BACK), start):
            continue
        if small.endswith(_NO_NAME_ENDING):
            is_headline = _is_headline(text) if is_headline is None else is_headline
            if is_headline:
                continue
        if dates is None:
            dates = {name.start for name in calendar_names(text, language)}
        if start not in dates:
            yield Name(word, fold(word), start, end)


def _can_start(small: str, language: str, following: str) -> bool:
    """Say whether a word that nobody knows is a name although it starts a sentence, where other words would do."""
    is_elided = language == "fr" and following in ("'", "’")  # "Lorsqu'il"
    return language in _WITH_ALL_FORMS and not small.endswith(_NO_NAME_ENDING) and not is_elided


def _is_headline(text: str) -> bool:
    """Say whether a text writes most of its words with a capital."""
    found = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in found)
    return len(found) >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * len(found)
