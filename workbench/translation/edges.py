"""What stands at the edges of a sentence and needs no model: bullets, emoji, URLs, quotation marks around all of it."""

from __future__ import annotations

import regex

from workbench.items import Item, ItemKind, find_items

_LEADING = frozenset({ItemKind.EMOJI, ItemKind.URL, ItemKind.HASHTAG, ItemKind.TAG})
_TRAILING = frozenset({ItemKind.EMOJI, ItemKind.URL, ItemKind.EMAIL, ItemKind.HASHTAG, ItemKind.TAG})
_MARK = regex.compile(r"(?:[•‣◦⁃▪▫●○■□➢➤►▶✓✔*·–—\-]++|\(?(?:\d{1,3}[.)]|[a-zA-Z]\))(?=\s))\s++|\s++")
_END_OF_SENTENCE = regex.compile(r"[.!?…:。！？][\"'”’»)\]]*+$")
_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "「": "」", "『": "』"}
_LETTER = regex.compile(r"\p{L}")


def cut_edges(sentence: str) -> tuple[int, int]:
    """Return where the part of a sentence that a model has to see begins and ends; equal when there is none.

    Args:
        sentence: Any text; linear in its length.
    """
    items = find_items(sentence)
    if not _has_words(sentence, items):
        return 0, 0
    start = _leading_end(sentence, items)
    end = _trailing_start(sentence, items, start)
    while start < end and sentence[start].isspace():
        start += 1
    while start < end and sentence[end - 1].isspace():
        end -= 1
    if end - start >= 2 and _QUOTES.get(sentence[start]) == sentence[end - 1]:
        inside = sentence[start + 1 : end - 1]
        # Alone in the text, the two belong together; an apostrophe could be either.
        if sentence[start] != "‘" and not regex.search(r"[“”\"«»„「」『』]", inside) and _LETTER.search(inside):
            start, end = start + 1, end - 1
    while start < end and sentence[start].isspace():
        start += 1
    while start < end and sentence[end - 1].isspace():
        end -= 1
    return start, end


def _has_words(sentence: str, items: tuple[Item, ...]) -> bool:
    position = 0
    for item in items:
        if _LETTER.search(sentence, position, item.start):
            return True
        position = item.end
    return _LETTER.search(sentence, position) is not None


def _leading_end(sentence: str, items: tuple[Item, ...]) -> int:
    at = {item.start: item for item in items if item.kind in _LEADING}
    position = 0
    while True:
        item = at.get(position)
        if item and item.kind is ItemKind.EMOJI:
            position = item.end
        elif (mark := _MARK.match(sentence, position)) and mark.end() > position:
            position = mark.end()
        else:
            return position


def _trailing_start(sentence: str, items: tuple[Item, ...], start: int) -> int:
    position = len(sentence)
    for item in reversed(items):
        if item.kind not in _TRAILING or item.start < start or sentence[item.end : position].strip(" \t\xa0\n\r"):
            break
        before = sentence[start : item.start].rstrip()
        if item.kind in (ItemKind.TAG,) or not before:
            break
        # Within a sentence a hashtag, an address or a link is a part of it ("Follow #Brexit").
        if item.kind is not ItemKind.EMOJI and position == len(sentence) and not _may_go(before, item):
            break
        position = item.start
    return position


def _may_go(before: str, item: Item) -> bool:
    return _END_OF_SENTENCE.search(before[-4:]) is not None or item.kind in (ItemKind.URL, ItemKind.HASHTAG)
