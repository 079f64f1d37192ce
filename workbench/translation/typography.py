"""Quotation marks, spaces and end marks as the target language sets them. Words and items stay as they are."""

from __future__ import annotations

from collections.abc import Callable

import regex

from workbench.items import NUMERIC, find_items

NARROW = "\u202f"
NBSP = "\xa0"
# Outer and inner marks. Source: Unicode CLDR, delimiters; for Portuguese and Dutch as newspapers set them.
QUOTES: dict[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "es": ("«", "»", "“", "”"),
    "fr": (f"«{NARROW}", f"{NARROW}»", "“", "”"),
    "de": ("„", "“", "‚", "‘"),
    "it": ("«", "»", "“", "”"),
    "pt": ("“", "”", "‘", "’"),
    "nl": ("‘", "’", "“", "”"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "pl": ("„", "”", "«", "»"),
    "cs": ("„", "“", "‚", "‘"),
}
_DOUBLE = regex.compile(r"[“”„\"«»‟]")
_SPACES = r"[\x20\xa0\u2009\u202f]"
_BEFORE_OPENING = regex.compile(r"[\s(\[{¿¡—–/>-]")
_HIGH_MARK = regex.compile(rf"(?<=[\p{{L}}\p{{M}}\p{{Nd}}\)\]»”%€]){_SPACES}*+([;!?]++)(?=\s|$|[»”\)\]])")
_COLON = regex.compile(rf"(?<=[\p{{L}}\p{{M}}\)\]»”%€]){_SPACES}*+:(?=\s|$)")
_MANY_SPACES = regex.compile(r"(?<=\S)\x20{2,}+(?=\S)")
_DOUBLE_STOP = regex.compile(r"(?<![.…])\.([»”“’\"\x20\xa0\u202f]{0,2})\.(?!\.)\s*+$")
_END = regex.compile(r"([.!?…:;。！？]++)([»”“’‘\"')\]\x20\xa0\u2009\u202f]*+)$")
_CLOSERS = "»”“’‘\"')] \xa0\u2009\u202f"
_PLAIN_ENDS = {"。": ".", "！": "!", "？": "?", "...": "…"}
_FULL_WIDTH = frozenset({"zh", "ja"})
_SENTENCE_START = regex.compile(r"(?:[.!?…:][»”\"')\]]*+|^)\s++|^")


def typeset(text: str, language: str, source: str = "") -> str:
    """Return a translation as its language is set; twice is as good as once.

    Args:
        text: A translated sentence.
        language: Canonical code of its language.
        source: The sentence that it translates: its end mark is put right after; "" leaves the end alone.
    """
    base = language.partition("-")[0]
    text = _outside_items(text, lambda piece: _MANY_SPACES.sub(" ", piece))
    if source:
        text = _with_end(text, source, base)
    text = _DOUBLE_STOP.sub(r".\1", text)
    if base == "es":
        text = _with_opening_mark(text)
    text = _quoted(text, base)
    if base == "fr":
        text = _outside_items(text, _french_spaces)
    return text


def _outside_items(text: str, change: Callable[[str], str]) -> str:
    """Apply a change between the URLs, placeholders, tags and so on, which stay as they are."""
    pieces: list[str] = []
    position = 0
    for item in find_items(text):
        if item.kind not in NUMERIC:
            pieces += change(text[position : item.start]), item.text
            position = item.end
    return "".join(pieces) + change(text[position:])


def _french_spaces(text: str) -> str:
    return _COLON.sub(f"{NBSP}:", _HIGH_MARK.sub(rf"{NARROW}\1", text))


def _quoted(text: str, base: str) -> str:
    """Return the text with the language's quotation marks; as it is when they are not in pairs."""
    style = QUOTES.get(base)
    if style is None:
        return text
    taken = [item for item in find_items(text) if item.kind not in NUMERIC]
    marks: list[tuple[int, int, bool, int]] = []
    depth, index = 0, 0
    for match in _DOUBLE.finditer(text):
        start = match.start()
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index < len(taken) and taken[index].start <= start:
            continue
        if match[0] == '"' and text[start - 1 : start].isdigit() and not depth:
            return text  # inches
        is_opening = _opens(text, start, match[0], depth)
        if is_opening is None or (not is_opening and not depth) or (is_opening and depth == 2):
            return text
        depth += 0 if is_opening else -1
        marks.append((start, match.end(), is_opening, depth))
        depth += 1 if is_opening else 0
    if depth or not marks:
        return text
    pieces: list[str] = []
    position = 0
    for start, end, is_opening, level in marks:
        before, mark = text[position:start], style[2 * level + (not is_opening)]
        if not is_opening:
            before = before.rstrip(" \xa0\u2009\u202f")
        pieces += before, mark
        position = end
        if is_opening:
            while position < len(text) and text[position] in " \xa0\u2009\u202f":
                position += 1
    return "".join(pieces) + text[position:]


def _opens(text: str, start: int, mark: str, depth: int) -> bool | None:
    """Say whether a mark opens; None when it can be neither or both."""
    if mark in "„‟":
        return True
    if mark in "«»":
        return mark == "«"
    before, after = text[start - 1 : start] or " ", text[start + 1 : start + 2] or " "
    may_open = bool(_BEFORE_OPENING.match(before)) or before in '«“„‘"'
    can_open = may_open and not after.isspace()
    can_close = not before.isspace() and depth > 0
    if mark == "“" and can_open and not (depth and before == "“"):
        return True
    if mark == "”":
        return False if depth else None
    if can_open and not can_close:
        return True
    if can_close:
        return False
    return None


def _with_opening_mark(text: str) -> str:
    """Put ¿ or ¡ where a Spanish question or exclamation that ends the text begins."""
    match = _END.search(text)
    mark = match[1][-1] if match else ""
    if match is None or mark not in "?!":
        return text
    opening = "¿" if mark == "?" else "¡"
    body = text[: match.start()]
    last_end = -1
    for found in regex.finditer(r"[.!?…:](?=[»”\"')\]]*+\s)", body):
        last_end = found.end()
    if opening in body[max(last_end, 0) :]:
        return text
    start = max(last_end, 0)
    while start < len(body) and not body[start].isalnum() and body[start] not in "¿¡@#{<":
        start += 1
    return text if start >= len(body) else f"{text[:start]}{opening}{text[start:]}"


def _with_end(text: str, source: str, base: str) -> str:
    """Give the text the end mark of its source: a lost one is added, a plainly wrong one replaced."""
    body = text.rstrip(_CLOSERS)
    closers = text[len(body) :]
    wanted = _end_mark(source)
    items = find_items(body)
    ends_in_number = bool(wanted and items and items[-1].kind in NUMERIC)
    ends_in_item = body[-1:] in set("{}<>/@#") or bool(items and items[-1].end == len(body))
    if not body or (ends_in_item and not ends_in_number):
        return text
    found = _end_mark(text)
    if wanted == found or not wanted and found not in ".":
        return text
    if not wanted:
        # A headline has no full stop; one that the model added goes, a shortened word keeps its own.
        is_plain = body.endswith(".") and not body.endswith("..") and regex.search(r"\p{Ll}{4,}\.$", body)
        return body[:-1] + closers if found == "." and is_plain else text
    if base in _FULL_WIDTH and regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}]", body):
        wanted = {".": "。", "!": "！", "?": "？"}.get(wanted, wanted)
        if found in {".": "。", "!": "！", "?": "？"}.values():
            return text
    if not found:
        return f"{body.rstrip(',;—–- ')}{wanted}{closers}"
    if found in ".:;" and wanted in "?!…:." and len(found) == 1:
        return f"{body[:-1]}{wanted}{closers}"
    return text


def _end_mark(text: str) -> str:
    body = text.rstrip(_CLOSERS)
    match = regex.search(r"[.!?…:;。！？]++$", body)
    if match is None:
        return ""
    return _PLAIN_ENDS.get(match[0], match[0])
