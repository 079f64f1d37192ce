"""What there is to say of the rows of a translation: the model's faults, the checks' findings, what was dismissed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.checks.findings import Finding
from workbench.memory.term_notes import TermNote
from workbench.review import SegmentState
from workbench.services.dismissed import Dismissals, read_dismissals
from workbench.services.findings import find_in_sentences
from workbench.services.views.dismissed import Dismissed
from workbench.services.written import Written
from workbench.translation.fault_findings import tell_all
from workbench.translation.faults import Fault

_NOTHING: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a row: what is open, the worst first, and what was dismissed for this text."""

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()


_CLEAN = Judged()


def judge_rows(
    written: Written,
    across: Mapping[int | None, tuple[Finding, ...]],
    rows: Sequence[tuple[int, str, str, SegmentState, tuple[Fault, ...], tuple[TermNote, ...]]],
) -> list[Judged]:
    """Return what is said of each row, in order. A row that is not translated yet has nothing.

    Args:
        written: The translation, as it was when the rows were read.
        across: What shows only beside the other sentences, by position.
        rows: Position, source, translation, state, the model's faults, and the glossary's terms of each.
    """
    dismissals = read_dismissals(written.translation_id)
    found = find_in_sentences(
        [(source, text, terms) for _, source, text, _, _, terms in rows], written.source, written.target
    )
    judged = []
    for (position, source, text, state, faults, _), findings in zip(rows, found, strict=True):
        beside = across.get(position, _NOTHING)
        own = faults if state is SegmentState.FLAGGED else ()  # what a person has looked at is not the model's any more
        if not (findings or beside or own):
            judged.append(_CLEAN)
            continue
        judged.append(_judge(position, source, text, (*findings, *beside), own, dismissals))
    return judged


def _judge(
    position: int,
    source: str,
    text: str,
    findings: tuple[Finding, ...],
    faults: tuple[Fault, ...],
    dismissals: Dismissals,
) -> Judged:
    told = tell_all(faults, findings, position)
    return Judged(*dismissals.divide(told, source, text)) if dismissals else Judged(told)
