"""A translation that is its own source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.titles import is_translated_around_titles
from workbench.languages import primary, writes_without_spaces
from workbench.wording import words
from workbench.writing.echoes import are_close, is_echo, may_echo, words_alone
from workbench.writing.scripts import letters_of

_LEAST_SHARED = 2  # words with what clings to them; an echo has four of its words at least
_LEAST_SIGNS = 2


class Untranslated:
    """The translation is the source, or most of its words are."""

    id: ClassVar[str] = "untranslated"
    name: ClassVar[str] = "Untranslated"
    description: ClassVar[str] = (
        "Most words of the translation are words of the source. Names, titles in quotation marks, numbers, addresses "
        "and single words are the same in both languages and pass, and so do sentences of less than eight words "
        "between close languages."
    )
    severity: ClassVar[Severity] = Severity.BLOCKING
    example: ClassVar[tuple[str, str, str, str]] = (
        "The council met in the old town hall.",
        "The council met in the old town hall.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding on the whole translation; a short one that is the same is only a warning."""
        source, target = primary(pair.source_language), primary(pair.target_language)
        if source == target:
            return
        if pair.source == pair.target and _has_foreign_signs(pair):
            message = words("The translation is the same as the source.")
            yield finding_in(self, pair, Side.TARGET, None, message)
            return
        theirs = pair.target.split()
        mine = set(pair.source.split())
        if not writes_without_spaces(source) and sum(word in mine for word in theirs) < _LEAST_SHARED:
            return
        message = words("This is the source, or most of it.")
        both = pair.source, pair.target
        if may_echo(*both, source) and is_echo(*words_alone(*both), source, target):
            if is_translated_around_titles(pair):
                return
            yield finding_in(self, pair, Side.TARGET, None, message)
        elif pair.source == pair.target and not are_close(source, target):
            small = [word for word in theirs if word.isalpha() and word.islower()]
            if len(small) >= _LEAST_SHARED:
                message = words("The translation is the same as the source.")
                yield finding_in(self, pair, Side.TARGET, None, message, severity=Severity.WARNING)


def _has_foreign_signs(pair: Pair) -> bool:
    """Say whether a text is in a script without capitals, and has no letter of the target's: no name is left so."""
    own = letters_of(pair.target_language)
    signs = sum(each.isalpha() and not each.isupper() and not each.islower() for each in pair.target)
    return signs >= _LEAST_SIGNS and own is not None and own.search(pair.target) is None
