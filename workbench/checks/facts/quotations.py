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
_DASH = regex.compile(r"(?:^|\n)\s*[—–-]\s")
_WHOLE = regex.compile(r"\s*([“\"«„'‘])[^“”„«»\"]+([”\"»“'’])\s*")


class Quotations:
    """What somebody said must be marked as what they said, and nothing else may be.

    Told only where one side has quotation marks, of any style or a dash for speech, and the other has none at all;
    titles that a language sets without marks make this a warning. The style of the marks is another check's.
    """

    id: ClassVar[str] = "quotations"
    name: ClassVar[str] = "Quotations"
    description: ClassVar[str] = (
        "The source quotes and the translation does not, or the other way round. Any style of marks passes, and so "
        "does a dash before speech."
    )
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[tuple[str, str, str, str]] = ("He said “never again”.", "Il a dit plus jamais ça.", "en", "fr")

    def find(self, pair: Pair) -> Iterator[Finding]:
        """Return the first quotation mark that has no counterpart at all."""
        mine, theirs = _MARK.search(pair.source), _MARK.search(pair.target)
        if mine and not theirs and not _DASH.search(pair.target):
            whole = _WHOLE.fullmatch(pair.source)
            fix = f"{whole[1]}{pair.target.strip()}{whole[2]}" if whole else None
            message = words("What the source quotes is not marked as quoted.")
            yield finding_in(self, pair, Side.SOURCE, mine.span(), message, fix=fix)
        elif theirs and not mine and not _DASH.search(pair.source):
            message = words("The source quotes nothing.")
            yield finding_in(self, pair, Side.TARGET, theirs.span(), message)
