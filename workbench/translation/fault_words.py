"""What is wrong with a translation, in an editor's words: all of them here, for the desk and the command line."""

from __future__ import annotations

import re

from workbench.translation.faults import Fault, FaultKind
from workbench.wording import words

# For each kind: on the row, then in the open editor; "{noun}", "{the_noun}" and "{detail}" are filled in.
_WORDS = {
    FaultKind.EMPTY: (words("No translation"), words("The model gave nothing back for this sentence.")),
    FaultKind.LOOP: (words("Repeats itself"), words("The translation repeats the same words over and over.")),
    FaultKind.ECHO: (words("Untranslated"), words("The sentence came back untranslated.")),
    FaultKind.WRONG_SCRIPT: (
        words("Wrong script"),
        words("The translation is not in the script of the target language."),
    ),
    FaultKind.WRONG_LANGUAGE: (
        words("Wrong language"),
        words("The translation does not read like the target language."),
    ),
    FaultKind.CUT_OFF: (words("Cut off"), words("The translation was cut off before its end.")),
    FaultKind.DROPPED_TEXT: (words("Text missing"), words("A part of the sentence was left out.")),
    FaultKind.LOST_ITEM: (words("Something missing"), words("Something of the source is missing.")),
    FaultKind.CHANGED_ITEM: (words("Something changed"), words("Something of the source has changed.")),
    FaultKind.BROKEN_TERM: (words("Glossary term missing"), words("A term of the glossary is not used.")),
    FaultKind.TOO_SHORT: (words("Too short"), words("The translation is far shorter than the sentence.")),
    FaultKind.TOO_LONG: (words("Too long"), words("The translation is far longer than the sentence.")),
}


def _with_detail(kind: FaultKind, detail: str, noun: str, the_noun: str) -> tuple[str, str] | None:
    match kind:
        case FaultKind.DROPPED_TEXT:
            return (
                words("Missing: {detail}", detail=detail),
                words("This part of the sentence was left out: “{detail}”.", detail=detail),
            )
        case FaultKind.LOST_ITEM:
            return (
                words("{noun} {detail} missing", noun=noun, detail=detail),
                words("{the_noun} {detail} of the source is missing.", the_noun=the_noun, detail=detail),
            )
        case FaultKind.CHANGED_ITEM:
            return (
                words("{noun} {detail} changed", noun=noun, detail=detail),
                words("{the_noun} {detail} of the source has changed.", the_noun=the_noun, detail=detail),
            )
        case FaultKind.BROKEN_TERM:
            return (
                words("Term missing: {detail}", detail=detail),
                words("The glossary’s “{detail}” is not used.", detail=detail),
            )
        case FaultKind.LOOP:
            return (
                words("Repeats itself"),
                words("The translation repeats “{detail}” over and over.", detail=detail),
            )
    return None


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\w[\w-]*(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_THINGS = (
    (
        words("Address"),
        words("The address"),
        _ADDRESS,
    ),
    (words("E-mail address"), words("The e-mail address"), re.compile(r"[^\s@]+@[^\s@]+\.\w+")),
    (words("Hashtag"), words("The hashtag"), re.compile(r"#\w+")),
    (words("Name"), words("The name"), re.compile(r"@\w+")),
    (words("Placeholder"), words("The placeholder"), re.compile(r"\{[^}]*\}|%\(?\w*\)?[sdf]")),
    (words("Tag"), words("The tag"), re.compile(r"<[^>]+>")),
    (words("Percentage"), words("The percentage"), re.compile(r"[\d.,\s]+(?:%|٪)|%")),
    (words("Amount"), words("The amount"), re.compile(r"(?=.*\d)[^\w\s]*\s*[£$€¥₹].*|.*\d.*[£$€¥₹]")),
    (words("Time"), words("The time"), re.compile(r"\d{1,2}(?::\d\d)+.*")),
    (words("Number"), words("The number"), re.compile(r"[+-]?\d(?:[\d.,\s’']*\d)?")),
)
_TEXT = (words("Text"), words("The text"))
_LONGEST_ON_ROW = 40


def fault_note(fault: Fault) -> str:
    """Return a fault in a few words, for its row: "Number 244,890 missing"."""
    detail = fault.detail if len(fault.detail) <= _LONGEST_ON_ROW else f"{fault.detail[: _LONGEST_ON_ROW - 1]}…"
    return _fill(fault, 0, detail)


def fault_sentence(fault: Fault) -> str:
    """Return a fault as a sentence, for the open editor: "The number 244,890 of the source is missing."."""
    return _fill(fault, 1, fault.detail)


def _fill(fault: Fault, place: int, detail: str) -> str:
    found = _with_detail(fault.kind, detail, *_nouns(fault.detail)) if fault.detail else None
    return (found or _WORDS[fault.kind])[place]


def _nouns(detail: str) -> tuple[str, str]:
    found = ((noun, the_noun) for noun, the_noun, pattern in _THINGS if pattern.fullmatch(detail.strip()))
    return next(found, _TEXT)
