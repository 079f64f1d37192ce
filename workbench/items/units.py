"""Words that belong to a number: millions, per cent, currencies."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

from workbench.languages import primary

_MAGNITUDES = {
    "en": {
        3: "thousand|k",
        6: "million|millions|mln|mn|m",
        9: "billion|billions|bn|b",
        12: "trillion|trillions|tn|trn",
    },
    "es": {
        3: "mil|miles",
        6: "millón|millones|mill",
        9: "mil millones|miles de millones|millardos?",
        12: "billón|billones",
    },
    "fr": {3: "mille|milliers", 6: "millions?", 9: "milliards?|md", 12: "billions?|mille milliards"},
    "de": {3: "tausend|tsd", 6: "millionen|million|mio", 9: "milliarden|milliarde|mrd", 12: "billionen|billion|bio"},
    "it": {3: "mila|mille|migliaia", 6: "milioni|milione|mln", 9: "miliardi|miliardo|mld", 12: "bilioni|mila miliardi"},
    "pt": {3: "mil|milhares", 6: "milhões|milhão", 9: "bilhões|bilhão|mil milhões|biliões", 12: "trilhões|trilhão"},
    "nl": {3: "duizend", 6: "miljoen|mln", 9: "miljard|mld", 12: "biljoen"},
    "ru": {3: "тысяч[аиу]?|тыс", 6: "миллион(?:а|ов)?|млн", 9: "миллиард(?:а|ов)?|млрд", 12: "триллион(?:а|ов)?|трлн"},
}
_PERCENT = {
    "en": "per cent|percent|percentage|pct",
    "es": "por ciento|porciento",
    "fr": "pour cent|pour-cent|pourcent",
    "de": "prozent|prozentigen?|prozentige",
    "it": "per cento|percento",
    "pt": "por cento",
    "nl": "procent",
    "ru": "процент\\w*",
}
_CURRENCIES = {
    "$": r"d[oó]l+ar\w*|dollaro|dollari|доллар\w*|usd|us\$|pesos?|bucks?",
    "£": r"libras?|livres?|pfund|pounds?|sterlin\w+|libbre|ponden|pond|фунт\w*|gbp|esterlinas?",
    "€": r"euros?|euro|евро|eur",
    "¥": r"yen\w*|yuan\w*|иен\w*|jpy|cny",
    "₹": r"rupias?|rupees?|roupies?|rupien?|rupie|roepies?|рупи\w*|inr",
    "₽": r"rublos?|roubles?|rubles?|rubel|rubli|roebels?|рубл\w*|rub",
}


@lru_cache(maxsize=64)
def _magnitude_pattern(language: str) -> regex.Pattern[str]:
    code = primary(language)
    # English short forms stand in texts of every language.
    words = [(power, word) for table in {code, "en"} & set(_MAGNITUDES) for power, word in _MAGNITUDES[table].items()]
    longest = sorted(words, key=lambda pair: -len(pair[1].split("|")[0].split()))
    if code != "en":  # a Spanish "billones" is not an English "billion": the language's own word comes first
        longest.sort(key=lambda pair: pair[1] not in _MAGNITUDES.get(code, {}).values())
    groups = "|".join(f"(?P<p{power}_{number}>{word})" for number, (power, word) in enumerate(longest))
    return regex.compile(rf"[\s\u00a0\u202f-]?(?:{groups})\b", regex.IGNORECASE)


def knows_magnitudes(language: str) -> bool:
    """Say whether the language's words for thousands and millions are known."""
    return primary(language) in _MAGNITUDES


def magnitude_after(text: str, offset: int, language: str) -> Decimal:
    """Return what the word at `offset` multiplies a number by: 1000000 for " million", 1 for any other word."""
    match = _magnitude_pattern(language).match(text, offset)
    return Decimal(10) ** int(match.lastgroup[1:].partition("_")[0]) if match and match.lastgroup else Decimal(1)


def count_percents(text: str, language: str) -> int | None:
    """Return how many times a text says per cent; None where the language's words for it are not known."""
    words = _PERCENT.get(primary(language))
    return None if words is None else len(regex.findall(rf"[%‰٪]|\b(?:{words})\b", text, regex.IGNORECASE))


def names_currency(text: str, sign: str, language: str) -> bool | None:
    """Say whether a text names the currency of a sign; None where the language's words for it are not known."""
    if sign in text:
        return True
    words = _CURRENCIES.get(sign)
    if words is None or primary(language) not in _MAGNITUDES:
        return None
    return regex.search(rf"\b(?:{words})\b", text, regex.IGNORECASE) is not None
