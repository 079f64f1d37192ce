"""What is wrong with a translation, in an editor's words: all of them here, for the desk and the command line."""

from __future__ import annotations

import re

from workbench.translation.faults import Fault, FaultKind

# For each kind: on the row, then in the open editor; "{thing}" and "{detail}" are filled in.
_WORDS = {
    FaultKind.EMPTY: ("No translation", "The model gave nothing back for this sentence."),
    FaultKind.LOOP: ("Repeats itself", "The translation repeats the same words over and over."),
    FaultKind.ECHO: ("Untranslated", "The sentence came back untranslated."),
    FaultKind.WRONG_SCRIPT: ("Wrong script", "The translation is not in the script of the target language."),
    FaultKind.WRONG_LANGUAGE: ("Wrong language", "The translation does not read like the target language."),
    FaultKind.CUT_OFF: ("Cut off", "The translation was cut off before its end."),
    FaultKind.DROPPED_TEXT: ("Text missing", "A part of the sentence was left out."),
    FaultKind.LOST_ITEM: ("{Thing} missing", "{Thing} of the source is missing."),
    FaultKind.CHANGED_ITEM: ("{Thing} changed", "{Thing} of the source has changed."),
    FaultKind.BROKEN_TERM: ("Glossary term missing", "A term of the glossary is not used."),
    FaultKind.TOO_SHORT: ("Too short", "The translation is far shorter than the sentence."),
    FaultKind.TOO_LONG: ("Too long", "The translation is far longer than the sentence."),
}
_WITH_DETAIL = {
    FaultKind.DROPPED_TEXT: ("Missing: {detail}", "This part of the sentence was left out: “{detail}”."),
    FaultKind.LOST_ITEM: ("{Thing} {detail} missing", "The {thing} {detail} of the source is missing."),
    FaultKind.CHANGED_ITEM: ("{Thing} {detail} changed", "The {thing} {detail} of the source has changed."),
    FaultKind.BROKEN_TERM: ("Term missing: {detail}", "The glossary’s “{detail}” is not used."),
    FaultKind.LOOP: ("Repeats itself", "The translation repeats “{detail}” over and over."),
}
_THINGS = (
    ("address", re.compile(r"(?:https?://|www\.)\S+|\w[\w-]*(?:\.[\w-]+)+/\S*", re.IGNORECASE)),
    ("e-mail address", re.compile(r"[^\s@]+@[^\s@]+\.\w+")),
    ("hashtag", re.compile(r"#\w+")),
    ("name", re.compile(r"@\w+")),
    ("placeholder", re.compile(r"\{[^}]*\}|%\(?\w*\)?[sdf]")),
    ("tag", re.compile(r"<[^>]+>")),
    ("percentage", re.compile(r"[\d.,\s]+(?:%|٪)|%")),
    ("amount", re.compile(r"(?=.*\d)[^\w\s]*\s*[£$€¥₹].*|.*\d.*[£$€¥₹]")),
    ("time", re.compile(r"\d{1,2}(?::\d\d)+.*")),
    ("number", re.compile(r"[+-]?\d(?:[\d.,\s’']*\d)?")),
)
_LONGEST_ON_ROW = 40


def fault_note(fault: Fault) -> str:
    """Return a fault in a few words, for its row: "Number 244,890 missing"."""
    detail = fault.detail if len(fault.detail) <= _LONGEST_ON_ROW else f"{fault.detail[: _LONGEST_ON_ROW - 1]}…"
    return _fill(fault, 0, detail)


def fault_sentence(fault: Fault) -> str:
    """Return a fault as a sentence, for the open editor: "The number 244,890 of the source is missing."."""
    return _fill(fault, 1, fault.detail)


def _fill(fault: Fault, place: int, detail: str) -> str:
    words = (_WITH_DETAIL if fault.detail else _WORDS).get(fault.kind, _WORDS[fault.kind])[place]
    thing = _thing(fault.detail) if fault.detail else "something"
    return words.format(thing=thing, Thing=thing[:1].upper() + thing[1:], detail=detail)


def _thing(detail: str) -> str:
    return next((name for name, pattern in _THINGS if pattern.fullmatch(detail.strip())), "text")
