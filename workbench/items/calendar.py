"""Months and days of the week by their names, in every language that CLDR knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from workbench.items.finding import REMEMBERED_CHARS
from workbench.items.small_words import words_in_small

# Names that are another word as well: they are enough where a name is wanted, and never wanted themselves.
_OTHER_WORDS = {
    "en": frozenset({"may", "march", "jan"}),
    "fr": frozenset({"mars", "sept"}),
    "pt": frozenset({"segunda", "terça", "quarta", "quinta", "sexta"}),
    "pl": frozenset({"maja", "luty", "środa", "środ"}),
    "ru": frozenset({"среда", "сред", "мая", "март"}),
}
# What CLDR has not: short forms that newspapers use, and stems of inflected and derived forms ("piątkowy").
_ALSO = {
    "en": "jan month-1 feb month-2 aug month-8 sept month-9 oct month-10 nov month-11 dec month-12",
    "de": "sonnabend day-5 jänner month-1 sept month-9 okt month-10 nov month-11 dez month-12 ostermontag day-0 "
    "pfingstmontag day-0 rosenmontag day-0 aschermittwoch day-2 gründonnerstag day-3 karfreitag day-4 "
    "ostersonntag day-6 pfingstsonntag day-6",
    "es": "setiembre month-9 ene month-1 feb month-2 sept month-9 oct month-10 nov month-11 dic month-12",
    "fr": "janv month-1 févr month-2 sept month-9 oct month-10 nov month-11 déc month-12",
    "it": "sett month-9 ott month-10 nov month-11 dic month-12",
    "nl": "feb month-2 sept month-9 okt month-10 nov month-11 dec month-12",
    "pt": "fev month-2 nov month-11 dez month-12 segunda day-0 terça day-1 quarta day-2 quinta day-3 sexta day-4",
    "pl": "poniedziałk day-0 wtork day-1 środ day-2 czwartk day-3 piątk day-4 sobot day-5 niedziel day-6 "
    "styczni month-1 lut month-2 marc month-3 kwietni month-4 czerwc month-6 lipc month-7 sierpni month-8 "
    "wrześni month-9 październik month-10 listopad month-11 grudni month-12",
    "zh": "周一 day-0 周二 day-1 周三 day-2 周四 day-3 周五 day-4 周六 day-5 周日 day-6 周天 day-6 星期天 day-6",
    "ja": "月曜 day-0 火曜 day-1 水曜 day-2 木曜 day-3 金曜 day-4 土曜 day-5 日曜 day-6",
    "ru": "понедельни day-0 вторни day-1 сред day-2 четверг day-3 пятни day-4 суббот day-5 воскрес day-6 июн month-6 "
    "июл month-7",
}
_INFLECTED = frozenset({"pl", "ru", "uk", "cs", "sk", "bg", "fi", "et", "hu", "tr", "hr", "sl", "lt", "lv"})
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb"})
_UNSPACED = frozenset({"zh", "ja", "ko"})
_SURE_DAY = 3  # 水曜日, 星期三; 周三 is short, and may be a part of something else
_CAPITALISED = frozenset({"en", "de"})
_STEM = 4
_BEGINNING = 4
_WORD = regex.compile(r"(?<![\p{L}\p{M}-])[\p{L}\p{M}]{3,}+")
_CAPITALISED_WORD = regex.compile(r"(?<![\p{L}\p{M}-])\p{Lu}[\p{L}\p{M}]{2,}+")


@dataclass(frozen=True, slots=True)
class CalendarName:
    """A month or a day of the week in a text.

    Attributes:
        meaning: "month-1" to "month-12", or "day-0" (Monday) to "day-6".
        start: Offset of its first letter.
        end: Offset behind its last letter.
        is_sure: Whether it cannot be another word.
    """

    meaning: str
    start: int
    end: int
    is_sure: bool


def calendar_names(text: str, language: str) -> tuple[CalendarName, ...]:
    """Return the months and days of the week that a text names, inflected or as part of a word (Montagabend).

    Args:
        text: A sentence.
        language: Canonical code; none are found where CLDR does not know it.
    """
    base = language.partition("-")[0]
    return _remembered(text, base) if len(text) <= REMEMBERED_CHARS else _find(text, base)


@lru_cache(maxsize=256)
def _remembered(text: str, base: str) -> tuple[CalendarName, ...]:
    """A sentence is asked for its dates and for what is no name in it: it is read once."""
    return _find(text, base)


def _find(text: str, base: str) -> tuple[CalendarName, ...]:
    if base in _UNSPACED:
        return _find_unspaced(text, base)
    names, beginnings, pattern = _names(base)
    words = words_in_small(text)
    shorter = _BEGINNING - (base in _INFLECTED)
    if beginnings.isdisjoint([word[:_BEGINNING] for word in words]) and (
        shorter == _BEGINNING or beginnings.isdisjoint([word[:shorter] for word in words])
    ):
        return ()
    found = []
    for word in (_CAPITALISED_WORD if base in _CAPITALISED else _WORD).finditer(text):
        small = word[0][:_BEGINNING].lower()
        if small not in beginnings and small[:shorter] not in beginnings:
            continue
        match = pattern.match(text, word.start())
        if match is None:
            continue
        name = match[1].lower()
        is_sure = name not in _OTHER_WORDS.get(base, ()) and (base not in _INFLECTED or len(name) > _STEM)
        found.append(CalendarName(names[name], match.start(), match.end(), is_sure))
    return tuple(found)


def _find_unspaced(text: str, base: str) -> tuple[CalendarName, ...]:
    """Return the names where words have no spaces between them; months, which are numbers there, are never sure."""
    names, pattern = _unspaced_names(base)
    found = []
    for match in pattern.finditer(text):
        meaning = names.get(match[0]) or f"month-{int(match[1])}"
        is_sure = meaning.startswith("day") and len(match[0]) >= _SURE_DAY
        found.append(CalendarName(meaning, match.start(), match.end(), is_sure))
    return tuple(found)


@lru_cache(maxsize=4)
def _unspaced_names(base: str) -> tuple[dict[str, str], regex.Pattern[str]]:
    names, _, _ = _names(base)
    days = "|".join(sorted(names, key=len, reverse=True))
    return names, regex.compile(rf"{days}|(?<![0-9])(1[0-2]|0?[1-9])\s?[月월](?![間间])")


def name_of(meaning: str, language: str) -> str | None:
    """Return the one name that a month or a day has in a language; None where it depends on the sentence."""
    from babel import Locale, localedata

    base = language.partition("-")[0]
    if base in _INFLECTED or not localedata.exists(base):
        return None
    kind, _, number = meaning.partition("-")
    locale = Locale.parse(base)
    return str((locale.months if kind == "month" else locale.days)["format"]["wide"][int(number)])


@lru_cache(maxsize=64)
def _names(language: str) -> tuple[dict[str, str], frozenset[str], regex.Pattern[str]]:
    """Return what each name of a language means, how names begin, and the pattern of one."""
    from babel import Locale, localedata

    if not localedata.exists(language):
        return {}, frozenset(), _WORD
    locale = Locale.parse(language)
    also = _ALSO.get(language, "").split()
    names = dict(zip(also[::2], also[1::2], strict=True))
    for kind, table in (("month", locale.months), ("day", locale.days)):
        for style in ("format", "stand-alone"):
            for number, name in table[style]["wide"].items():
                full = str(name).lower()
                names[full] = f"{kind}-{number}"
                if language in _INFLECTED and len(full) > _STEM:
                    names.setdefault(full[:-1], f"{kind}-{number}")
    names = {name: meaning for name, meaning in names.items() if name[:1].isalpha()}
    ways = "|".join(regex.escape(name) for name in sorted(names, key=len, reverse=True))
    longer = r"[\p{L}\p{M}]{0,9}" if language in _INFLECTED | _COMPOUNDING else "s?"
    # What is longer than a short name is another word: "mais" is no "mai".
    ending = longer if language in _INFLECTED else rf"(?:(?<=\p{{L}}{{5}}){longer})?"
    pattern = rf"(?<![\p{{L}}\p{{M}}-])({ways}){ending}(?![\p{{L}}\p{{M}}])"
    beginnings = frozenset(name[:_BEGINNING] for name in names)
    return names, beginnings, regex.compile(pattern, regex.IGNORECASE) if ways else _WORD
