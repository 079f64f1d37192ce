"""The mark a sentence ends with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import difference, mended, visible
from workbench.wording import words
from workbench.writing.edits import Edit
from workbench.writing.endings import end_kind, ends_with_abbreviation, fit_ending

_ASKING = frozenset("?!")
_STOPS = frozenset(".。।۔")
_SHOWN = 12


class EndMark:
    """The mark at the end of the source is lost, or another."""

    id: ClassVar[str] = "end_mark"
    name: ClassVar[str] = "Mark at the end"
    description: ClassVar[str] = (
        "The full stop, question or exclamation mark, colon or ellipsis that the source ends with is not there, in the "
        "form that the language gives it, or the translation asks or exclaims and the source does not. A question that "
        "the source only quotes passes, and so does Thai without its full stop."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("Will it rain?", "Wird es regnen", "en", "de")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield at most one finding."""
        if (
            pair.source[-1:] == "." == pair.target[-1:]
            and pair.source[-2:-1].isalnum()
            and pair.target[-2:-1].isalnum()
        ):
            return  # as nine sentences in ten are
        source, target = visible(pair.source).text, visible(pair.target).text
        found, wanted = end_kind(target), end_kind(source)
        if found is None and wanted == "." and ends_with_abbreviation(source):
            return
        text = fit_ending(source, target, pair.target_language)
        if text != target:
            is_missing = found is None and wanted is not None
            message = (
                words("The mark at the end is missing.")
                if is_missing
                else words("The mark at the end is not that of the source.")
            )
            yield mended(self, pair, [_with_its_word(difference(target, text), target)], message)
        elif found in _ASKING and wanted is not None and wanted not in _ASKING:
            end = len(pair.target.rstrip())
            yield finding_in(
                self,
                pair,
                Side.TARGET,
                (end - 1, end),
                words("The mark at the end is not that of the source."),
                severity=Severity.HINT,
            )
        elif found == "." and wanted is None and _ends_bare(source) and not ends_with_abbreviation(target):
            edit = (len(target.rstrip()) - 1, len(target.rstrip()), "")
            if target[edit[0]] in _STOPS:
                message = words("The source has no full stop at its end.")
                yield mended(self, pair, [_with_its_word(edit, target)], message, severity=Severity.HINT)


def _ends_bare(source: str) -> bool:
    """Say whether a text ends with a word, as headlines do, and not in a script whose marks are unknown here."""
    return source.rstrip()[-1:].isalnum()


def _with_its_word(edit: Edit, text: str) -> Edit:
    """Return an edit that has something to show: the end of the word before it."""
    start, end, new = edit
    first = max(start - _SHOWN, text.rfind(" ", 0, start) + 1)
    return first, end, text[first:start] + new
