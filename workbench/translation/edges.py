"""What stands at the edges of a sentence and needs no model: bullets, emoji, URLs, quotation marks around all of it."""

from __future__ import annotations

import regex

from workbench.items import Item, ItemKind, find_items

_TRAILING = frozenset({ItemKind.EMOJI, ItemKind.URL, ItemKind.EMAIL, ItemKind.HASHTAG})
# Wherever they stand at the end, they are best left there: models garble addresses.
_OUTSIDE = frozenset({ItemKind.EMOJI, ItemKind.URL})
_BULLETS = r"[•‣◦⁃▪▫●○■□➢➤►▶✓✔*·–—\-]++"
_MARK = regex.compile(rf"(?:{_BULLETS}|\(?(?:\d{{1,3}}[.)]|[a-zA-Z]\))(?=\s))\s++|\s++")
_MARK_WITHOUT_STOP = regex.compile(rf"(?:{_BULLETS}|\(?(?:\d{{1,3}}|[a-zA-Z])\)(?=\s))\s++|\s++")
# In these "3." is "third": "3. Oktober" begins no list.
_ORDINAL_STOPS = frozenset(
    ["de", "da", "nb", "nn", "no", "fi", "et", "lv", "lt", "is", "fo", "lb", "cs", "sk", "pl", "hsb", "dsb"]
    + ["hu", "hr", "sr", "bs", "sl", "mk", "sq", "tr", "az", "eu"]
)
_END_OF_SENTENCE = regex.compile(r"[.!?…:。！？][\"'”’»)\]]*+$")
_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "「": "」", "『": "』"}
_NEAR_CHARS = 64
_LETTER = regex.compile(r"\p{L}")


def cut_edges(sentence: str, language: str) -> tuple[int, int]:
    """Return where the part of a sentence that a model has to see begins and ends; equal when there is none.

    Args:
        sentence: Any text; linear in its length.
        language: Its canonical code.
    """
    items = find_items(sentence)
    if not _has_words(sentence, items):
        return 0, 0
    start = _leading_end(sentence, items, language)
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


def _leading_end(sentence: str, items: tuple[Item, ...], language: str) -> int:
    """Return where bullets, numbers of a list and emoji end; a link or a hashtag there is a part of the sentence."""
    pattern = _MARK_WITHOUT_STOP if language.partition("-")[0] in _ORDINAL_STOPS else _MARK
    ends = {item.start: item.end for item in items if item.kind is ItemKind.EMOJI}
    position = 0
    while True:
        if position in ends:
            position = ends[position]
        elif (mark := pattern.match(sentence, position)) and mark.end() > position:
            position = mark.end()
        else:
            return position


def _trailing_start(sentence: str, items: tuple[Item, ...], start: int) -> int:
    """Return where the emoji and links at the end begin, with the hashtags and e-mail addresses among them.

    A hashtag or an e-mail address goes only after the end of a sentence, or after what goes: in "Follow #Brexit" it
    is a part of the sentence.
    """
    position = reached = len(sentence)
    for item in reversed(items):
        if item.kind not in _TRAILING or item.start < start or sentence[item.end : reached].strip(" \t\xa0\n\r"):
            break
        reached = item.start
        before = sentence[max(start, reached - _NEAR_CHARS) : reached].rstrip()
        if not before:
            break
        if item.kind in _OUTSIDE or _END_OF_SENTENCE.search(before[-4:]):
            position = reached
    return position
