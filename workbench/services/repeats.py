"""Sentences of blocks that say the same again."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from workbench.extensions import db
from workbench.tables import Block, Segment


def leaders_of_repeats(article_id: int) -> dict[int, int]:
    """Map the id of each sentence of a repeated block to its twin's in the first such block."""
    rows = db.session.execute(
        select(Segment.id, Segment.block_id, Block.repeats_id)
        .join(Block, Block.id == Segment.block_id)
        .where(Segment.article_id == article_id)
        .order_by(Segment.position)
    ).all()
    by_block: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_block[row.block_id].append(row.id)
    return {
        segment_id: leader_id
        for block_id, repeats_id in {(row.block_id, row.repeats_id) for row in rows if row.repeats_id}
        for segment_id, leader_id in zip(by_block[block_id], by_block[repeats_id], strict=True)
    }
