"""What an undo or a redo changes: which rows, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.review import Origin
from workbench.services.stepping import is_reshaping, read_steps
from workbench.steps import Step
from workbench.tables import Revision, Segment, TranslatedSegment
from workbench.wording import words


class NothingToUndo(BadInput):
    """There is no earlier text of this sentence, or none that was taken back."""

    title = words("There is nothing to take back")


@dataclass(frozen=True, slots=True)
class Taking:
    """Where rows go, by id, and how many stay because they were changed since."""

    targets: dict[int, Step]
    left: int
    origin: Origin


def take_sentence(translation_id: int, segment: TranslatedSegment, *, is_redo: bool) -> Taking:
    """Find what undoing, or redoing, the last save of a sentence changes: the repeats that follow it too.

    Raises:
        NothingToUndo: There is nothing to take back, or only half of it could be.
    """
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
    other = steps.now if is_redo else stack[-1]
    if made.change is not None and (is_reshaping(made, other) or _is_reshaped_beside(segment, made)):
        taking = (_take_again if is_redo else take_write)(translation_id, made.change)
        if segment.id not in taking.targets:
            raise NothingToUndo(
                words("The sentence beside it was changed since they were merged or parted."),
                hint=words("Merge or split them again."),
            )
        return taking
    followers = db.session.scalars(select(TranslatedSegment.id).where(TranslatedSegment.follows_id == segment.id))
    return Taking(dict.fromkeys([segment.id, *followers], stack[-1]), 0, origin)


def _is_reshaped_beside(segment: TranslatedSegment, made: Step) -> bool:
    """Whether a whole version that was brought back merged or parted sentences in this one's paragraph.

    The first sentence of a group does not say so itself: it has a text before and after.
    """
    if made.origin is not Origin.VERSION:
        return False
    block_id = select(Segment.block_id).where(Segment.id == segment.segment_id).scalar_subquery()
    written = db.session.scalar(
        select(Revision.id)
        .join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(
            TranslatedSegment.translation_id == segment.translation_id,
            Segment.block_id == block_id,
            Revision.change == made.change,
            (Revision.before == "") | (Revision.after == ""),
        )
        .limit(1)
    )
    return written is not None


def take_write(translation_id: int, change: int) -> Taking:
    """Find what taking back a whole write changes, by its number; rows that were changed since stay."""
    targets: dict[int, Step] = {}
    left = 0
    origin = Origin.UNDO
    is_shaping = False
    for id_, steps in read_steps(_written(translation_id, change)).items():
        is_undone = steps.last_change == change and steps.last_origin is Origin.UNDO and bool(steps.redo)
        is_live = steps.now is not None and change in (steps.now.change, steps.last_change)
        if is_undone:
            targets[id_], origin = steps.redo[-1], Origin.REDO
            is_shaping |= steps.now is not None and is_reshaping(steps.redo[-1], steps.now)
        elif is_live and steps.undo and steps.now is not None:
            targets[id_] = steps.undo[-1]
            is_shaping |= is_reshaping(steps.now, steps.undo[-1])
        else:
            left += 1
    if is_shaping and left:
        return Taking({}, left + len(targets), origin)
    return Taking(targets, left, origin)


def _take_again(translation_id: int, change: int) -> Taking:
    """Find what doing a write again changes: the rows in which it is what was undone last."""
    targets: dict[int, Step] = {}
    left = 0
    is_shaping = False
    for id_, steps in read_steps(_written(translation_id, change)).items():
        if steps.redo and steps.redo[-1].change == change and steps.now is not None:
            targets[id_] = steps.redo[-1]
            is_shaping |= is_reshaping(steps.redo[-1], steps.now)
        else:
            left += 1
    if left and is_shaping:
        targets = {}
    return Taking(targets, left, Origin.REDO)


def _written(translation_id: int, change: int) -> Sequence[int]:
    """Return the rows that a write changed, by id."""
    return db.session.scalars(
        select(TranslatedSegment.id)
        .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
        .where(TranslatedSegment.translation_id == translation_id, Revision.change == change)
        .distinct()
    ).all()


def take_last(translation_id: int, reviewer_id: int, *, is_redo: bool) -> Taking | None:
    """Find the newest write of a reviewer that stands (or, to redo, the newest that was undone)."""
    mine = db.session.scalars(
        select(TranslatedSegment.id)
        .join(Revision, Revision.translated_segment_id == TranslatedSegment.id)
        .where(TranslatedSegment.translation_id == translation_id, Revision.reviewer_id == reviewer_id)
        .distinct()
    ).all()
    found: list[tuple[int, int | None, int, Step]] = []
    for id_, steps in read_steps(mine).items():
        if is_redo and steps.redo and steps.last_reviewer_id == reviewer_id:
            # What was undone last was done first.
            found.append((-steps.redo[-1].revision_id, steps.redo[-1].change, id_, steps.redo[-1]))
        elif not is_redo and steps.undo and steps.now is not None and steps.now.reviewer_id == reviewer_id:
            found.append((steps.now.revision_id, steps.now.change, id_, steps.undo[-1]))
    origin = Origin.REDO if is_redo else Origin.UNDO
    for _, change, id_, step in sorted(found, key=lambda each: each[0], reverse=True):
        if change is None:  # from before writes were numbered: the sentence alone
            return Taking({id_: step}, 0, origin)
        taking = (_take_again if is_redo else take_write)(translation_id, change)
        if taking.targets and taking.origin is origin:
            return taking
    return None
