"""Dates: in digits, months and days of the week by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.facts.item_check import ItemCheck
from workbench.checks.findings import Finding, Severity, Side
from workbench.items import ItemKind, find_items
from workbench.items.calendar import CalendarName, calendar_names, name_of
from workbench.wording import words

_DAY = "day"
# What stands before the day on which a night ends; people who write another language name the day on which it began.
_NIGHT = regex.compile(
    r"(?:nacht\s(?:zum|zu|auf|op|van\s\p{L}+\sop)|nuit\sd[eu]\s\p{L}+\s(?:à|au)|noche\sdel?\s\p{L}+\sal?"
    r"|notte\s(?:tra|fra)\s\p{L}+\se|nocy\sz\s\p{L}+\sna|ночь\sна)\s$",
    regex.IGNORECASE,
)


class Dates(ItemCheck):
    """A date must be the same one; so must a month and a day of the week, in digits or by name.

    A name that became another is wrong. One that is only missing, or only there, may be the way a language says it
    ("on Sunday" and "yesterday"): a warning. Names that are other words as well ("May", "mars", "среда") are not
    asked for. What the translation leaves in the source's language ("The Sunday Times") is there.
    """

    id = "dates"
    name = "Dates"
    description = (
        "A date, a month or a day of the week is another one, missing or made up. Another order, digits for a month's "
        "name, and names left in the source's language pass."
    )
    example: ClassVar[tuple[str, str, str, str]] = ("It ends on Sunday.", "Termina el lunes.", "en", "es")
    kinds = frozenset({ItemKind.DATE})

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return what is wrong with dates, months and days."""
        return chain(super().find(pair), self._names(pair))

    def _names(self, pair: Pair) -> Iterator[Finding]:
        mine = calendar_names(pair.source, pair.source_language)
        theirs = calendar_names(pair.target, pair.target_language)
        if not mine and not theirs:
            return
        lost = _missing(mine, _with_nights(theirs, pair.target), pair.source, pair.target)
        added = _missing(theirs, _with_nights(mine, pair.source), pair.target, pair.source)
        lost = [each for each in lost if not _ends_a_night(each, pair.source, theirs)]
        added = [each for each in added if not _ends_a_night(each, pair.target, mine)]
        for kind in (_DAY, "month"):
            gone = [each for each in lost if each.meaning.startswith(kind)]
            new = [each for each in added if each.meaning.startswith(kind)]
            if len(gone) == len(new):
                for one, other in zip(gone, new, strict=True):
                    yield self._renamed(pair, one, other, is_certain=len(gone) == 1)
                continue
            for each in gone:
                yield self._alone(pair, Side.SOURCE, each, pair.source)
            for each in new:
                yield self._alone(pair, Side.TARGET, each, pair.target)

    def _renamed(self, pair: Pair, one: CalendarName, other: CalendarName, *, is_certain: bool) -> Finding:
        piece, found = pair.source[one.start : one.end], pair.target[other.start : other.end]
        message = words("{piece} is {other} in the translation.", piece=piece, other=found)
        fix = None
        right, wrong = (name_of(each.meaning, pair.target_language) for each in (one, other))
        if is_certain and right and wrong and wrong.lower() == found.lower():
            right = right[0].upper() + right[1:] if found[0].isupper() else right
            fix = pair.target[: other.start] + right + pair.target[other.end :]
        return finding_in(self, pair, Side.TARGET, (other.start, other.end), message, fix=fix)

    def _alone(self, pair: Pair, side: Side, each: CalendarName, text: str) -> Finding:
        piece = text[each.start : each.end]
        message = (
            words("{piece} is missing in the translation.", piece=piece)
            if side is Side.SOURCE
            else words("{piece} is not in the source.", piece=piece)
        )
        return finding_in(self, pair, side, (each.start, each.end), message, severity=Severity.WARNING)


def _with_nights(names: tuple[CalendarName, ...], text: str) -> tuple[CalendarName, ...]:
    """Return the names, and the day before for each that says when a night ends: "in der Nacht zum Sonntag"."""
    return names + tuple(
        replace(each, meaning=_day_before(each)) for each in names if _NIGHT.search(text, 0, each.start)
    )


def _ends_a_night(name: CalendarName, text: str, others: tuple[CalendarName, ...]) -> bool:
    """Say whether a day is only the end of a night that began on a day which the other text names."""
    return bool(_NIGHT.search(text, 0, name.start)) and any(_day_before(name) == other.meaning for other in others)


def _day_before(name: CalendarName) -> str:
    kind, _, number = name.meaning.partition("-")
    return f"{kind}-{(int(number) - 1) % 7}" if kind == _DAY else name.meaning


def _missing(
    names: tuple[CalendarName, ...], others: tuple[CalendarName, ...], text: str, other_text: str
) -> list[CalendarName]:
    """Return the names that another text has neither in its language nor in this one; dates in digits have months."""
    there = {other.meaning for other in others}
    has_dates = bool(names) and any(item.kind is ItemKind.DATE for item in find_items(other_text))
    missing: dict[str, CalendarName] = {}
    kept: dict[str, bool] = {}
    for each in names:
        if each.meaning in there or not each.is_sure or (has_dates and not each.meaning.startswith(_DAY)):
            continue
        piece = text[each.start : each.end]
        if piece not in kept:
            kept[piece] = piece in other_text
        if not kept[piece]:
            missing.setdefault(each.meaning, each)
    return list(missing.values())
