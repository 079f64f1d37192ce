"""The inverted marks that open a Spanish question or exclamation."""

from __future__ import annotations

import re

_OPENING = {"?": "¿", "!": "¡"}
_SPACE_AFTER = re.compile(r"([¿¡]) +(?=\w)")
# An end of a sentence, or what opens a quotation or a bracket, begins a question anew. A full stop after a short
# word may be that of an abbreviation ("El Sr. Pérez").
# What stands before a question's first word and is no part of it: an emoji, a bullet, an arrow.
_FIRST_WORD = re.compile(r"(?:[^\w\s¿¡\"'“‘«(\[{<@#$%&+/\\~^]+\s+)*\s*")
_START = re.compile(r"(?:(?<=\w{5})\.|(?<=\s[a-zà-ÿ]{4})\.|[!?…:])[\"”»’)\]]*\s+|[«“(\[]|(?<!\S)[\"‘'—–-](?:\s(?=\S))?")
_END = re.compile(r"(?<=[\w)\]»”%.…])[?!]+(?=[\"”»)\]]|['’]*(?:\s+[\"“«(\[¿¡—–-]*[^\W\d_a-zà-ÿ]|\s*\Z|\s+[¿¡—–-]))")


def fit_inverted_marks(source: str, target: str) -> str:
    """Return a Spanish target in which each question, and an exclamation at the end, is opened as it is closed.

    The mark is put at the start of the sentence or quotation that asks. Only where the source asks or exclaims
    too; a name such as "Yahoo!" inside a sentence is none.
    """
    text = _SPACE_AFTER.sub(r"\1", target)
    last = len(text.rstrip("\"”»’')] "))
    ends = [match for match in _END.finditer(text) if _is_meant(match, source, is_last=match.end() >= last)]
    if not ends:
        return text
    starts = _START.finditer(text)
    pieces: list[str] = []
    done = begin = 0
    waiting = next(starts, None)
    for end in ends:
        while waiting is not None and waiting.end() <= end.start():
            begin = max(begin, waiting.end())
            waiting = next(starts, None)
        begin = max(begin, done)
        clause = text[begin : end.start()]
        if clause.strip() and "¿" not in clause and "¡" not in clause and not _opened_before(text, begin):
            begin += _FIRST_WORD.match(clause).end()  # type: ignore[union-attr]  # it matches nothing at all too
            pieces += text[done:begin], _OPENING["?" if "?" in end[0] else "!"], text[begin : end.end()]
        else:
            pieces.append(text[done : end.end()])
        done = begin = end.end()
    return "".join([*pieces, text[done:]])


def _is_meant(end: re.Match[str], source: str, *, is_last: bool) -> bool:
    if "?" in end[0]:
        return any(mark in source for mark in "?？؟")
    return is_last and any(mark in source for mark in "!！")


def _opened_before(text: str, begin: int) -> bool:
    """Say whether an inverted mark stands right before the quotation or bracket that begins at `begin`."""
    before = text[max(0, begin - 4) : begin].rstrip("«“(\"'‘[ ")
    return before.endswith(("¿", "¡"))
