"""Names that are missing in the translation, or became another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.facts.exonyms import other_names
from workbench.checks.facts.name_finding import Name, find_names
from workbench.checks.facts.spelling import are_alike, fold
from workbench.checks.findings import Finding, Severity, Side
from workbench.wording import words

_CASED = regex.compile(r"\p{Lu}|\p{Ll}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_TOKEN = regex.compile(r"[\p{L}\p{M}]{2,}")
# Where a word with a capital that no list has is hardly ever anything but a name.
_SURE = frozenset({"en", "es", "fr", "it", "pt"})
_LESS_SURE = frozenset({"de", "nl"})
_MOST_NAMES = 40  # that are asked for in one text
_SENTENCE_CHARS = 5_000
_LEAST_STEM = 4


class Names:
    """A name of the source must be in the translation, in its own spelling or another.

    There: letter by letter or without accents; inflected, derived or adapted (by likeness); under the name that CLDR
    has for the place or the language (London, Londres; Germany, Alemania; German, alemán); spelt by ear in Cyrillic.

    What it cannot know: names that are words of the language (the parts of "White House" and of "Supreme Court", most
    of German's nouns) are not asked for. Places whose other name CLDR does not have and that look different (Aachen,
    Aix-la-Chapelle), and names that people leave out or put another for ("the Scot" for "Ross"), are told as missing.
    Of two mentions it asks for one. A name that only the translation has may be an explanation; in German and Dutch it
    is a hint, and where words have many forms it is not told. Scripts without capitals are not looked at. So nothing of
    it blocks.
    """

    id: ClassVar[str] = "names"
    name: ClassVar[str] = "Names"
    description: ClassVar[str] = (
        "A capitalised word of the source that is no common word is missing in the translation, or another name stands "
        "in its place. Inflected and adapted spellings, and other names of places, pass."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "Theresa May met Angela Merkel.",
        "Theresa May se reunió con Angela Markle.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return the names that the translation has not."""
        source, target = (code.partition("-")[0] for code in (pair.source_language, pair.target_language))
        if not _CASED.search(pair.source) or not _CASED.search(pair.target):
            return
        lost = _missing(pair.source, source, pair.target, target)
        added = _missing(pair.target, target, pair.source, source)
        if len(lost) == len(added) == 1:
            yield self._replaced(pair, lost[0], added[0])
            return
        for name in lost:
            message = words("{piece} is missing in the translation.", piece=name.text)
            yield finding_in(self, pair, Side.SOURCE, (name.start, name.end), message)
        for name in added if target in _SURE | _LESS_SURE else ():
            message = words("{piece} is not in the source.", piece=name.text)
            severity = Severity.WARNING if target in _SURE else Severity.HINT
            yield finding_in(self, pair, Side.TARGET, (name.start, name.end), message, severity=severity)

    def _replaced(self, pair: Pair, lost: Name, added: Name) -> Finding:
        message = words("{piece} is {other} in the translation.", piece=lost.text, other=added.text)
        fix = None
        is_alone = fold(pair.target).count(added.folded) == 1  # mending one of two leaves the other
        if is_alone and bool(_CYRILLIC.search(lost.text)) == bool(_CYRILLIC.search(added.text)):
            fix = pair.target[: added.start] + lost.text + pair.target[added.end :]
        return finding_in(self, pair, Side.TARGET, (added.start, added.end), message, fix=fix)


def _missing(text: str, language: str, other: str, other_language: str) -> list[Name]:
    """Return the names of a text that another text has in no spelling, each once."""
    missing: dict[str, Name] = {}
    # In a long text words are looked up, in a sentence anything that contains them will do.
    literally = other if len(other) <= _SENTENCE_CHARS else frozenset(_TOKEN.findall(other))
    for name in find_names(text, language, literally):
        missing.setdefault(name.folded, name)
        if len(missing) == _MOST_NAMES:
            break
    there = fold(other) if missing else ""
    missing = {folded: name for folded, name in missing.items() if folded not in there}
    if not missing:
        return []
    is_other_script = bool(_CYRILLIC.search(other)) != bool(_CYRILLIC.search(text))
    known = other_names(language, other_language)
    tokens = {fold(match[0]) for match in _TOKEN.finditer(other) if is_other_script <= match[0][0].isupper()}
    return [
        name
        for name in missing.values()
        if not any(stem in there for stem in _stems(known, name.folded))
        and not any(are_alike(name.folded, token, is_other_script=is_other_script) for token in tokens)
    ]


def _stems(known: dict[str, frozenset[str]], folded: str) -> frozenset[str]:
    """Return what may stand for a name, or for what is derived from it: "Germans", "Brytanii"."""
    ends = range(min(_LEAST_STEM, len(folded)), len(folded) + 1)
    return frozenset[str]().union(*(known.get(folded[:end], ()) for end in ends))
