"""Putting a sentence's numbers into the translation of one that differs in its numbers only."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError

_GROUPING = "'’٬\u00a0\u202f\u2009"  # marks that only ever set thousands apart
_MOST_DIGITS = 20  # a longer one is the number of an account
NUMBER = re.compile(rf"\d+(?:[.,٫{_GROUPING}]\d+)*")
"""A run of digits, in any script, with the marks within."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written.

    Attributes:
        text: With its marks.
        value: What it says, with a point before decimals that are not nothing; None for what is no plain number,
            such as 2.0.1, 007, 1,2,3 and what is too long to count anything.
        group: The mark that sets its thousands apart, or "".
        decimal: Its decimal mark, or "".
        whole: Its digits before the decimal mark, as ASCII.
        fraction: Those after it.
    """

    text: str
    value: str | None
    group: str = ""
    decimal: str = ""
    whole: str = ""
    fraction: str = ""

    @property
    def key(self) -> tuple[bool, str]:
        """What two writings of the same number share, and no plain number with another."""
        return (False, self.text) if self.value is None else (True, self.value)


def read_number(text: str, language: str) -> Number:
    """Return what a match of `NUMBER` says in a language: 1,234 is 1234 in English, 1.234 in Spanish."""
    marks = [character for character in text if not character.isdigit()]
    decimal = _decimal_mark(text, marks, language)
    whole, _, fraction = text.rpartition(decimal) if decimal else (text, "", "")
    group = next((mark for mark in marks if mark != decimal), "")
    groups = whole.split(group) if group else [whole]
    is_grouped = len(groups[0]) <= 3 and all(len(part) == 3 and part.isdigit() for part in groups[1:])
    if (group and not is_grouped) or not groups[0].isdigit() or (len(groups[0]) > 1 and _ascii(groups[0])[0] == "0"):
        return Number(text, None)
    digits, rest = _ascii("".join(groups)), _ascii(fraction)
    if len(digits) + len(rest) > _MOST_DIGITS:
        return Number(text, None)
    value = f"{digits}.{rest}".rstrip("0").rstrip(".") if rest else digits
    return Number(text, value, group, decimal, digits, rest)


def swap_numbers(source: str, target: str, sentence: str, source_language: str, target_language: str) -> str | None:
    """Return the translation of a sentence that differs from a translated one in its numbers only.

    Args:
        source: The sentence that was translated; its `loose_key` is that of `sentence`.
        target: Its translation.
        sentence: The sentence to translate.
        source_language: Canonical code.
        target_language: Canonical code.

    Returns:
        `target` with each number of `source` replaced, in the way `target` writes numbers. None where that could
        be wrong: a number of the source is not in the target, or not as often; the same number became two
        different ones; or the new number takes another plural in the target language (2 файла, 5 файлов).
    """
    old = [read_number(text, source_language) for text in NUMBER.findall(source)]
    new = [read_number(text, source_language) for text in NUMBER.findall(sentence)]
    if len(old) != len(new):
        return None
    changes: dict[tuple[bool, str], tuple[Number, Number]] = {}
    for before, after in zip(old, new, strict=True):
        if changes.setdefault(before.key, (before, after))[1].key != after.key:
            return None
        if (before.value is None) != (after.value is None):
            return None
    standing = Counter(read_number(text, target_language).key for text in NUMBER.findall(target))
    if any(standing[key] != count for key, count in Counter(number.key for number in old).items()):
        return None
    locale = _locale(target_language)
    for before, after in changes.values():
        if before.key == after.key or before.value is None or after.value is None:
            continue
        if locale.plural_form(Decimal(before.value)) != locale.plural_form(Decimal(after.value)):
            return None

    def replaced(match: re.Match[str]) -> str:
        stands = read_number(match[0], target_language)
        change = changes.get(stands.key)
        if change is None or change[0].key == change[1].key:
            return match[0]
        return _written(change[1], stands, change[0], target_language)

    return NUMBER.sub(replaced, target)


def _written(new: Number, stands: Number, before: Number, language: str) -> str:
    """Write a number as the one that it takes the place of is written."""
    if new.value is None:
        return new.text
    group, decimal = _marks(language)
    # Four digits often stand without a mark where five have one: 1234, 12 345.
    is_short = before.group and not stands.group and len(stands.whole) == len(new.whole) == 4
    if (stands.group or new.group) and not is_short:
        whole = f"{int(new.whole):,}".replace(",", stands.group or group)
    else:
        whole = new.whole
    text = whole + ((stands.decimal or decimal) + new.fraction if new.fraction else "")
    zero = ord(stands.text[0]) - unicodedata.decimal(stands.text[0])
    return "".join(chr(zero + ord(each) - 48) if "0" <= each <= "9" else each for each in text)


def _decimal_mark(text: str, marks: list[str], language: str) -> str:
    """Return which of a number's marks is the decimal mark, or ""."""
    plain = [mark for mark in marks if mark in ".,٫"]
    if not plain:
        return ""
    if len(set(plain)) > 1 or len(marks) > len(plain):
        return plain[-1] if plain.count(plain[-1]) == 1 and marks[-1] == plain[-1] else ""
    if len(plain) > 1:
        return ""
    mark = plain[0]
    if mark == _marks(language)[1]:
        return mark
    return "" if len(text.rpartition(mark)[2]) == 3 and mark != "٫" else mark


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


@lru_cache(maxsize=256)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache(maxsize=256)
def _marks(language: str) -> tuple[str, str]:
    """Return a language's marks for thousands and decimals."""
    symbols = _locale(language).number_symbols
    found = symbols.get("latn", symbols)  # older CLDR data has one set only
    return str(found.get("group", ",")), str(found.get("decimal", "."))
