"""Spaces where there should be none, and none where there should be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.languages import primary, writes_without_spaces
from workbench.wording import words
from workbench.writing.edits import Edit, edits_of
from workbench.writing.spacing import BEFORE_COMMA, BEFORE_MARK, SPACED_MARKS

# What a rule needs to find anything: looked for first, because most sentences have none of it.
_WIDE = ("  ", "\u00a0", "\u202f", "\t")
_LOOSE = (" ,", " .", " ;", " :", " !", " ?")
_ROOMY = ("( ", " )", "[ ", " ]")
_TIGHT = re.compile(r"[,;،؛.!?…][^\W\d_]")

_ANY = "[ \u00a0\u202f\t]"
_REPEATED = re.compile(rf"(?<=\S)(?: {_ANY}+|[\u00a0\u202f\t]{_ANY}+)(?=\S)")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_EDGE = re.compile(rf"\A{_ANY}+|(?<!\s){_ANY}+\Z")
_IN_BRACKETS = re.compile(r"(?<=[(\[]) (?=[^\s)\]])|(?<=[^\s(\[]) (?=[)\]])")
_BEFORE_FULL_WIDTH = re.compile(rf"(?<=\S){_ANY}+(?=[，。！？；：、）」』])")
_NO_SPACE_AFTER = re.compile(r"(?<=[^\W\d_])[,;،؛](?=[^\W\d_])")
# A full stop too, where a small letter stands before it and a capital after it: not in "U.S.", "3.5", "example.com".
_NO_SPACE_BEHIND = re.compile(r"(?<=[^\W\d_]{2})[.!?…](?=[^\W\d_]{2})")


class Spacing:
    """Spaces around marks and in brackets, double ones, and those at the edges."""

    id: ClassVar[str] = "spacing"
    name: ClassVar[str] = "Spaces"
    description: ClassVar[str] = (
        "Double spaces, spaces at the edges or inside brackets, a space before a comma or full stop (before `; : ! ?` "
        "too, except in French and Breton), or none after one. What the source does itself passes, and so do "
        "addresses, numbers and initials."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("He came, and went.", "Vino , y se fue.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding for each kind of space that is wrong."""
        source, target = visible(pair.source).text, visible(pair.target).text
        code = primary(pair.target_language)
        if (target[:1].isspace() or target[-1:].isspace()) and (edits := _at_edges(source, target)):
            yield mended(self, pair, edits, words("There is a space at the start or the end."))
        if _has(_WIDE, target) and _REPEATED.search(source) is None and (edits := _repeated(target)):
            yield mended(self, pair, edits, words("There are two spaces or more in a row."))
        if edits := _before_marks(source, target, code):
            yield mended(self, pair, edits, words("There is a space before a mark."))
        if (
            _has(_ROOMY, target)
            and _IN_BRACKETS.search(source) is None
            and (edits := edits_of(_IN_BRACKETS, target, ""))
        ):
            yield mended(self, pair, edits, words("There is a space inside the brackets."))
        if edits := _after_marks(source, target, code):
            yield mended(self, pair, edits, words("A space is missing after a mark."))


def _has(pieces: tuple[str, ...], text: str) -> bool:
    return any(piece in text for piece in pieces)


def _at_edges(source: str, target: str) -> list[Edit]:
    return edits_of(_EDGE, target, "") if source == source.strip() and target.strip() else []


def _repeated(target: str) -> list[Edit]:
    return edits_of(_REPEATED, target, _one_space)


def _one_space(match: re.Match[str]) -> str:
    kept = _NO_BREAK.search(match[0])
    return kept[0] if kept else " "


def _before_marks(source: str, target: str, code: str) -> list[Edit]:
    if code in ("zh", "ja"):
        return edits_of(_BEFORE_FULL_WIDTH, target, "")
    if not _has(_LOOSE, target):
        return []
    edits = edits_of(BEFORE_COMMA, target, "") if BEFORE_COMMA.search(source) is None else []
    if code not in SPACED_MARKS and BEFORE_MARK.search(source) is None:
        edits = sorted(edits + edits_of(BEFORE_MARK, target, ""))
    return edits


def _after_marks(source: str, target: str, code: str) -> list[Edit]:
    if _TIGHT.search(target) is None or writes_without_spaces(code):
        return []
    edits: list[Edit] = []
    if _NO_SPACE_AFTER.search(source) is None:
        edits = [(each.end(), each.end(), " ") for each in _NO_SPACE_AFTER.finditer(target)]
    for each in _NO_SPACE_BEHIND.finditer(target):
        at = each.start()
        is_end = target[at - 2 : at].islower() and target[at + 1].isupper() and target[at + 2].islower()
        if is_end and target[at - 2 : at + 3] not in source:
            edits.append((each.end(), each.end(), " "))
    return sorted(edits)
