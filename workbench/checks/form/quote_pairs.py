"""Quotation marks that have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import mended, visible
from workbench.languages import primary
from workbench.wording import words
from workbench.writing.edits import Edit
from workbench.writing.endings import puts_stop_outside

_DOUBLE = re.compile('["“”„‟«»「」『』]')
_INCH = re.compile(r'(?<=\d)"')
_SINGLE_OPENED = re.compile(r"(?<![^\s(\[\"“«„—–-])['‘](?=\w)")
_SINGLE_CLOSED = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_CLOSED_BY = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "”": "”"}
_TAIL = re.compile(r"[.,;:!?…。！？\s]*\Z")


class QuotePairs:
    """A quotation that is opened and not closed, or the other way round."""

    id: ClassVar[str] = "quote_pairs"
    name: ClassVar[str] = "Quotation marks in pairs"
    description: ClassVar[str] = (
        "An odd number of double quotation marks, where the source has an even one. Quotations that go on over several "
        "sentences pass, as the source is odd there too, and so do apostrophes and inches."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ('"I know," he said.', "«Lo sé, dijo.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the last mark, which may be the one without a partner."""
        hidden = visible(pair.target)
        found = [each.start() for each in _DOUBLE.finditer(hidden.text)]
        source = visible(pair.source).text
        if len(found) % 2 == 0 or _INCH.search(hidden.text) or _may_be_odd(source):
            return
        message = words("A quotation mark has no partner.")
        edit = _mend(source, hidden.text, found, primary(pair.target_language))
        if edit is None:
            place = hidden.offset(found[-1])
            yield finding_in(self, pair, Side.TARGET, (place, place + 1), message)
        else:
            yield mended(self, pair, [edit], message)


def _may_be_odd(source: str) -> bool:
    """Say whether a quotation of the source goes on in another sentence, in marks of any kind, or may be inches."""
    if len(_DOUBLE.findall(source)) % 2 or _INCH.search(source):
        return True
    return len(_SINGLE_OPENED.findall(source)) != len(_SINGLE_CLOSED.findall(source))


def _mend(source: str, text: str, found: list[int], code: str) -> Edit | None:
    """Return the edit that is surely right: only where all of the source is one quotation."""
    marks = [each.start() for each in _DOUBLE.finditer(source)]
    body = source.strip()
    if len(marks) == 2 and len(found) == 1:
        first = len(source) - len(source.lstrip())
        is_whole = marks[0] == first and marks[1] >= first + len(body) - 2
        if is_whole and found[0] == len(text) - len(text.lstrip()) and text[found[0]] in _CLOSED_BY:
            end = len(text.rstrip())
            closing = _CLOSED_BY[text[found[0]]]
            if end - found[0] > 1:
                last = text[end - 1]
                is_outside = last == "." and puts_stop_outside(code)
                return end - 1, end, closing + last if is_outside else last + closing
    return None
