"""Brackets that have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import mended, visible
from workbench.wording import words
from workbench.writing.edits import Edit

_BRACKET = re.compile(r"[()\[\]{}（）［］｛｝【】〔〕《》〈〉]")
_OPENERS = "([{（［｛【〔《〈"
_CLOSERS = ")]}）］｝】〕》〉"
_FULL = dict(zip("（）［］｛｝", "()[]{}", strict=True))
_OF = dict(zip(_OPENERS, _CLOSERS, strict=True))
# Neither has a partner: the mark of an item at the start of a line, and what smiles.
_ALONE = re.compile(r"^\w{1,3}\)(?=\s)|(?<!\w)[:;=8][-'^]?[()\[\]]+", re.MULTILINE)
_ITEM = re.compile(r"(?<!\S)\w{1,3}\)(?=\s)")
_TAIL = re.compile(r"[.,;:!?…。！？\s]*\Z")


class Brackets:
    """A bracket without a partner, or with one of another kind."""

    id: ClassVar[str] = "brackets"
    name: ClassVar[str] = "Brackets"
    description: ClassVar[str] = (
        "A bracket of the translation that no other opens or closes, where the source's are paired. Marks of list "
        "items (“a)”), smileys and full-width brackets beside ordinary ones pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("He (45) won.", "Ganó (45.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the first bracket without a partner."""
        hidden = visible(pair.target)
        if _BRACKET.search(hidden.text) is None:
            return
        source = visible(pair.source).text
        has_items = _ITEM.search(source) is not None
        lonely = _lonely(hidden.text, has_items)
        if not lonely or _lonely(source, has_items):
            return
        at = lonely[0]
        message = words("“{piece}” has no partner.", piece=hidden.text[at])
        edit = _mend(source, hidden.text, lonely)
        if edit is None:
            place = hidden.offset(at)
            yield finding_in(self, pair, Side.TARGET, (place, place + 1), message)
        else:
            yield mended(self, pair, [edit], message)


def _lonely(text: str, has_items: bool) -> list[int]:
    """Return where the brackets without a partner stand, in order; marks of items inside a line are let pass."""
    found = list(_BRACKET.finditer(text))
    ignored = {place for each in _ALONE.finditer(text) for place in range(*each.span())}
    if has_items:
        ignored |= {each.end() - 1 for each in _ITEM.finditer(text)}
    waiting: list[re.Match[str]] = []
    lonely: list[int] = []
    for each in found:
        if each[0] in _OPENERS:
            waiting.append(each)
        elif waiting and _plain(_OF[waiting[-1][0]]) == _plain(each[0]):
            waiting.pop()
        else:
            lonely.append(each.start())
    lonely += [each.start() for each in waiting]
    return sorted(place for place in lonely if place not in ignored)


def _plain(bracket: str) -> str:
    return _FULL.get(bracket, bracket)


def _mend(source: str, text: str, lonely: list[int]) -> Edit | None:
    """Return the edit that is surely right; None where there is a choice."""
    if len(lonely) == 2 and text[lonely[0]] in _OPENERS and text[lonely[1]] in _CLOSERS:
        right = _OF[text[lonely[0]]]  # "(45]": as it was opened
        return lonely[1], lonely[1] + 1, right
    if len(lonely) != 1:
        return None
    (at,) = lonely
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    closed_at_end = source[: (of_source.start() if (of_source := _TAIL.search(source)) else len(source))][-1:]
    if text[at] in _OPENERS and closed_at_end and _plain(closed_at_end) == _plain(_OF[text[at]]) and at < end - 1:
        return end - 1, end, text[end - 1] + _OF[text[at]]
    opened_at_start = source.lstrip()[:1]
    if at and text[at] in _CLOSERS and _plain(_OF.get(opened_at_start, "")) == _plain(text[at]):
        start = len(text) - len(text.lstrip())
        return start, start + 1, _OPENERS[_CLOSERS.index(text[at])] + text[start]
    return None
