"""How a sentence ends: the full stop, question or exclamation mark of a source made right in its translation."""

from __future__ import annotations

import re

from workbench.languages import primary

_STOPS = ".。．।۔။"
_QUESTIONS = "?？؟\u037e"
_EXCLAMATIONS = "!！"
_COLONS = ":："
_MARKS = f"{_STOPS}{_QUESTIONS}{_EXCLAMATIONS}{_COLONS}…"
_QUOTES_CLOSED = "\"”“»«’‘'」』›"
_DOUBLE = '"“”„«»「」『』'
_CLOSERS = f"{_QUOTES_CLOSED})]）］"
_BLANKS = " \u00a0\u202f"
# What a word ends with, and so a sentence that lacks its mark.
_ENDS_A_WORD = re.compile(r"[^\W_]|[%‰°€$£¥²³]|\u0303|[\u0900-\u0e7f]")
_ABBREVIATION = re.compile(r"(?:\.\S+|\.\s?\w{1,3}|(?:^|(?<=[\s(«“\"]))\w)\Z")
_LONGEST_ABBREVIATION = 20

_OF_LANGUAGE: dict[str, dict[str, str]] = {
    "zh": {".": "。", "?": "？", "!": "！", ":": "：", "…": "……"},
    "ja": {".": "。", "?": "？", "!": "！", ":": "："},
    "ar": {"?": "؟"},
    "fa": {"?": "؟"},
    "ur": {".": "۔", "?": "؟"},
    "hi": {".": "।"},
    "mr": {},
    "bn": {".": "।"},
    "my": {".": "။", "?": "။", "!": "။"},
    "el": {"?": ";"},
    "hy": {".": "։", "?": "", "!": ""},
    # No full stop there: a blank ends the sentence.
    "th": {".": "", "…": "…"},
    "lo": {".": ""},
    "km": {".": "។"},
}
# Languages that put a full stop behind the closing quotation mark, whatever it belongs to.
_STOP_OUTSIDE = frozenset({"es", "ca", "gl", "it", "pt", "ru", "uk", "be"})


def fit_ending(source: str, target: str, language: str) -> str:
    """Return the target with the mark its source ends with, where the target has none or a mere full stop.

    A mark that is missing is added. A full stop, comma or semicolon where the source asks or exclaims gives way;
    every other difference may be meant and stays. Where the source only quotes a question at its end, the
    translation may report it in its own words: then it is left.
    """
    body, closers = _cut(target)
    if not body:
        return target
    if body.endswith("..") and not body.endswith("...") and not _cut(source)[0].endswith(".."):
        target, body = f"{body[:-1]}{closers}", body[:-1]
    wanted = end_kind(source)
    if wanted is None:
        return target
    code = primary(language)
    mark = _OF_LANGUAGE.get(code, {}).get(wanted, wanted)
    found = end_kind(target) or (";" if body[-1] == ";" else None)
    if not mark or found == wanted or (mark == ";" and found == ";"):
        return _without_stop_after(target, source)
    if wanted in "?!" and not _is_said_by_all(source):
        return _without_stop_after(target, source)
    if found is None:
        return _added(source, body, closers, mark, code)
    if body[:-1].rstrip(_CLOSERS) != body[:-1] and end_kind(body[:-1]) is not None:  # "… sagte er!“.": marked already
        return target
    if wanted in "?!" and found in ".;:":
        kept = body if found == "." and _is_abbreviated(body) else body[:-1].rstrip(_BLANKS)
        return f"{kept}{mark}{closers}" if kept else target
    return _without_stop_after(target, source)


def _cut(text: str) -> tuple[str, str]:
    """Split off the quotation marks, brackets and blanks at the end."""
    body = text.rstrip(_CLOSERS + _BLANKS)
    return body, text[len(body) :]


def end_kind(text: str) -> str | None:
    """Return the kind of a text's last mark: `.`, `?`, `!`, `:`, `…`, or None."""
    body, closers = _cut(text)
    run = body[len(body.rstrip(_MARKS)) :]
    if not run or run == body:  # only marks: no sentence
        return None
    for kind, marks in (("?", _QUESTIONS), ("!", _EXCLAMATIONS), ("…", "…")):
        if any(mark in run for mark in marks):
            return kind
    if run.endswith("..."):
        return "…"
    if run[-1] in _COLONS:
        return None if closers.strip(_BLANKS) else ":"
    return "."


def _is_said_by_all(source: str) -> bool:
    """Say whether the mark at the end is that of the whole sentence, not of something quoted in it."""
    _, closers = _cut(source)
    at = [index for index, character in enumerate(source) if character in _DOUBLE]
    if any(character in _QUOTES_CLOSED for character in closers):
        first = len(source) - len(source.lstrip())
        return not at or (len(at) == 2 and at[0] == first)
    return len(at) % 2 == 0


def ends_with_abbreviation(text: str) -> bool:
    """Say whether the full stop at the end is, or may be, that of an abbreviation: "EE. UU.", "p. m."."""
    body, _ = _cut(text)
    return body.endswith(".") and _is_abbreviated(body)


def puts_stop_outside(code: str) -> bool:
    """Say whether a language (primary code) puts a full stop behind the closing quotation mark."""
    return code in _STOP_OUTSIDE


def _added(source: str, body: str, closers: str, mark: str, code: str) -> str:
    if _ENDS_A_WORD.search(body[-1]) is None:
        return body + closers
    if code == "ja" and mark == "。" and closers.startswith("」"):
        return body + closers  # no full stop after speech there
    _, of_source = _cut(source)
    ended_inside = bool(of_source.strip(_BLANKS))
    closed = closers.rstrip(_BLANKS)
    is_quote = closed != "" and closed[-1] in _QUOTES_CLOSED
    if not closed or (ended_inside and not (is_quote and mark == "." and code in _STOP_OUTSIDE)):
        return f"{body}{mark}{closers}"
    return f"{body}{closed}{mark}{closers[len(closed) :]}"


def _is_abbreviated(body: str) -> bool:
    """Say whether the full stop at the end is that of "EE. UU." or "p. m.", which stays before another mark."""
    return _ABBREVIATION.search(body[-_LONGEST_ABBREVIATION:-1]) is not None


def _without_stop_after(target: str, source: str) -> str:
    """Drop a full stop right behind `?`, `!` or `…` at the very end, unless the source has one there too."""
    if len(target) > 1 and target[-1] == "." and target[-2] in "?!…" and source[-1:] != ".":
        return target[:-1]
    return target
