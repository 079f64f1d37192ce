"""A model's faults as findings: which of them must not be published."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.findings import Finding, Severity
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
        )
        for fault in faults
    )
