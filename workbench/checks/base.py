"""What a check is: one concern, looked for in a sentence and its translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from workbench.checks.findings import Finding, Severity, Side
from workbench.memory.term_notes import TermNote


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation, as checks see them. The translation is never empty.

    Attributes:
        source: The sentence.
        target: Its translation as it stands.
        source_language: Canonical code, such as "en".
        target_language: Canonical code, such as "es".
        terms: The glossary's terms in the source.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    terms: tuple[TermNote, ...] = ()


class Check(Protocol):
    """One concern.

    Attributes:
        id: Stable name, such as "numbers"; the id of its findings.
        name: Two or three words for people: "Numbers".
        description: One sentence: what it finds, and what it lets pass.
        severity: What its findings usually are.
        example: A source, a target, and their languages: the check finds something in it.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    description: ClassVar[str]
    severity: ClassVar[Severity]
    example: ClassVar[tuple[str, str, str, str]]

    def find(self, pair: Pair) -> Iterable[Finding]:
        """Return what is wrong, in reading order; findings have no position yet. Linear in the texts' length."""
        ...


def finding_in(
    check: Check,
    pair: Pair,
    side: Side,
    span: tuple[int, int] | None,
    message: str,
    *,
    fix: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """Return a finding on a piece of one side.

    Args:
        check: Whose.
        pair: Where.
        side: Which text the piece stands in.
        span: Offsets of the piece there, start and end; None for the whole text.
        message: For an editor, a sentence made with `wording.words`.
        fix: The whole target with this mended, where that is certain.
        severity: Another one than the check's usual.
    """
    text = pair.source if side is Side.SOURCE else pair.target
    start, end = span if span is not None else (0, 0)
    return Finding(
        severity or check.severity,
        check.id,
        message,
        piece=text[start:end],
        side=side,
        start=start if span is not None else None,
        fix=fix,
    )
