"""What the numbers of a text are worth, in digits, in words and as Roman numerals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile
from operator import itemgetter

import regex

from workbench.items.base import NUMERIC, Item, ItemKind, Value
from workbench.items.compounds import CONNECTORS, continues, numbers_of
from workbench.items.finding import NUMBER, REMEMBERED_CHARS, find_items
from workbench.items.halves import halves
from workbench.items.myriads import has_myriads, numerals, power_right_at, sums
from workbench.items.numbers import in_ascii, readings, scaled, with_fraction
from workbench.items.small_words import words_in_small
from workbench.items.times import afternoon_hours, time_values
from workbench.items.words import HALVES, MONTHS, NUMBER_WORDS, SCALES, SCALES_OF

_NUMBER = regex.compile(NUMBER)
_DIGITS = regex.compile(r"\p{Nd}+")
_WORD = regex.compile(r"[\p{L}\p{M}]++(?:['’\-][\p{L}\p{M}]++)*+")
_NEXT_WORDS = regex.compile(r"[\s\-]{0,2}([\p{L}\p{M}]{1,16}+)\.?(?:\s(?:de\s)?([\p{L}\p{M}]{1,16}+))?")
_GROUPED_BY_SPACE = regex.compile(
    r"(?<![\p{Nd}.,]|\p{Nd}[\x20\xa0])\p{Nd}{1,3}(?:\x20\p{Nd}{3})++(?!\p{Nd})(?:[.,]\p{Nd}++)?+"
)
_ROMAN = regex.compile(
    r"(?<![\w])(?=[IVXLCDM])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?=(?:er?|re|ère|è?me|ᵉ)?(?!\w))"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
SCALE_REACH_CHARS = 40
_NO_WHOLE = regex.compile(r"(?<![\p{L}\p{N}.])\.$")  # ".5", as American English writes it


def values_in_digits(text: str, language: str, items: tuple[Item, ...] | None = None) -> Iterator[Value]:
    """Yield the numbers of a text that are written in digits; a date or a time has some."""
    yield from _remembered(text, language) if len(text) <= REMEMBERED_CHARS else _digits(text, language, items)


@lru_cache(maxsize=256)
def _remembered(text: str, language: str) -> tuple[Value, ...]:
    """A sentence is asked for what it lost, what was made up, and its units: it is read once."""
    return tuple(_digits(text, language, None))


def _digits(text: str, language: str, items: tuple[Item, ...] | None) -> Iterator[Value]:
    numeric = [item for item in (find_items(text) if items is None else items) if item.kind in NUMERIC]
    scales = _scales(text, language) if numeric else []
    for item in numeric:
        yield from _values(text, item, language, scales)


def grouped_by_spaces(text: str, language: str) -> Iterator[Value]:
    """Yield the numbers that are one only if their spaces group digits, 1 000, or as a sum, 3億5000万."""
    for match in _GROUPED_BY_SPACE.finditer(text):
        power = scale_after(text, match.end(), language)
        plain = readings(match[0], language)
        yield Value(match.start(), match.end(), frozenset(scaled(value, power) for value in plain))
    if not text.isascii() and has_myriads(text):
        yield from sums(text, language)


def values_in_words(text: str, language: str) -> Iterator[Value]:
    """Yield the numbers of a text that are written in words, the months by their names, and Roman numerals."""
    base = language.partition("-")[0]
    known, months = NUMBER_WORDS.get(base, {}), MONTHS.get(base, {})
    run: list[int] = []
    start = end = 0
    for match in _WORD.finditer(text) if known else ():
        word = match[0].lower().replace("’", "'")
        if word in months and not run:
            yield Value(match.start(), match.end(), frozenset({str(months[word])}))
            continue
        numbers = numbers_of(word, known)
        is_next = bool(run) and match.start() - end <= 5
        if run and not (is_next and numbers and continues(run, numbers)):
            if is_next and word in CONNECTORS:
                continue
            yield _run_value(text, start, end, run, language)
            run = []
        if numbers:
            start = start if run else match.start()
            run, end = run + numbers, match.end()
    if run:
        yield _run_value(text, start, end, run, language)
    yield from halves(text, known, lambda end: scale_after(text, end, language))
    if not text.isascii() and has_myriads(text):
        yield from numerals(text)
    for match in _ROMAN.finditer(text):
        yield Value(match.start(), match.end(), frozenset({str(_roman(match[0]))}))


def scale_after(text: str, end: int, language: str) -> int:
    """Return the power of ten of the scale words that follow a number: 3 for "thousand", 9 for "mil millones"."""
    match = _NEXT_WORDS.match(text, end)
    if match is None:
        return 0
    power = scale_of(match[1], language)
    if not power:
        return 0 if match[1].isascii() else power_right_at(text, match.start(1))
    return power + scale_of(match[2], language) if match[2] else power


def scale_of(word: str, language: str) -> int:
    """Return the power of ten that a word stands for; 0 for none."""
    return _scale_words(language).get(word.lower(), 0)


@lru_cache(maxsize=64)
def _scale_words(language: str) -> dict[str, int]:
    return {**SCALES, **SCALES_OF.get(language.partition("-")[0], {})}


def _run_value(text: str, start: int, end: int, run: list[int], language: str) -> Value:
    total = current = 0
    for number in run:
        if number == 1000:
            total, current = total + max(current, 1) * number, 0
        elif number == 100:
            current = max(current, 1) * number
        elif 20 <= number < 100 and 0 < current < 10 and len(run) > 1:
            current += number  # fünfundzwanzig
        else:
            current += number
    power = scale_after(text, end, language)
    worth = str(total + current)
    worths = {worth, "0.5"} if text[start:end].lower() in HALVES else {worth}
    scaled_worths = frozenset(scaled(each, power) for each in worths)
    return Value(start, end, scaled_worths | afternoon_hours(worth, text, start, end))


def _scales(text: str, language: str) -> list[tuple[int, int]]:
    """Return where the scale words stand, and their powers."""
    known = _scale_words(language)
    if known.keys().isdisjoint(words_in_small(text)):
        return []
    return [(match.start(), power) for match in _WORD.finditer(text) if (power := known.get(match[0].lower()))]


def _values(text: str, item: Item, language: str, scales: list[tuple[int, int]]) -> Iterator[Value]:
    if item.kind is ItemKind.DATE:
        for place, match in enumerate(_DIGITS.finditer(item.text)):
            digits = in_ascii(match[0])
            # The year of 1/2/99 may be written in full; two years in full must be the same.
            in_full = {f"19{digits}", f"20{digits}"} if place == 2 and len(digits) == 2 else set()
            yield Value(item.start, item.end, readings(digits, language) | in_full, item)
        return
    if item.kind is ItemKind.TIME:
        yield from time_values(item, text)
        return
    found = _NUMBER.search(item.text)
    if found is None:
        return
    plain = readings(found[0], language)
    power = _own_scale(item.text[found.end() :], language) or scale_after(text, item.end, language)
    plain = plain | with_fraction(plain, text[item.end : item.end + 2])
    if found[0].isdecimal() and _NO_WHOLE.search(text, max(0, item.start - 2), item.start):
        plain = plain | readings(f"0.{found[0]}", "")
    if power:
        worth = frozenset(scaled(value, power) for value in plain)
        yield Value(item.start, item.end, worth, item, power)
        return
    # "between 2 and 3 million": the scale of the second is the first one's too.
    first = bisect_right(scales, item.end, key=itemgetter(0))
    reach = takewhile(lambda scale: scale[0] - item.end <= SCALE_REACH_CHARS, islice(scales, first, None))
    near = {power for _, power in reach}
    shared = {scaled(value, power) for value in plain for power in near}
    extra = afternoon_hours(found[0], text, item.start, item.end)
    digits = in_ascii(found[0])
    if item.text.endswith("s") and len(digits) == 4:
        extra.add(digits[-2:])
    if len(digits) == 2 and regex.search(r"\d{4}[-–/]$", text[max(item.start - 5, 0) : item.start]):
        extra.add(text[item.start - 5 : item.start - 3] + digits)
    yield Value(item.start, item.end, plain | shared | extra, item)


def _own_scale(rest: str, language: str) -> int:
    word = rest.strip().rstrip(".")
    return scale_of(word, language) if word.isalpha() else 0


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
