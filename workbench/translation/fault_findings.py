"""A model's faults as findings: which of them must not be published, and which of them a check tells as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.checks.findings import Finding, Severity, Side
from workbench.checks.running import worst_first
from workbench.translation.fault_words import fault_sentence
from workbench.translation.faults import Fault, FaultKind

_BLOCKING = frozenset(
    {
        FaultKind.EMPTY,
        FaultKind.LOOP,
        FaultKind.ECHO,
        FaultKind.WRONG_SCRIPT,
        FaultKind.LOST_ITEM,
        FaultKind.CHANGED_ITEM,
    }
)
"""No translation at all, or a fact that changed. The others are told from lengths and small words, which can err."""

_SIDES = {
    FaultKind.LOST_ITEM: Side.SOURCE,
    FaultKind.CHANGED_ITEM: Side.SOURCE,
    FaultKind.DROPPED_TEXT: Side.SOURCE,
    FaultKind.LOOP: Side.TARGET,
}
"""Where the piece of a fault stands. A missing term names words of the translation, which stand nowhere yet."""
_TOLD_BY = {
    FaultKind.ECHO: frozenset({"untranslated", "copied"}),
    FaultKind.LOOP: frozenset({"repetition", "double_words"}),
    FaultKind.EMPTY: frozenset({"empty"}),
    FaultKind.WRONG_SCRIPT: frozenset({"script"}),
    FaultKind.WRONG_LANGUAGE: frozenset({"language"}),
    FaultKind.BROKEN_TERM: frozenset({"glossary"}),
    FaultKind.TOO_SHORT: frozenset({"length"}),
    FaultKind.TOO_LONG: frozenset({"length"}),
}
"""The checks that look at a sentence for the same thing as a fault that is told of all of it."""


def fault_findings(faults: Iterable[Fault], position: int) -> tuple[Finding, ...]:
    """Return a finding for each fault, in their order.

    Args:
        faults: Of one sentence.
        position: Of the sentence, from 1.
    """
    return tuple(
        Finding(
            Severity.BLOCKING if fault.kind in _BLOCKING else Severity.WARNING,
            fault.kind.value,
            fault_sentence(fault),
            position,
            fault.detail,
            _SIDES.get(fault.kind) if fault.detail else None,
        )
        for fault in faults
    )


def tell_all(faults: Sequence[Fault], findings: Sequence[Finding], position: int) -> tuple[Finding, ...]:
    """Return all that is to say of a sentence, the worst first, nothing twice.

    Args:
        faults: The model's; none of a text that somebody has looked at.
        findings: What the checks found.
        position: Of the sentence, from 1.
    """
    placed = [replace(finding, position=position) for finding in findings]
    return worst_first([*fault_findings(untold(faults, findings), position), *placed])


def untold(faults: Sequence[Fault], findings: Sequence[Finding]) -> tuple[Fault, ...]:
    """Return the faults that no check tells as well: of two words for one thing the check's is kept.

    A check knows the text that stands there now, and where in it. It tells the same when it is about the same piece,
    or looks for that kind of fault.

    Args:
        faults: Of a sentence.
        findings: What the checks found in it.
    """
    return tuple(fault for fault in faults if not any(_tells(finding, fault) for finding in findings))


def _tells(finding: Finding, fault: Fault) -> bool:
    if finding.id in _TOLD_BY.get(fault.kind, ()):
        return True
    detail, piece = fault.detail, finding.piece
    is_piece_told = fault.kind is not FaultKind.BROKEN_TERM and bool(detail and piece)
    return is_piece_told and finding.side is not Side.TARGET and (detail in piece or piece in detail)
