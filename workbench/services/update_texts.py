"""The translations of an article whose sentences an update replaced: what waits, and what follows what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import insert, select, update

from workbench.extensions import db
from workbench.review import REVIEWED, SegmentState, Step
from workbench.services.lines import Line, read_lines
from workbench.services.regrouping import bring_groups_back
from workbench.services.repeats import leaders_of_repeats
from workbench.services.returning import bring_back
from workbench.services.revisions import store_revisions
from workbench.services.twins import copy_groups, copy_leaders, free_others
from workbench.services.update_rows import Renewal, await_text
from workbench.services.workflow_log import reopen_edited
from workbench.tables import TranslatedSegment, Translation


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
        revisions.append(await_text(row, moment, reviewer_id))
    store_revisions(revisions)
    session.flush()


def settle_translation(translation: Translation, renewal: Renewal) -> int:
    """Inside a transaction: give new sentences their rows, lead the repeats again, and bring texts back.

    Args:
        translation: Of the article whose sentences were replaced.
        renewal: What became of them.

    Returns:
        How many texts came back from an earlier version.
    """
    session = db.session
    new, fresh, moment = renewal.new, renewal.fresh, renewal.moment
    if new:
        session.execute(
            insert(TranslatedSegment),
            [{"translation_id": translation.id, "segment_id": segment_id} for segment_id in new],
        )
    lines = read_lines(translation.id)
    follows = _lead_again(translation.article_id, lines, fresh)
    together, groups = bring_groups_back(translation, [line for line in lines if line.id not in follows], renewal)
    settled = {*fresh, *renewal.parted}
    waiting = [line for line in lines if line.segment_id in settled and line.state is SegmentState.PENDING]
    copied, freed = copy_groups(translation.id, follows, moment)
    together |= copied
    following = follows.keys() - freed - together
    leading = [line for line in waiting if line.id not in following and line.id not in together]
    restored = groups + bring_back(translation, leading, new, moment)
    copy_leaders([(line, follows[line.id]) for line in waiting if line.id in following], moment)
    freed |= free_others(translation.id) if follows else set()
    translation.change += 1
    translation.updated_at = moment
    session.flush()
    reopen_edited(translation.id, translation.state, moment, Step.UPDATE, reviewer_id=None)
    session.execute(
        update(TranslatedSegment)
        .where(
            TranslatedSegment.translation_id == translation.id,
            TranslatedSegment.segment_id.in_(settled) | TranslatedSegment.id.in_(together | freed),
        )
        .values(change=translation.change)
        .execution_options(synchronize_session=False)
    )
    return restored


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
