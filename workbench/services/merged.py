"""Sentences that are translated together: one text, in the row of the first, stands for all of them.

A row of such a group that is not the first has no text and names the first, its head, in `merged_into_id`.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from workbench.extensions import db
from workbench.review import SegmentState
from workbench.tables import Segment, TranslatedSegment


def point_members(translation_id: int, segment_ids: Collection[int], change: int) -> None:
    """Inside a transaction: let each row without a text in the blocks of these sentences name the row it stands in.

    That is the nearest one before it, in its block, that has a text of its own. Rows whose head changes are counted as
    written by the change.
    """
    blocks = select(Segment.block_id).where(Segment.id.in_(segment_ids))
    lines = db.session.execute(
        select(TranslatedSegment, Segment.block_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id, Segment.block_id.in_(blocks))
        .order_by(Segment.position)
    ).all()
    head: int | None = None
    block: int | None = None
    for row, block_id in lines:
        is_free = bool(row.text) or row.state is SegmentState.PENDING or block_id != block
        wanted = None if is_free else head
        if row.merged_into_id != wanted:
            row.merged_into_id, row.change = wanted, change
        if is_free:
            head, block = row.id, block_id
