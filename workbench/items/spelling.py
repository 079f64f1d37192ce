"""Small numbers in words and in Roman numerals: "3" may be "tres", the "19th" century is the "XIX"."""

from __future__ import annotations

from functools import lru_cache

import regex

LARGEST = 100
LARGEST_ROMAN = 40
_RULES = (
    "",
    "%spellout-cardinal-feminine",
    "%spellout-cardinal-masculine",
    "%spellout-ordinal",
    "%spellout-ordinal-masculine",
    "%spellout-ordinal-feminine",
)
_SHORTEST_STEM = 4
_WORD = regex.compile(r"[^\W\d_]+")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# What ICU's rules do not give: the short forms before a noun, halves and dozens, pairs.
_OTHERS = {
    ("en", 12): ("dozen", "noon", "midnight"),
    ("en", 2): ("both", "twice", "pair", "double"),
    ("es", 1): ("un", "primer"),
    ("es", 2): ("ambos", "ambas", "par", "doble"),
    ("es", 3): ("tercer",),
    ("es", 12): ("docena", "mediodía", "medianoche"),
    ("es", 50): ("cincuenta",),
    ("fr", 12): ("douzaine", "midi", "minuit"),
    ("fr", 2): ("second", "seconde"),
    ("de", 1): ("ein", "eine", "einen", "einem", "einer", "erste", "ersten"),
    ("de", 12): ("dutzend", "mittag", "mitternacht"),
    ("it", 1): ("un", "una", "primo", "prima"),
    ("it", 12): ("dozzina", "mezzogiorno", "mezzanotte"),
    ("pt", 12): ("dúzia", "meio-dia", "meia-noite"),
    ("nl", 1): ("één", "eerste"),
}


def is_spelled_out(number: int, text: str, language: str) -> bool:
    """Say whether a number stands in a text in words, in any form that grammar gives it, or in Roman numerals.

    Args:
        number: 0 to `LARGEST`; of any other the answer is no.
        text: The text.
        language: Its language code.
    """
    if not 0 <= number <= LARGEST:
        return False
    return _forms(number, language).search(text) is not None


@lru_cache(maxsize=2048)
def _forms(number: int, language: str) -> regex.Pattern[str]:
    from icu4py.messageformat import MessageFormat

    from workbench.languages import primary

    words: set[str] = set(_OTHERS.get((primary(language), number), ()))
    for rule in _RULES:
        style = f"spellout,{rule}" if rule else "spellout"
        form = str(MessageFormat(f"{{n,{style}}}", language).format({"n": number}))
        words.add(form.replace("\u00ad", "").casefold())
    patterns = [_pattern(word) for word in words if regex.search(r"\p{L}", word)]
    if number and number <= LARGEST_ROMAN:
        patterns.append(rf"(?-i:\b{_roman(number)}\b)")
    return regex.compile("|".join(sorted(patterns)) or r"(?!)", regex.IGNORECASE)


def _pattern(word: str) -> str:
    """Return a pattern for a word and its endings: "zweite" finds "zweiten"."""
    if not regex.fullmatch(r"[\p{Latin}\p{Cyrillic}\p{Greek}\s'-]+", word):
        return regex.escape(word)
    stem = word[:-1] if len(word) > _SHORTEST_STEM else word
    ending = r"\p{L}{0,3}" if len(word) > _SHORTEST_STEM else ""
    return rf"\b{regex.escape(stem)}{ending}\b"


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
