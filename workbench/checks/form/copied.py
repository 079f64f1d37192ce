"""A few words of the source that stand in the translation as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.form.mending import visible
from workbench.items.small_words import words_in_small
from workbench.languages import primary, writes_without_spaces
from workbench.wording import words
from workbench.writing.echoes import are_close
from workbench.writing.stop_words import small_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_RUN = 3
_LEAST_LONG = 4  # letters of a word that is not in both languages by chance


class Copied:
    """A run of the source's words in the middle of the translation."""

    id: ClassVar[str] = "copied"
    name: ClassVar[str] = "Partly copied"
    description: ClassVar[str] = (
        "Three or more words of the source in a row, in small letters, left in the translation. Names, titles and what "
        "stands in quotation marks pass, and so do close languages."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "He said that the new school would be closed.",
        "Dijo que the new school would be cerrada.",
        "en",
        "es",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Yield a finding for the longest run of copied words."""
        source, target = primary(pair.source_language), primary(pair.target_language)
        if are_close(source, target) or writes_without_spaces(source):
            return
        tokens = set(pair.source.split())
        if sum(token in tokens for token in pair.target.split()) < _RUN - 1:
            return
        hidden = visible(pair.target)
        small = words_in_small(pair.source), words_in_small(hidden.text)
        if set(_threes(small[0])).isdisjoint(_threes(small[1])):
            return
        known = set(_threes(_WORD.findall(pair.source)))
        theirs = list(_WORD.finditer(hidden.text))
        if longest := max(_runs(theirs, known), key=lambda run: run[1] - run[0], default=None):
            first, last = longest
            run = [each[0] for each in theirs[first : last + 1]]
            start, end = theirs[first].start(), theirs[last].end()
            if _is_left(run, source, target) and not _is_quoted(hidden.text, start, end):
                span = (hidden.offset(start), hidden.offset(end))
                message = words("“{piece}” stands in the source like this.", piece=" ".join(run))
                yield finding_in(self, pair, Side.TARGET, span, message)


def _threes(found: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Return each three words in a row."""
    return zip(found, found[1:], found[2:], strict=False)


def _runs(theirs: list[re.Match[str]], known: set[tuple[str, str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of words that are in a row in the source too."""
    texts = [each[0] for each in theirs]
    begin = None
    for at, three in enumerate(_threes(texts)):
        if three not in known:
            if begin is not None:
                yield begin, at + 1
            begin = None
        elif begin is None:
            begin = at
    if begin is not None:
        yield begin, len(texts) - 1


def _is_left(run: list[str], source: str, target: str) -> bool:
    """Say whether words were left, not kept: small ones of the source's language, and none that is both's."""
    if any(word[0].isupper() for word in run):
        return False
    own, other = small_words(source), small_words(target)
    telling = [word for word in run if word not in other and (word in own or len(word) >= _LEAST_LONG)]
    return len(telling) >= _RUN - 1


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip(" ,.!?\u00a0\u202f")[:1]
    return before in set("\"“„«‘'(「『") and after in set("\"”“»’')」』")
