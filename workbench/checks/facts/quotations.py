"""Quoted speech that lost its quotation marks, or got some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from workbench.checks.base import Pair, finding_in
from workbench.checks.findings import Finding, Severity, Side
from workbench.wording import words

_MARK = regex.compile(
    r"[“”„‟«»‹›「」『』〝〞]|(?<![\p{Nd}′'])[\"＂]|(?<![\p{L}\p{M}\p{N}])['‘‚](?=[\p{L}\p{N}¿¡])[^'’‘\n]{1,300}+['’](?![\p{L}])"
)
# Speech that starts with a dash is quoted speech as well in Spanish, French, Russian, Polish and others.
_DASH = regex.compile(r"(?:^|\n)\s*(?:[—–―]|-\s)")
_LEAST_WORDS = 5
_WORD = regex.compile(r"[\p{L}\p{N}]++")
_WHOLE = regex.compile(r"\s*([“\"«„'‘])[^“”„«»\"]+([”\"»“'’])\s*")


class Quotations:
    """What somebody said must be marked as what they said, and nothing else may be.

    Told only where one side quotes five words or more, in marks of any style, and the other has neither marks nor a
    dash for speech: titles and single words have marks in one language and none in another. The style of the marks is
    another check's.
    """

    id: ClassVar[str] = "quotations"
    name: ClassVar[str] = "Quotations"
    description: ClassVar[str] = (
        "The source quotes a sentence and the translation does not, or the other way round. Any style of marks passes, "
        "and so do a dash before speech, and titles."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = (
        "He said: “This must never happen again.”",
        "Il a dit que cela ne doit plus se reproduire.",
        "en",
        "fr",
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return the first quotation mark that has no counterpart at all."""
        mine, theirs = _MARK.search(pair.source), _MARK.search(pair.target)
        if mine and not theirs and not _DASH.search(pair.target) and _is_speech(pair.source):
            whole = _WHOLE.fullmatch(pair.source)
            fix = f"{whole[1]}{pair.target.strip()}{whole[2]}" if whole else None
            message = words("What the source quotes is not marked as quoted.")
            yield finding_in(self, pair, Side.SOURCE, mine.span(), message, fix=fix)
        elif theirs and not mine and not _DASH.search(pair.source) and _is_speech(pair.target):
            message = words("The source quotes nothing.")
            yield finding_in(self, pair, Side.TARGET, theirs.span(), message)


def _is_speech(text: str) -> bool:
    """Say whether a text quotes some words; a mark alone quotes what stands before it, or behind."""
    marks = list(_MARK.finditer(text))
    if len(marks) == 1:
        (mark,) = marks
        inside = mark[0] if len(mark[0]) > 1 else max(text[: mark.start()], text[mark.end() :], key=len)
        return len(_WORD.findall(inside)) >= _LEAST_WORDS
    pairs = zip(marks, marks[1:], strict=False)
    return any(len(_WORD.findall(text, one.start(), other.end())) >= _LEAST_WORDS for one, other in pairs)
