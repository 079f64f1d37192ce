"""Taking back what was saved, and doing it again: of one sentence, of one write, and of one reviewer's last write.

The memory is left as it is: what was accepted was accepted once, and may have been used since.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import BadInput, WorkbenchError
from workbench.extensions import db
from workbench.review import Origin
from workbench.services.rows import read_rows
from workbench.services.seen import lock_segment
from workbench.services.stepping import SHAPING, read_steps, write_steps
from workbench.services.summaries import count_progress
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.views.undo import StepsView, Undone, UndoReport
from workbench.steps import Step, Steps
from workbench.tables import Reviewer, Revision, Segment, TranslatedSegment
from workbench.wording import words


class NothingToUndo(BadInput):
    """There is no earlier text of this sentence, or none that was taken back."""

    title = "There is nothing to take back"


class ChangedSince(WorkbenchError):
    """Somebody saved a sentence since the page showed it: what would be undone is not what was seen."""

    status = 409
    title = "Somebody else changed this sentence"
    hint = "Look at it as it stands now."


@dataclass(frozen=True, slots=True)
class _Taking:
    """Where rows go, by id, and how many stay because they were changed since."""

    targets: dict[int, Step]
    left: int
    origin: Origin


def view_steps(article_id: int, language: str, position: int) -> StepsView:
    """Return whether the last save of a sentence can be undone, and whether one can be redone.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    id_ = db.session.scalar(
        select(TranslatedSegment.id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation.id, Segment.position == position)
    )
    steps = read_steps([id_])[id_] if id_ is not None else Steps()
    return StepsView(bool(steps.undo), bool(steps.redo))


def undo_segment(
    article_id: int,
    language: str,
    position: int,
    *,
    seen_version: int,
    reviewer_id: int,
    seen_key: str = "",
    is_redo: bool = False,
) -> Undone:
    """Bring a sentence back to how it stood before its last change, text and state; and the repeats that follow it.

    Undoing that two sentences were merged or parted brings back both.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        seen_version: The version that the page showed.
        reviewer_id: Who takes it back.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.
        is_redo: Whether to bring back what was undone last.

    Raises:
        ChangedSince: Another version stands there now; nothing was changed.
        NothingToUndo: There is nothing to take back.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such translation or segment.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        segment, position = lock_segment(translation_id, position, seen_key)
        if segment.version != seen_version:
            raise ChangedSince(_who(segment.reviewer_id))
        taking = _of_sentence(translation_id, segment, is_redo=is_redo)
        change = write_steps(translation_id, taking.targets, taking.origin, reviewer_id)
    return _undone(translation_id, taking, change, position)


def undo_change(article_id: int, language: str, change: int, *, reviewer_id: int) -> UndoReport:
    """Take back all that was written to a translation at once; to take back an undo is to do it again.

    Sentences that were changed since are left alone.

    Args:
        article_id: Whose translation.
        language: Of the translation.
        change: The number of the write, as `Revision.change` has it.
        reviewer_id: Who takes it back.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        taking = _of_write(translation_id, change)
        number = write_steps(translation_id, taking.targets, taking.origin, reviewer_id) if taking.targets else None
    return UndoReport(undone=len(taking.targets), left=taking.left, change=number)


def undo_mine(article_id: int, language: str, *, reviewer_id: int, is_redo: bool = False) -> Undone | None:
    """Take back the last write of a reviewer in a translation that still stands; None if there is none.

    What somebody else has changed since stands no more, and is not looked at.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        found = _last_of(translation_id, reviewer_id, is_redo=is_redo)
        if found is None:
            return None
        change = write_steps(translation_id, found.targets, found.origin, reviewer_id)
    return _undone(translation_id, found, change, None)


def _of_sentence(translation_id: int, segment: TranslatedSegment, *, is_redo: bool) -> _Taking:
    steps = read_steps([segment.id])[segment.id]
    stack = steps.redo if is_redo else steps.undo
    origin = Origin.REDO if is_redo else Origin.UNDO
    if not stack or steps.now is None:
        raise NothingToUndo(
            words("There is nothing to redo in this sentence.")
            if is_redo
            else words("There is nothing to undo in this sentence.")
        )
    made = stack[-1] if is_redo else steps.now
    if made.origin in SHAPING and made.change is not None:
        taking = _of_write(translation_id, steps.last_change if is_redo and steps.last_change else made.change)
        if segment.id not in taking.targets:
            raise NothingToUndo(
                words("The sentence beside it was changed since they were merged or parted."),
                hint=words("Merge or split them again."),
            )
        return taking
    followers = db.session.scalars(select(TranslatedSegment.id).where(TranslatedSegment.follows_id == segment.id))
    return _Taking(dict.fromkeys([segment.id, *followers], stack[-1]), 0, origin)


def _of_write(translation_id: int, change: int) -> _Taking:
    ids = db.session.scalars(
        select(TranslatedSegment.id)
        .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
        .where(TranslatedSegment.translation_id == translation_id, Revision.change == change)
        .distinct()
    ).all()
    targets: dict[int, Step] = {}
    left = 0
    origin = Origin.UNDO
    is_shaping = False
    for id_, steps in read_steps(ids).items():
        is_undone = steps.last_change == change and steps.last_origin is Origin.UNDO and bool(steps.redo)
        is_live = steps.now is not None and change in (steps.now.change, steps.last_change)
        if is_undone:
            targets[id_], origin = steps.redo[-1], Origin.REDO
            is_shaping |= steps.redo[-1].origin in SHAPING
        elif is_live and steps.undo and steps.now is not None:
            targets[id_] = steps.undo[-1]
            is_shaping |= steps.now.origin in SHAPING
        else:
            left += 1
    if is_shaping and left:  # half of it would lose a text, or have it twice
        return _Taking({}, left + len(targets), origin)
    return _Taking(targets, left, origin)


def _last_of(translation_id: int, reviewer_id: int, *, is_redo: bool) -> _Taking | None:
    """Find the newest write of a reviewer that stands (or, to redo, the newest that was undone)."""
    mine = db.session.scalars(
        select(TranslatedSegment.id)
        .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
        .where(TranslatedSegment.translation_id == translation_id, Revision.reviewer_id == reviewer_id)
        .distinct()
    ).all()
    found: list[tuple[int, int | None, int, Step]] = []
    for id_, steps in read_steps(mine).items():
        if is_redo and steps.redo and steps.last_reviewer_id == reviewer_id and steps.last_id is not None:
            found.append((steps.last_id, steps.last_change, id_, steps.redo[-1]))
        elif not is_redo and steps.undo and steps.now is not None and steps.now.reviewer_id == reviewer_id:
            found.append((steps.now.revision_id, steps.now.change, id_, steps.undo[-1]))
    origin = Origin.REDO if is_redo else Origin.UNDO
    for _, change, id_, step in sorted(found, key=lambda each: each[0], reverse=True):
        if change is None:  # from before writes were numbered: the sentence alone
            return _Taking({id_: step}, 0, origin)
        taking = _of_write(translation_id, change)
        if taking.targets and taking.origin is origin:
            return taking
    return None


def _undone(translation_id: int, taking: _Taking, change: int, position: int | None) -> Undone:
    """Return the rows as they stand now; the first is the one at `position`, or else the first in the article."""
    positions = db.session.scalars(
        select(Segment.position)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.change == change)
    ).all()
    rows = sorted(
        read_rows(translation_id, positions=positions), key=lambda row: (row.position != position, row.position)
    )
    return Undone(
        row=rows[0],
        others=tuple(rows[1:]),
        left=taking.left,
        change=change,
        progress=count_progress([translation_id])[translation_id],
        is_redo=taking.origin is Origin.REDO,
    )


def _who(reviewer_id: int | None) -> str:
    reviewer = db.session.get(Reviewer, reviewer_id) if reviewer_id else None
    if reviewer is None:
        return words("This sentence was changed meanwhile. Nothing was undone.")
    return words("{name} saved this sentence meanwhile. Nothing was undone.", name=reviewer.shown_name)
