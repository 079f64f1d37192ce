"""What is wrong with a translation, and how sure the model was of it, in an editor's words: all of them here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.services.views import Row
from workbench.translation.confidence import Confidence
from workbench.translation.faults import Fault, FaultKind
from workbench.web.diffs import Piece

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
_CONFIDENCE = {
    Confidence.SURE: "fairly sure",
    Confidence.CHECK: "check it",
    Confidence.DOUBTFUL: "doubtful",
}
_MEANINGS = {
    Confidence.SURE: "The model is fairly sure of this translation. It can still be wrong.",
    Confidence.CHECK: "The model is not very sure of this translation: check it.",
    Confidence.DOUBTFUL: "The model is unsure of this translation: it is probably wrong somewhere.",
}


def fault_note(fault: Fault) -> str:
    """Return a fault in a few words, for its row: "Number 244,890 missing"."""
    detail = fault.detail if len(fault.detail) <= _LONGEST_ON_ROW else f"{fault.detail[: _LONGEST_ON_ROW - 1]}…"
    return _fill(fault, 0, detail)


def fault_sentence(fault: Fault) -> str:
    """Return a fault as a sentence, for the open editor: "The number 244,890 of the source is missing."."""
    return _fill(fault, 1, fault.detail)


def marked_source(source: str, faults: Iterable[Fault]) -> tuple[Piece, ...]:
    """Return the source with the pieces that its faults are about as "marked", the rest as "same".

    A piece that stands there twice is marked twice: which of them got lost is not known. A missing term names
    words of the translation, which are not looked for here.
    """
    found = {fault.detail for fault in faults if fault.detail and fault.kind is not FaultKind.BROKEN_TERM}
    details = sorted(found, key=len, reverse=True)
    if not details:
        return (Piece("same", source),)
    parts = re.split("(" + "|".join(map(_whole_words, details)) + ")", source)
    return tuple(Piece("marked" if place % 2 else "same", part) for place, part in enumerate(parts) if part)


def confidence_word(confidence: Confidence) -> str:
    """Return "fairly sure", "check it" or "doubtful"."""
    return _CONFIDENCE[confidence]


def confidence_meaning(confidence: Confidence, faults: Sequence[Fault] = (), *, is_measured: bool = True) -> str:
    """Return what the word means, for whoever points at its mark."""
    if faults:
        return f"Doubtful: {' '.join(map(fault_sentence, faults))}"
    note = "" if is_measured else " How far its sureness can be trusted was not measured for this model."
    return _MEANINGS[confidence] + note


def row_faults(row: Row) -> tuple[Fault, ...]:
    """Return the faults of the text that stands in a row: a reviewed text has none of the model's.

    A missing term that the row's line of terms tells of, with the words of the source, is not told twice.
    """
    if row.state != "flagged":
        return ()
    told = {Fault(FaultKind.BROKEN_TERM, term.wanted) for term in row.broken_terms}
    return tuple(fault for fault in row.faults if fault not in told)


def _whole_words(text: str) -> str:
    """Return a pattern that finds a text, but not inside a word or a number."""
    start = r"(?<!\w)(?<!\d[.,])" if re.match(r"\w", text) else ""
    end = r"(?!\w)(?![.,]\d)" if re.search(r"\w\Z", text) else ""
    return f"{start}{re.escape(text)}{end}"


def _fill(fault: Fault, place: int, detail: str) -> str:
    words = (_WITH_DETAIL if fault.detail else _WORDS).get(fault.kind, _WORDS[fault.kind])[place]
    thing = _thing(fault.detail) if fault.detail else "something"
    return words.format(thing=thing, Thing=thing[:1].upper() + thing[1:], detail=detail)


def _thing(detail: str) -> str:
    return next((name for name, pattern in _THINGS if pattern.fullmatch(detail.strip())), "text")
