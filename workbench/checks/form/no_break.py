"""Numbers that a line break may part from their unit, or from themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair
from workbench.checks.findings import Finding, Severity
from workbench.checks.form.mending import mended, visible
from workbench.wording import words
from workbench.writing.edits import Edit, edits_of
from workbench.writing.spacing import NO_BREAK_SPACE

_LOOSE = re.compile(r"\d ")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:[%‰€£]|°[CF]|km/h|[kcm]?m[²³]?|[kmµ]?g|[kcm]?l|ha|[kMGT]?Wh?|[kMG]?Hz|[kMGT]i?B|[MG]bit/s)"
    r"(?![\w²³/]))"
)
_GROUPS = re.compile(r"(?<![\d.,:/\-])(?<!\d )\d{1,3}(?: \d{3}){1,6}(?![\d]| \d)")
_NO_DIGITS = re.compile(r"(?<=\d)[.,'’ \u00a0\u202f](?=\d)")


class NoBreak:
    """An ordinary space between a number and its unit, or inside a number."""

    id: ClassVar[str] = "no_break"
    name: ClassVar[str] = "Number and unit"
    description: ClassVar[str] = (
        "An ordinary space between a number and the sign of its unit (`20 km`, `5 %`), or between the digits of a "
        "number that the source has too (`10 000`): the line may break there."
    )
    severity: ClassVar[Severity] = Severity.HINT
    example: ClassVar[tuple[str, str, str, str]] = ("It is 20 km away.", "Está a 20 km.", "en", "es")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield one finding for all such spaces."""
        target = visible(pair.target).text
        if _LOOSE.search(target) is None:
            return
        edits = edits_of(_UNIT, target, NO_BREAK_SPACE)
        groups = list(_GROUPS.finditer(target))
        if groups:
            known = _NO_DIGITS.sub("", pair.source)
            edits = sorted(edits + [edit for each in groups for edit in _inside(each, known)])
        if edits:
            yield mended(self, pair, edits, words("A line may break here: the space should be a no-break one."))


def _inside(group: re.Match[str], known: str) -> list[Edit]:
    """Return the edits of the spaces in a number, none where the source does not have it."""
    if group[0].replace(" ", "") not in known:
        return []
    places = (group.start() + at for at, character in enumerate(group[0]) if character == " ")
    return [(place, place + 1, NO_BREAK_SPACE) for place in places]
