"""The translations of an article whose sentences an update replaced: what waits, and what follows what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import insert, select, update

from workbench.extensions import db
from workbench.review import REVIEWED, Origin, SegmentState, Step
from workbench.services.repeats import leaders_of_repeats
from workbench.services.returning import bring_back, copy_leaders
from workbench.services.update_rows import Line, revision_values
from workbench.services.workflow_log import reopen_edited
from workbench.tables import Revision, Segment, TranslatedSegment, Translation


def await_changed(changed: Mapping[int, str], moment: datetime, reviewer_id: int | None) -> None:
    """Inside a transaction: let changed sentences wait for a translation, and remember what stood there.

    Args:
        changed: Old source by the id of each changed sentence.
        moment: When the update was made.
        reviewer_id: Who made it.
    """
    session = db.session
    rows = session.scalars(select(TranslatedSegment).where(TranslatedSegment.segment_id.in_(changed))).all()
    revisions = []
    for row in rows:
        # A text that nobody has looked at does not push out the one before it.
        if row.former_source is None or (row.text and (row.state in REVIEWED or not row.former_text)):
            row.former_source, row.former_text = changed[row.segment_id], row.text or None
        revisions.append(
            revision_values(
                row.id, moment, SegmentState.PENDING, row.version + 1, row.text, "", reviewer_id=reviewer_id
            )
        )
        row.text = row.machine_text = row.faults = ""
        row.pivot_text = row.score = row.match = row.reviewer_id = None
        row.state, row.origin = SegmentState.PENDING, Origin.UPDATE
        row.version += 1
        row.updated_at = moment
    if revisions:
        session.execute(insert(Revision), revisions)
    session.flush()


def settle_translation(translation: Translation, new: Collection[int], fresh: Collection[int], moment: datetime) -> int:
    """Inside a transaction: give new sentences their rows, lead the repeats again, and bring texts back.

    Args:
        translation: Of the article whose sentences were replaced.
        new: Ids of the new sentences.
        fresh: Ids of the new and of the changed sentences.
        moment: When the update was made.

    Returns:
        How many texts came back from an earlier version.
    """
    session = db.session
    if new:
        session.execute(
            insert(TranslatedSegment),
            [{"translation_id": translation.id, "segment_id": segment_id} for segment_id in new],
        )
    lines = _read_lines(translation.id)
    follows = _lead_again(translation.article_id, lines, fresh)
    waiting = [line for line in lines if line.segment_id in fresh and line.state is SegmentState.PENDING]
    leading = [line for line in waiting if line.id not in follows]
    restored = bring_back(translation, leading, new, moment)
    copy_leaders([(line, follows[line.id]) for line in waiting if line.id in follows], moment)
    translation.change += 1
    translation.updated_at = moment
    session.flush()
    reopen_edited(translation.id, translation.state, moment, Step.UPDATE, reviewer_id=None)
    session.execute(
        update(TranslatedSegment)
        .where(TranslatedSegment.translation_id == translation.id, TranslatedSegment.segment_id.in_(fresh))
        .values(change=translation.change)
        .execution_options(synchronize_session=False)
    )
    return restored


def _read_lines(translation_id: int) -> list[Line]:
    rows = db.session.execute(
        select(
            TranslatedSegment.id,
            TranslatedSegment.segment_id,
            Segment.text,
            TranslatedSegment.state,
            TranslatedSegment.version,
            TranslatedSegment.follows_id,
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    return [Line(*row) for row in rows]


def _lead_again(article_id: int, lines: list[Line], fresh: Collection[int]) -> dict[int, int]:
    """Let the sentences of repeated blocks follow their twins; return who follows whom.

    One that was corrected on its own stays on its own. One whose block repeats nothing any more is freed.
    """
    ids = {line.segment_id: line.id for line in lines}
    leaders = leaders_of_repeats(article_id)
    follows: dict[int, int] = {}
    values = []
    for line in lines:
        leader = leaders.get(line.segment_id)
        is_free = line.follows_id is None and line.segment_id not in fresh and line.state is not SegmentState.PENDING
        new = None if leader is None or is_free else ids[leader]
        if new is not None:
            follows[line.id] = new
        if new != line.follows_id:
            values.append({"id": line.id, "follows_id": new})
    if values:
        db.session.execute(update(TranslatedSegment), values)
    return follows
