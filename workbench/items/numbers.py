"""Numbers as languages write them: 1,234.5 in English is 1.234,5 in Spanish and 1 234,5 in French."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from workbench.languages import primary

_SEPARATORS = re.compile(r"[^0-9]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[^0-9][0-9]{3})+\Z")
_SPACES = "\u00a0\u202f\u2009 '’"
_MOST_DIGITS = 40
# Languages that write 1,234.5; the others that we know write 1.234,5 or 1 234,5.
_POINT = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ur", "ms", "ga", "tl", "sw", "ar", "fa"})
_COMMA = frozenset(
    {"es", "fr", "de", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "sv", "nb", "no", "da", "fi", "hu", "ro"}
    | {"bg", "el", "tr", "ca", "gl", "eu", "sl", "hr", "sr", "lt", "lv", "et", "id", "vi", "az", "sq", "eo"}
)


def ascii_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9, and Arabic separators as ours."""
    if text.isascii():
        return text
    return "".join(
        str(int(character)) if character.isdecimal() else {"٫": ".", "٬": ","}.get(character, character)
        for character in text
    )


@lru_cache(maxsize=4096)
def readings(numeral: str, language: str | None) -> frozenset[Decimal]:
    """Return the values that a numeral can have.

    Args:
        numeral: Digits with separators, such as "1,234.5".
        language: Code of the text's language; None for any reading that some language would allow.

    Returns:
        One value where the language decides, else up to two; none for a numeral that is no quantity, such as
        "10.11.2018".
    """
    text = ascii_digits(numeral)
    separators = _SEPARATORS.findall(text)
    digits = _SEPARATORS.sub("", text)
    if not digits or len(digits) > _MOST_DIGITS:
        return frozenset()
    if not separators:
        return frozenset({Decimal(digits)})
    last, others = separators[-1], separators[:-1]
    whole, fraction = _SEPARATORS.sub("", text[: text.rindex(last)]), text[text.rindex(last) + 1 :]
    as_decimal = Decimal(f"{whole or '0'}.{fraction}")
    if last in _SPACES:
        return frozenset({Decimal(digits)}) if _GROUPED.match(text) else frozenset()
    if others:
        if set(others) == {last}:
            return frozenset({Decimal(digits)}) if _GROUPED.match(text) else frozenset()
        return frozenset({as_decimal}) if last not in others else frozenset()
    if not _GROUPED.match(text) or whole == "0":
        return frozenset({as_decimal})
    style = _decimal_mark(language)
    if style is None:
        return frozenset({as_decimal, Decimal(digits)})
    return frozenset({as_decimal if last == style else Decimal(digits)})


def localise_number(numeral: str, source: str, target: str) -> str:
    """Return a numeral as it is, unless it would read as another number in the target language.

    Args:
        numeral: As the source writes it.
        source: Language code of the source.
        target: Language code of the target.
    """
    wanted = readings(numeral, source)
    if len(wanted) != 1 or readings(numeral, target) == wanted:
        return numeral
    swapped = numeral.translate(str.maketrans(",.", ".,"))
    return swapped if readings(swapped, target) == wanted else numeral


def _decimal_mark(language: str | None) -> str | None:
    if language is None:
        return None
    code = primary(language)
    # Mexico and Central America write as English does.
    if language in {"es-MX", "es-US", "es-GT", "es-HN", "es-NI", "es-PA", "es-PR", "es-SV", "es-DO", "es-419"}:
        return "."
    return "." if code in _POINT else "," if code in _COMMA else None
