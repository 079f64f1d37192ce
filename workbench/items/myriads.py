"""Scales right behind a number and before other words, in Chinese, Japanese and Korean: 2.5万人, 3億5000万円."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from workbench.items.base import Value
from workbench.items.numbers import readings, scaled

_POWERS = dict(zip("十百千万萬亿億兆십백천만억조", (1, 2, 3, 4, 4, 8, 8, 12, 1, 2, 3, 4, 8, 12), strict=True))
_SIGNS = "".join(_POWERS)
# Of a unit, not of a number: 千克 is a kilogram, 百分点 a percentage point, 兆瓦 a megawatt.
_RUN = regex.compile(
    rf"(?:[十千百兆](?![克米瓦卡赫帕焦分位])|[{_SIGNS.translate(dict.fromkeys(map(ord, '十千百兆')))}])++"
)
_MOST_DIGITS = 30
_NUMBER = r"\p{Nd}++(?:[.,]\p{Nd}++)*+"
_SUM = regex.compile(
    rf"(?<![\p{{Nd}}.,])(?:({_NUMBER})({_RUN.pattern})){{1,4}}(?:({_NUMBER})(?![{_SIGNS}年月日时時分秒]))?"
)
_DIGITS = {sign: worth for signs in ("〇一二三四五六七八九", "零壱弐参") for worth, sign in enumerate(signs)} | {
    "两": 2,
    "兩": 2,
}
_NUMERAL = regex.compile(rf"[{''.join(_DIGITS)}十百千万萬亿億兆]{{1,{_MOST_DIGITS}}}+")
_ALL_SIGNS = frozenset(_POWERS) | frozenset(_DIGITS)


def has_myriads(text: str) -> bool:
    """Say whether there is a scale or a digit of these scripts in a text: quick, and elsewhere there is none."""
    return not _ALL_SIGNS.isdisjoint(text)


def power_right_at(text: str, place: int) -> int:
    """Return the power of ten of the signs that stand at a place: 4 for "万人", 12 for "万亿"; 0 for none."""
    run = _RUN.match(text, place)
    return sum(_POWERS[sign] for sign in run[0]) if run else 0


def sums(text: str, language: str) -> Iterator[Value]:
    """Yield the numbers that are written as a sum: 3億5000万 is 350 million, 1万5000 is 15,000.

    Args:
        text: A sentence.
        language: Canonical code, for what stands behind a comma.
    """
    for match in _SUM.finditer(text):
        parts = [
            (number, sum(_POWERS[sign] for sign in signs))
            for number, signs in zip(match.captures(1), match.captures(2), strict=True)
        ]
        if match[3]:
            parts.append((match[3], 0))
        worths = [scaled(min(readings(number, language), key=len), power) for number, power in parts]
        if len(parts) > 1 and all(worth.isdecimal() and len(worth) <= _MOST_DIGITS for worth in worths):
            yield Value(match.start(), match.end(), frozenset({str(sum(map(int, worths)))}))


def numerals(text: str) -> Iterator[Value]:
    """Yield the numbers of a text that are written in Chinese characters: 二十, 三百五, 一万两千, 二〇一八."""
    for match in _NUMERAL.finditer(text):
        if match[0][0] not in _DIGITS and match[0][0] != "十":
            continue
        total = part = digit = 0
        digits = ""
        for sign in match[0]:
            if sign in _DIGITS:
                digit = _DIGITS[sign]
                digits += str(digit)
            elif (power := _POWERS[sign]) < _POWERS["万"]:
                part += (digit or 1) * 10**power
                digit = 0
            else:
                total += (part + digit or 1) * 10**power
                part = digit = 0
        is_spelt = len(digits) == len(match[0]) and len(digits) > 1
        yield Value(match.start(), match.end(), frozenset({digits if is_spelt else str(total + part + digit)}))
