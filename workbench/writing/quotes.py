"""Quotation marks of a text, changed into those that its language writes.

Only pairs are changed, and only when every mark of the text is half of a pair: one mark too many, and the text
stays as it is. Apostrophes and the marks of feet and inches are never taken for quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.writing.quote_marks import THIN_SPACE, Marks, styles_of

_BLANKS = " \u00a0\u202f\u2009"

_MARK = re.compile("[\"“”„‟«»「」『』'‘’]")
_DOUBLE = re.compile('["“”„‟«»「」『』]')
_CLOSED_BY = {
    '"': '"”',
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    "«": "»",
    "「": "」",
    "『": "』",
    "'": "'",
    "‘": "’",
}
_SINGLE = "'‘’"
_FIRST_UNSPACED = "\u2e80"  # from here on: Chinese and Japanese


@dataclass(slots=True)
class _Pair:
    start: int
    end: int = -1
    depth: int = 0


def has_quotes(text: str) -> bool:
    """Say whether there is a double quotation mark or bracket of any language in it."""
    return _DOUBLE.search(text) is not None


def has_other_style(text: str, language: str) -> bool:
    """Say whether a quotation stands in marks that the language's press does not use.

    Not where a mark has no partner: nothing can be told then. Nor of quotations within another.
    """
    pairs = _pairs(text)
    styles = styles_of(language)
    if not pairs or not styles:
        return False
    return any(text[pair.start] + text[pair.end] not in styles for pair in pairs if pair.depth % 2 == 0)


def fit_quotes(text: str, marks: Marks) -> str:
    """Return the text with its quotation marks replaced, or as it is where one has no partner."""
    pairs = _pairs(text)
    if not pairs:
        return text
    changes: list[tuple[int, int, str]] = []
    for pair in pairs:
        style = marks.inner if pair.depth % 2 else marks.outer
        opening, closing = style[0], style[1]
        space = "" if pair.depth % 2 else marks.space
        inside, beyond = _after_blanks(text, pair.start + 1), _before_blanks(text, pair.end)
        changes.append((pair.start, inside, opening + _kept_space(text[pair.start + 1 : inside], space)))
        changes.append((beyond, pair.end + 1, _kept_space(text[beyond : pair.end], space) + closing))
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(changes):
        if start < done:  # two marks with only a blank between: a quotation of nothing
            return text
        pieces += text[done:start], new
        done = end
    return "".join([*pieces, text[done:]])


def _pairs(text: str) -> list[_Pair] | None:
    """Return the pairs of a text with how deep each stands, or None when a double mark has no partner."""
    found: list[_Pair] = []
    waiting: list[_Pair] = []
    singles: list[int] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in _SINGLE:
            if waiting:
                singles.append(at)
            continue
        opener = waiting[-1] if waiting else None
        if opener is not None and mark in _CLOSED_BY[text[opener.start]] and _can_close(text, at):
            waiting.pop()
            opener.end = at
            found.append(opener)
            if not waiting:
                inner = _single_pair(text, singles)
                found += [inner] if inner else []
                singles.clear()
        elif mark == '"' and _is_inch(text, at):
            continue
        elif mark in _CLOSED_BY and _can_open(text, at):
            waiting.append(_Pair(at, depth=len(waiting)))
        else:
            return None
    return None if waiting else found


def _single_pair(text: str, at: list[int]) -> _Pair | None:
    """Return the one pair of single marks inside a quotation; with more than two marks to choose from, none."""
    openings = [i for i in at if text[i] in "'‘" and _can_open(text, i) and not _can_close(text, i)]
    closings = [i for i in at if text[i] in "'’" and _can_close(text, i) and not _is_letter(text, i + 1)]
    if len(openings) != 1 or len(closings) != 1 or not openings[0] < closings[0]:
        return None
    return _Pair(openings[0], closings[0], 1) if text[closings[0]] == _CLOSED_BY[text[openings[0]]] else None


def _kept_space(blanks: str, space: str) -> str:
    """Return the space a language wants; a no-break space of the other width is as right and stays."""
    return blanks if space and blanks in ("\u00a0", THIN_SPACE) else space


def _is_letter(text: str, at: int) -> bool:
    return at < len(text) and text[at].isalnum()


def _can_open(text: str, at: int) -> bool:
    """Say whether something to quote follows, and (but for scripts without blanks) no letter stands before it."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else ""
    spaced = text[at] == "«" and after != "" and after in _BLANKS
    return (
        bool(after)
        and (spaced or not after.isspace())
        and not (before.isalnum() and before < _FIRST_UNSPACED and text[at] in "\"'‘”")
    )


def _can_close(text: str, at: int) -> bool:
    before = text[at - 1 : at] if at else ""
    return bool(before) and (not before.isspace() or text[at] == "»")


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _before_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _BLANKS:
        at -= 1
    return at
