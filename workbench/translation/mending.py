"""Put right what a model changed, where its attention shows where.

Each step is kept only if fewer items are wrong after it, so that mending can help and cannot harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Protocol

import regex

from workbench.items import NUMERIC, Item, ItemKind, added_items, find_items, lost_items
from workbench.items.finding import NUMBER
from workbench.items.numbers import in_ascii, in_target_format
from workbench.translation.alignment import Alignment

LEAST_WEIGHT = 0.15
"""How much a number of the target must look at a number of the source to be its translation."""
LEAST_ALIKE = 0.6
MOST_STEPS = 12
_NUMBER = regex.compile(NUMBER)
_AROUND = ".,;:!?…»”\"'"
_LIKE_AN_ITEM = regex.compile(r"\w\.\w|[@#{}<>%]")
_LIKE_PERCENT = regex.compile(r"\s(?:por|per|pour|po)?\s?c[ei][nr]\w*", regex.IGNORECASE)
_NO_MARKS = str.maketrans("", "", ".,")
_RUN = regex.compile(r"\S+")


class Core(Protocol):
    """What `mend` needs of a prepared sentence."""

    @property
    def core(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...


def mend(prepared: Core, target: str, alignment: Alignment) -> str:
    """Return the translation of a core with lost and changed items put right, where it is known how.

    A changed number is replaced by the source's; a URL, address, hashtag, name, placeholder, tag or emoji that is
    garbled is replaced, one that is missing is inserted where it belongs. A missing number is never inserted.

    Args:
        prepared: The prepared sentence whose `core` was decoded.
        target: What came out, before `finish`.
        alignment: Of the core and `target`; with `NO_ALIGNMENT` only what is plain without it is mended.
    """
    text, offsets = target, _Offsets()
    for _ in range(MOST_STEPS):
        lost = lost_items(prepared.core, text, prepared.source, prepared.target)
        if not lost:
            return text
        wrong = len(lost) + len(added_items(prepared.core, text, prepared.source, prepared.target))
        for start, end, new in _steps(prepared, lost, text, alignment, offsets):
            changed = text[:start] + new + text[end:]
            still = lost_items(prepared.core, changed, prepared.source, prepared.target)
            if len(still) < len(lost) and wrong > len(still) + len(
                added_items(prepared.core, changed, prepared.source, prepared.target)
            ):
                text = changed
                offsets.add(start, end, len(new))
                break
        else:
            return text
    return text


class _Offsets:
    """Where the characters of the first translation stand after replacements."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, int, int]] = []

    def add(self, start: int, end: int, length: int) -> None:
        self._changes.append((start, end, length))

    def now(self, offset: int) -> int:
        for start, end, length in self._changes:
            if offset >= end:
                offset += length - (end - start)
            elif offset > start:
                offset = start
        return offset

    def before(self, offset: int) -> int:
        for start, end, length in reversed(self._changes):
            if offset >= start + length:
                offset -= length - (end - start)
            elif offset > start:
                offset = start
        return offset


def _steps(
    prepared: Core, lost: tuple[Item, ...], text: str, alignment: Alignment, offsets: _Offsets
) -> Iterator[tuple[int, int, str]]:
    """Yield what could be put right: the span to replace, and by what."""
    for item in lost:
        if item.kind in NUMERIC:
            yield from _number_steps(prepared, item, text, alignment, offsets)
            continue
        if item.kind is not ItemKind.EMOJI:
            yield from _garbled(item, text)
        span = alignment.target_of(item.start, item.end)
        if span is not None:
            word = _run_at(text, offsets.now(span[0]))
            if item.kind is not ItemKind.EMOJI and _LIKE_AN_ITEM.search(text[word[0] : word[1]]):
                yield *word, item.text
            yield _insertion(prepared.core, item, text, offsets.now(span[0]), offsets.now(span[1]))


def _number_steps(
    prepared: Core, item: Item, text: str, alignment: Alignment, offsets: _Offsets
) -> Iterator[tuple[int, int, str]]:
    wanted = _NUMBER.search(item.text)
    if wanted is None or item.kind is ItemKind.DATE:
        return
    if item.kind is ItemKind.CURRENCY:
        body = item.text[wanted.start() :]
        for found in find_items(text):
            if found.text == body:  # only the sign is lost
                yield found.start, found.end, item.text
    if item.kind is ItemKind.PERCENT:
        yield from _percent_steps(wanted[0], text)
    is_time = item.kind is ItemKind.TIME
    new = wanted[0] if is_time else in_target_format(wanted[0], prepared.source, prepared.target)
    source = (item.start + wanted.start(), item.start + wanted.end())
    candidates = []
    for made_up in added_items(prepared.core, text, prepared.source, prepared.target):
        there = _NUMBER.search(made_up.text) if made_up.kind in NUMERIC else None
        if there is not None:
            start, end = made_up.start + there.start(), made_up.start + there.end()
            weight = alignment.weight(source, (offsets.before(start), offsets.before(end)))
            candidates.append((weight, start, end))
    for weight, start, end in sorted(candidates, reverse=True):
        if weight >= LEAST_WEIGHT:
            yield start, end, new


def _percent_steps(number: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the number with a sign of percent, in place of what the model made of the word: "40 por centrado"."""
    for found in find_items(text):
        digits = _NUMBER.fullmatch(found.text) if found.kind is ItemKind.NUMBER else None
        if digits is not None and in_ascii(digits[0]).translate(_NO_MARKS) == in_ascii(number).translate(_NO_MARKS):
            garbled = _LIKE_PERCENT.match(text, found.end)
            yield found.end, garbled.end() if garbled else found.end, " %"


def _garbled(item: Item, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield one or two words of the target that are nearly the item: "@ MerPolC" for "@MerPolCC"."""
    words = [match.span() for match in _RUN.finditer(text)]
    length = len(item.text)
    plain = item.text.lower()
    best: tuple[float, int, int] | None = None
    for index, (start, _) in enumerate(words):
        for _, end in words[index : index + 4]:
            piece = text[start:end].strip(".,;:!?»”\"'")
            joined = "".join(piece.split()).lower()
            if not length // 2 <= len(joined) <= 2 * length or not joined:
                continue
            matcher = SequenceMatcher(None, plain, joined, autojunk=False)
            if matcher.real_quick_ratio() < LEAST_ALIKE or matcher.quick_ratio() < LEAST_ALIKE:
                continue
            ratio = matcher.ratio() - (0.0 if joined[0] == plain[0] else 0.1)
            if ratio >= LEAST_ALIKE and (best is None or ratio > best[0]):
                best = (ratio, start, start + len(piece))
    if best is not None:
        yield best[1], best[2], item.text


def _insertion(core: str, item: Item, text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return an insertion after the word that the item is aligned to; before it, for what opens."""
    is_opening = item.kind is ItemKind.TAG and not item.text.startswith("</")
    first, last = _run_at(text, start if is_opening else max(end - 1, 0))
    at = first if is_opening else last
    has_left = item.start > 0 and core[item.start - 1].isspace()
    has_right = item.end < len(core) and core[item.end].isspace()
    left = " " if has_left and at > 0 and not text[at - 1].isspace() else ""
    right = " " if has_right and at < len(text) and text[at].isalnum() else ""
    return at, at, f"{left}{item.text}{right}"


def _run_at(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the word around an offset, without the punctuation at its end."""
    offset = min(max(offset, 0), len(text))
    while offset < len(text) and text[offset].isspace():
        offset += 1
    start = end = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
