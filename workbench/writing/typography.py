"""Fit the typography of a translation to its language: quotation marks, spaces, the marks at its end.

The words are never touched, nor what the caller keeps. What cannot be told for sure is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.languages import primary
from workbench.writing.endings import fit_ending
from workbench.writing.quotes import THIN_SPACE, fit_quotes, has_quotes, marks_of
from workbench.writing.spanish import fit_inverted_marks

NO_BREAK_SPACE = "\u00a0"
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE_COMMA = re.compile(r"(?<=[\w)\]»”%]) +(?=[,.](?:\s|\Z))")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]»”%]) +(?=[;:](?:\s|\Z)|[!?]+(?:\s|\Z|[\"»”)\]]))")
# A mark that stands free: "10:30", "a!b" and ":)" are something else.
_FRENCH_MARK = re.compile(r"(?<=[\w)\]»”%€]) ?(?=[;:](?:\s|\Z|[»”])|[!?]+(?:\s|\Z|[»”)\]]))")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK_MARK = re.compile(rf"(?<=[{_CJK}」』”’）]) ?([,.!?:;])(?:(?=[\"”’」』）)])|\Z| ?(?=[{_CJK}「『“‘（])|(?= ))")
_FULL_WIDTH = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；"}
_UNTOUCHED_SPACE = frozenset({"fr", "br"})
# Letters of a dead script stand for what is kept: words to every rule.
_FIRST_STAND_IN, _LAST_STAND_IN = 0x13000, 0x1342E


def fit_typography(source: str, target: str, target_language: str, keep: Sequence[tuple[int, int]] = ()) -> str:
    """Return the target with the typography of its language; a second time changes nothing more.

    Args:
        source: The sentence that was translated: quotation marks, wide gaps and the mark at its end come from it.
        target: Its translation.
        target_language: BCP 47 code.
        keep: Spans of `target`, start and end in characters, that stay as they are: URLs, placeholders, tags.

    Raises:
        UnknownLanguage: `target_language` is not a language code.
    """
    if not target.strip():
        return target
    spans = _merged(keep, len(target))
    stand_in = _stand_in(target) if spans else ""
    if spans and not stand_in:
        return target
    text = _fitted(source, _hide(target, spans, stand_in), target_language)
    return _show(text, [target[start:end] for start, end in spans], stand_in)


def _fitted(source: str, target: str, language: str) -> str:
    code = primary(language)
    text = _SPACES.sub(" ", target) if _SPACES.search(source) is None else target
    text = _BEFORE_COMMA.sub("", text)
    if code not in _UNTOUCHED_SPACE and _BEFORE_MARK.search(source) is None:
        text = _BEFORE_MARK.sub("", text)
    marks = marks_of(language)
    if marks is not None and has_quotes(source):
        text = fit_quotes(text, marks)
    text = fit_ending(source, text, language)
    if code == "es":
        text = fit_inverted_marks(source, text)
    elif code in ("zh", "ja"):
        text = _CJK_MARK.sub(lambda match: _full_width(match[1], code), text)
    elif code == "fr":
        text = _FRENCH_MARK.sub(lambda match: _french_space(match, language), text)
    return text


def _full_width(mark: str, code: str) -> str:
    return "、" if mark == "," and code == "ja" else _FULL_WIDTH[mark]


def _french_space(match: re.Match[str], language: str) -> str:
    """Return the space before a mark: in Canada only the colon has one."""
    if match.string[match.end()] == ":":
        return NO_BREAK_SPACE
    return "" if language == "fr-CA" else THIN_SPACE


def _merged(keep: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the spans in order, cut to the text, those that overlap or touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in keep):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _stand_in(text: str) -> str:
    """Return a letter that is not in the text, "" in the one text that has all of them."""
    used = set(text)
    return next((chr(code) for code in range(_FIRST_STAND_IN, _LAST_STAND_IN) if chr(code) not in used), "")


def _hide(text: str, spans: list[tuple[int, int]], stand_in: str) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += text[done:start], stand_in
        done = end
    return "".join([*pieces, text[done:]])


def _show(text: str, kept: list[str], stand_in: str) -> str:
    if not kept:
        return text
    first, *rest = text.split(stand_in)
    return first + "".join(was + piece for was, piece in zip(kept, rest, strict=True))
