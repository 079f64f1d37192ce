"""What tools leave behind in a text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.wording import words
from workbench.writing.edits import apply_edits

_JUNK = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});"
    r"|\u2581+|<(?:unk|pad|s|/s)>|\u2047|(?<=\w)@@ (?=\w)"  # of tokenizers
    r"|\\(?:n|r|t|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})(?![a-z])"
    # UTF-8 read as Windows-1252: two or three characters for one.
    r"|\u00c3[\u0080-\u00bf\u0192\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u203a\u20ac\u2122]"
    r"|\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u0161\u0178\u017e\u2013-\u203a\u02dc\u2122]"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+"
)
_STARTS = re.compile("[&\\\\\u2581<\u2047@\u00c3\u00e2\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPES = {"n": "\n", "r": "", "t": "\t"}


class Junk:
    """Entities, pieces of tokens, broken encodings, control characters."""

    id: ClassVar[str] = "junk"
    name: ClassVar[str] = "Left-over code"
    description: ClassVar[str] = (
        "Character entities (`&amp;`), pieces of a model's tokens, escapes (`\\n`), letters in a broken encoding "
        "(`Ã©`) or control characters that the source does not have."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Fish and chips", "Fish &amp; chips à emporter", "en", "fr")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all that is left over."""
        if _STARTS.search(pair.target) is None:
            return
        found = [each for each in _JUNK.finditer(pair.target) if each[0] not in pair.source]
        edits = [(each.start(), each.end(), _mended(each[0])) for each in found]
        edits = [(start, end, new) for start, end, new in edits if new != pair.target[start:end]]
        if edits:
            start, end, _ = edits[0]
            message = words("“{piece}” is left over from a tool.", piece=_shown(pair.target[start:end]))
            fix = apply_edits(pair.target, edits)
            yield finding_in(self, pair, Side.TARGET, (start, end), message, fix=fix if fix.strip() else None)


def _mended(piece: str) -> str:
    if piece[0] == "&":
        return html.unescape(piece).replace("\x00", "")
    if piece[0] == "\u2581":
        return " "
    if piece[0] == "\\":
        code = piece[1]
        return _ESCAPES[code] if code in _ESCAPES else chr(int(piece[2:], 16))
    if piece[0] in "\u00c3\u00e2":
        try:
            return piece.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return piece
    return ""


def _shown(piece: str) -> str:
    return piece if piece.isprintable() else ascii(piece)[1:-1]
