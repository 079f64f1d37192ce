"""What a number as written may mean: exact decimal values as strings, so that none is too long to compare."""

from __future__ import annotations

import unicodedata

import regex

# Languages that write 1,000.5; all others that are known write 1.000,5 or 1 000,5.
POINT_LANGUAGES = frozenset(
    ["en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ur", "ta", "te", "ms", "tl", "ga", "sw", "mt", "cy"]
)
# Both are at home: Mexico and the Caribbean against Spain; Switzerland writes points.
_BOTH_LANGUAGES = frozenset({"es", ""})
_GROUPED_BY = "'’\x20\xa0\u2009\u202f٬"
_BLANKS = " \xa0\u2009\u202f"
_FRACTIONS = {
    "½": "5",
    "¼": "25",
    "¾": "75",
    "⅕": "2",
    "⅖": "4",
    "⅗": "6",
    "⅘": "8",
    "⅛": "125",
    "⅜": "375",
    "⅝": "625",
    "⅞": "875",
}
_DIGITS = regex.compile(r"\p{Nd}+")


def in_ascii(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9; those that Python does not know yet stay."""
    if text.isascii():
        return text
    return _DIGITS.sub(lambda match: "".join(str(unicodedata.decimal(digit, digit)) for digit in match[0]), text)


def readings(number: str, language: str) -> frozenset[str]:
    """Return what a number may mean in a language, each value in one form: no group marks, "." before decimals.

    Args:
        number: Digits with separators, such as "1,000.50".
        language: Canonical code; "" when it is not known.
    """
    written = in_ascii(number).replace("٫", ",")
    for mark in _GROUPED_BY:
        written = written.replace(mark, "")
    points, commas = written.count("."), written.count(",")
    if not points and not commas:
        return frozenset({_plain(written, "")})
    if points and commas:
        decimal = "." if written.rindex(".") > written.rindex(",") else ","
        if written.count(decimal) > 1:
            return frozenset({written})
        whole, _, fraction = written.replace("," if decimal == "." else ".", "").partition(decimal)
        return frozenset({_plain(whole, fraction)})
    mark = "." if points else ","
    groups = written.split(mark)
    if len(groups) > 2:
        # 1.000.000, or a version, an address, a date: kept as it is.
        is_grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        is_indian = mark == "," and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[1:])
        return frozenset({_plain("".join(groups), "")}) if is_grouped or is_indian else frozenset({written})
    whole, fraction = groups
    if len(fraction) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return frozenset({_plain(whole, fraction)})
    grouped, decimals = _plain(whole + fraction, ""), _plain(whole, fraction)
    base = language.partition("-")[0]
    if base in _BOTH_LANGUAGES:
        return frozenset({grouped, decimals})
    is_point_language = base in POINT_LANGUAGES
    return frozenset({decimals if (mark == ".") == is_point_language else grouped})


def scaled(value: str, power: int) -> str:
    """Return ten to `power` times a value."""
    whole, _, fraction = value.partition(".")
    if not (whole + fraction).isdigit():
        return value
    fraction = fraction.ljust(power, "0")
    moved = whole + fraction[:power]
    return _plain(moved.lstrip("0") or "0" if whole == "0" else moved, fraction[power:])  # 0.5 million has no zero


def with_fraction(values: frozenset[str], behind: str) -> frozenset[str]:
    """Return what whole numbers are worth with the sign of a fraction behind them, 2.5 for "2½"; none without one.

    Args:
        values: Readings of the number.
        behind: What follows it, at least two characters of it: a space may stand between.
    """
    fraction = _FRACTIONS.get(behind.lstrip(_BLANKS)[:1])
    return frozenset(f"{value}.{fraction}" for value in values if value.isdecimal()) if fraction else frozenset()


def _plain(whole: str, fraction: str) -> str:
    # "05" is 5 in a date; "007" and longer are names, and keep their zeros.
    if len(whole) <= 2 or fraction:
        whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def in_target_format(number: str, source: str, target: str) -> str:
    """Return a number as the target language writes it: as it stands, unless that would be worth something else.

    Args:
        number: Digits with separators.
        source: Canonical code of the language that it is written in.
        target: Canonical code of the other.
    """
    is_point, to_point = (code.partition("-")[0] in POINT_LANGUAGES for code in (source, target))
    if is_point == to_point or not regex.search(r"[.,]", number):
        return number
    swapped = number.translate({ord("."): ",", ord(","): "."})
    same = readings(number, source) & readings(swapped, target)
    return swapped if same else number
