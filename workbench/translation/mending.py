"""Put right what a model changed, where its attention shows the place: no decoding, no guessing.

A wrong number is replaced by the right one, never is a number put where the model wrote none. An address, a tag or
an emoji that is missing goes where its neighbours went. A text comes back changed only if less is wrong with it.
"""

from __future__ import annotations

import regex
from rapidfuzz.fuzz import ratio

from workbench.items import Item, ItemKind, added_items, find_items, localise_number, lost_items
from workbench.items.patterns import NUMERAL, QUANTITIES
from workbench.translation.alignment import Alignment
from workbench.translation.protect import Prepared

_NUMERAL = regex.compile(NUMERAL, regex.V1)
_ALIKE = 50.0
_FINAL_MARKS = ".!?…:;,\"'»”’)"
_MOST_WORDS = 8
_INSERTED = frozenset(set(ItemKind) - QUANTITIES)


def mend(prepared: Prepared, text: str, alignment: Alignment) -> str:
    """Return the translation of a core with what was lost put right where that is certain.

    Args:
        prepared: The sentence.
        text: The model's translation of its core.
        alignment: Of the core and this text.
    """
    if uses := prepared.core_uses:
        text, alignment = _put_terms(uses, text, alignment)
    lost = _lost(prepared, text)
    for item in lost:
        if item.kind in QUANTITIES:
            changed = _replace_number(prepared, item, text, alignment)
        else:
            changed = _place_piece(prepared, item, text, alignment)
        if changed != text and len(_lost(prepared, changed)) < len(_lost(prepared, text)):
            alignment = _shifted(alignment, text, changed)
            text = changed
    return text


def _lost(prepared: Prepared, text: str) -> tuple[Item, ...]:
    return lost_items(prepared.core, text, prepared.source, prepared.target)


def _replace_number(prepared: Prepared, item: Item, text: str, alignment: Alignment) -> str:
    """Put the source's number where the translation has one that the source has not."""
    numeral = _NUMERAL.search(item.text)
    extra = [each for each in added_items(prepared.core, text, prepared.source, prepared.target) if _is_number(each)]
    if numeral is None or not extra:
        return text
    near = [each for each in extra if _looks_at(alignment, each, item)]
    others_lost = [each for each in _lost(prepared, text) if each.kind in QUANTITIES]
    if len(near) == 1:
        [wrong] = near
    elif len(extra) == 1 and len(others_lost) == 1:
        [wrong] = extra
    else:
        return text
    right = localise_number(numeral[0], prepared.source, prepared.target)
    found = _NUMERAL.search(wrong.text)
    if found is None:
        return text
    return text[: wrong.start + found.start()] + right + text[wrong.start + found.end() :]


def _is_number(item: Item) -> bool:
    return item.kind in QUANTITIES and item.kind is not ItemKind.TIME


def _looks_at(alignment: Alignment, piece: Item, item: Item) -> bool:
    span = alignment.source_of(piece.start, piece.end)
    return span is not None and span[0] < item.end and span[1] > item.start


def _place_piece(prepared: Prepared, item: Item, text: str, alignment: Alignment) -> str:
    """Replace a garbled address, tag or emoji, or put a lost one back."""
    span = alignment.target_of(item.start, item.end)
    if span is not None:
        start, end = _whole_words(text, *span)
        garbled = text[start:end]
        while garbled and garbled[-1] in _FINAL_MARKS and not item.text.endswith(garbled[-1]):
            garbled = garbled[:-1]
        is_whole = not any(start < other.end and start + len(garbled) > other.start for other in _good(prepared, text))
        if garbled and is_whole and ratio(garbled.casefold(), item.text.casefold()) >= _ALIKE:
            return text[:start] + item.text + text[start + len(garbled) :]
    place = _place_for(prepared.core, item, text, alignment)
    if place is None:
        return text
    before, after = text[:place], text[place:]
    # White space beside it as in the source, where there is a word to keep it from.
    gap_before = " " if prepared.core[: item.start][-1:].isspace() and before and not before[-1].isspace() else ""
    gap_after = " " if prepared.core[item.end :][:1].isspace() and after and after[0].isalnum() else ""
    return f"{before}{gap_before}{item.text}{gap_after}{after}"


def _good(prepared: Prepared, text: str) -> list[Item]:
    wanted = {each.text for each in prepared.core_items}
    return [each for each in find_items(text) if each.text in wanted]


def _place_for(core: str, item: Item, text: str, alignment: Alignment) -> int | None:
    """Return the offset in the translation where a lost piece belongs; None if nothing shows it."""
    rest, start = core[item.end :], core[: item.start]
    if not any(map(str.isalnum, rest)):
        bare = text.rstrip()
        while bare and bare[-1] in _FINAL_MARKS and bare[-1] in rest:
            bare = bare[:-1]
        return len(bare)
    if not any(map(str.isalnum, start)):
        return 0
    is_opening = item.kind is ItemKind.TAG and not item.text.startswith("</")
    if is_opening and (after := _word_after(core, item.end)) and (span := alignment.target_of(*after)):
        return _whole_words(text, *span)[0]
    if (before := _word_before(core, item.start)) and (span := alignment.target_of(*before)):
        return _whole_words(text, *span)[1]
    if (after := _word_after(core, item.end)) and (span := alignment.target_of(*after)):
        return _whole_words(text, *span)[0]
    return None


def _word_before(text: str, offset: int) -> tuple[int, int] | None:
    matches = list(regex.finditer(r"\w+", text[:offset]))
    return matches[-1].span() if matches else None


def _word_after(text: str, offset: int) -> tuple[int, int] | None:
    match = regex.compile(r"\w+").search(text, offset)
    return match.span() if match else None


def _put_terms(uses: tuple[tuple[int, int, str], ...], text: str, alignment: Alignment) -> tuple[str, Alignment]:
    """Put each term's translation where the model translated the term in its own way."""
    for start, end, wanted in uses:
        span = alignment.target_of(start, end)
        if span is None or wanted.casefold() in text.casefold():
            continue
        first, last = _whole_words(text, *span)
        # An alignment that runs through half the sentence shows nothing.
        if len(text[first:last].split()) > max(3, min(_MOST_WORDS, 2 * len(wanted.split()) + 1)):
            continue
        piece = text[first:last].rstrip(_FINAL_MARKS)
        changed = text[:first] + wanted + text[first + len(piece) :]
        alignment, text = _shifted(alignment, text, changed), changed
    return text, alignment


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while start < end and text[start].isspace():
        start += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _shifted(alignment: Alignment, old: str, new: str) -> Alignment:
    """Return the alignment after one piece of the translation was replaced: what stands behind it moves along."""
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    by = len(new) - len(old)
    return Alignment(tuple(link.moved(by) if link.target_start >= same else link for link in alignment.links))
