"""What a time of day is worth: hours by twelve and by twenty-four, and the words that tell which half of a day."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from workbench.items.base import Item, ItemKind, Value
from workbench.items.numbers import in_ascii

_DIGITS = regex.compile(r"\p{Nd}+")
_AFTERNOON = regex.compile(r"p\.?\s?m", regex.IGNORECASE)
_MORNING = regex.compile(r"a\.?\s?m", regex.IGNORECASE)
# In the languages whose number words are known; by night the hours may be of both halves.
_LATE = (
    r"in\sthe\s(?:afternoon|evening)|at\snight|this\s(?:afternoon|evening)|tonight"
    r"|(?:de|por|en)\sla\s(?:tarde|noche)|esta\s(?:tarde|noche)"
    r"|de\sl['’]après-midi|(?:du|ce)\ssoir"
    r"|nachmittags?|abends?|nachts"
    r"|del\spomeriggio|d(?:i|ella)\s(?:sera|notte)|d[ae]\s(?:tarde|noite)"
    r"|['’]s\s(?:middags|avonds|nachts)|(?:in\sde\s|van)(?:middag|avond)"
    r"|час\p{L}*\sдня|вечера|ночи"
)
_HAS_LATE = regex.compile(_LATE, regex.IGNORECASE)
_CLOCK = r"(?:h|uhr|o['’]clock|horas?|heures?|ore|uur|час\p{L}*)"
_LATE_AFTER = regex.compile(rf"[\s,]{{0,2}}(?:{_CLOCK}\.?[\s,]{{1,2}}(?:am\s)?)?(?:{_LATE})", regex.IGNORECASE)
_LATE_BEFORE = regex.compile(
    rf"(?:{_LATE})\s(?:um|gegen|ab|bis|om|rond|tot|at|alle|às|à|a\slas?|в)\s$|(?:下午|傍晚|晚上|午後|夜|오후|밤)\s?$",
    regex.IGNORECASE,
)
_BEFORE_CHARS = 32
_NEAR_CHARS = 60
_DOTTED = regex.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


def time_values(item: Item, text: str) -> Iterator[Value]:
    """Yield the hour of a time, and its minutes and seconds unless they are none."""
    numbers = _numbers(item)
    yield Value(item.start, item.end, frozenset(map(str, _hours(numbers[0], item, text))), item)
    for number in numbers[1:]:
        if number:
            yield Value(item.start, item.end, frozenset({str(number)}), item)


def afternoon_hours(number: str, text: str, start: int, end: int) -> set[str]:
    """Return the hour of twenty-four that a number may be: 17 for "5" in "5 de la tarde"; most are none."""
    if len(number) > 2 or not number.isdecimal() or not 1 <= int(number) <= 12:
        return set()
    if not (_LATE_AFTER.match(text, end) or _LATE_BEFORE.search(text, max(0, start - _BEFORE_CHARS), start)):
        return set()
    return set(map(str, _later(int(number))))


def dotted_times(items: tuple[Item, ...], others: tuple[Item, ...]) -> Iterator[Value]:
    """Yield what a number such as 17.30 is worth as a time, and a time as such a number (`as_time`).

    Args:
        items: What may be read so.
        others: Those of the other text: numbers are read as times only if it has some.
    """
    has_times = any(item.kind is ItemKind.TIME for item in others)
    for item in items:
        if has_times and item.kind is ItemKind.NUMBER and _DOTTED.fullmatch(item.text):
            hour, minutes = _numbers(item)
            yield Value(item.start, item.end, frozenset({str(hour)}))
            yield Value(item.start, item.end, frozenset({str(minutes)}))
        elif item.kind is ItemKind.TIME and len(numbers := _numbers(item)) == 2:
            hours = _hours(numbers[0], item, "")
            yield Value(item.start, item.end, frozenset(f"@{hour}.{numbers[1]}" for hour in hours))


def as_time(item: Item | None) -> tuple[str, ...]:
    """Return the reading that a number has as a time: 17.30 may be one, and 17,30 is none."""
    if item is None or item.kind is not ItemKind.NUMBER or not _DOTTED.fullmatch(item.text):
        return ()
    hour, minutes = _numbers(item)
    return (f"@{hour}.{minutes}",)


def _numbers(item: Item) -> list[int]:
    found = (in_ascii(match[0]) for match in _DIGITS.finditer(item.text))
    return [int(digits) if digits.isdecimal() else 0 for digits in found]


def _hours(hour: int, item: Item, text: str) -> set[int]:
    if _AFTERNOON.search(item.text):
        return {hour, hour % 12 + 12}
    if _MORNING.search(item.text):
        return {hour, hour % 12, 24 if hour == 12 else hour}
    if 1 <= hour <= 12 and _HAS_LATE.search(text, max(0, item.start - _NEAR_CHARS), item.end + _NEAR_CHARS):
        return {hour, *_later(hour)}
    if hour in (0, 24):
        return {0, 24} if any(_numbers(item)[1:]) else {0, 24, 12}  # midnight is a twelve in words
    return {hour}


def _later(hour: int) -> set[int]:
    return {0, 24} if hour == 12 else {hour + 12}
