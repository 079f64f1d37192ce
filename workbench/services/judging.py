"""What there is to say of the rows of a translation: the model's faults, the checks' findings, what was dismissed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import select

from workbench.checks.findings import Finding
from workbench.extensions import db
from workbench.memory.term_notes import TermNote
from workbench.review import SegmentState
from workbench.services import findings as checks
from workbench.services.dismissed import Dismissals, read_dismissals
from workbench.services.findings import find_in_sentences
from workbench.services.views.dismissed import Dismissed
from workbench.tables import Segment, TranslatedSegment
from workbench.translation.fault_findings import tell_all
from workbench.translation.faults import Fault

_TRANSLATIONS_KEPT = 50
_NOTHING: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A translation as it stands: what was found across it holds until somebody writes to it.

    Attributes:
        translation_id: Which.
        created_at: When it was made: a number that is free again is given to another translation.
        change: Where its counter of writes stands.
        version: Of the article.
        source: Canonical code of the article's language.
        target: Canonical code of the translation's.
    """

    translation_id: int
    created_at: datetime
    change: int
    version: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a row: what is open, the worst first, and what was dismissed for this text."""

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()


_CLEAN = Judged()


def judge_rows(
    written: Written,
    rows: Sequence[tuple[int, str, str, SegmentState, tuple[Fault, ...], tuple[TermNote, ...]]],
) -> list[Judged]:
    """Return what is said of each row, in order. A row that is not translated yet has nothing.

    Args:
        written: The translation, as it was when the rows were read.
        rows: Position, source, translation, state, the model's faults, and the glossary's terms of each.
    """
    dismissals = read_dismissals(written.translation_id)
    across = find_across(written)
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


def find_across(written: Written) -> dict[int | None, tuple[Finding, ...]]:
    """Return what shows only beside the other sentences, by position; under None what is about the whole text."""
    if not checks.CHECKED.registry.article_checks:
        return {}
    # An application has its own: another's translation with the same number is another one.
    kept: dict[int, tuple[Written, dict[int | None, tuple[Finding, ...]]]]
    kept = current_app.extensions.setdefault("findings_across", {})
    known = kept.get(written.translation_id)
    if known is None or known[0] != written:
        together = select(TranslatedSegment.merged_into_id).where(TranslatedSegment.merged_into_id.is_not(None))
        together = together.where(TranslatedSegment.translation_id == written.translation_id)
        sentences = db.session.execute(
            select(Segment.position, Segment.text, TranslatedSegment.text)
            .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
            .where(
                TranslatedSegment.translation_id == written.translation_id,
                TranslatedSegment.text != "",
                TranslatedSegment.id.not_in(together),  # a text for two sentences is no other translation of one
            )
            .order_by(Segment.position)
        ).all()
        known = (
            written,
            checks.CHECKED.find_in_article([(position, source, text) for position, source, text in sentences]),
        )
        kept.pop(written.translation_id, None)
        kept[written.translation_id] = known
        for oldest in list(kept)[:-_TRANSLATIONS_KEPT]:
            kept.pop(oldest, None)
    return known[1]


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
