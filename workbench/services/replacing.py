"""The sentences of an article, replaced by those of a newer version, and what that did to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from workbench.extensions import db
from workbench.segments.versions import Comparison, Fate
from workbench.services.contents import Contents, insert_blocks
from workbench.services.views.versions import (
    ChangedSentence,
    DroppedSentence,
    FormerText,
    MovedSentence,
    NewSentence,
    UpdateReport,
)
from workbench.tables import Block, Segment


@dataclass(frozen=True, slots=True)
class OldSentence:
    """A sentence as it stands before an update."""

    id: int
    position: int
    text: str
    kind: str
    block_id: int


def read_sentences(article_id: int) -> list[OldSentence]:
    """Return the sentences of an article in reading order."""
    rows = db.session.execute(
        select(Segment.id, Segment.position, Segment.text, Block.kind, Block.id)
        .join(Block, Block.id == Segment.block_id)
        .where(Segment.article_id == article_id)
        .order_by(Segment.position)
    )
    return [OldSentence(*row) for row in rows]


def replace_sentences(
    article_id: int, contents: Contents, old: list[OldSentence], comparison: Comparison
) -> dict[int, None]:
    """Inside a transaction: put the new blocks and sentences in the place of the old.

    Positions are unique, so the old ones are taken out of the way first, to negative numbers. What is new is
    stored before anything is deleted: SQLite would give it the number of a sentence that is gone, which
    somebody may have open.

    Returns:
        The ids of the new sentences, in order.
    """
    session = db.session
    quietly = {"synchronize_session": False}
    for table in (Block, Segment):
        session.execute(
            update(table)
            .where(table.article_id == article_id)
            .values(position=-1 - table.position)
            .execution_options(**quietly)
        )
    block_ids = insert_blocks(article_id, contents.document)
    values = [
        {
            "block_id": block_ids[placed.block],
            "position": position,
            "text": placed.sentence.text,
            "words": placed.words,
            "before": placed.sentence.before,
            "after": placed.sentence.after,
        }
        for position, placed in enumerate(contents.sentences, 1)
    ]
    if comparison.matches:
        session.execute(
            update(Segment), [{"id": old[match.old].id, **values[match.new]} for match in comparison.matches]
        )
    if comparison.new:
        session.execute(insert(Segment), [{"article_id": article_id, **values[index]} for index in comparison.new])
    positions = [index + 1 for index in comparison.new]
    made = session.scalars(
        select(Segment.id)
        .where(Segment.article_id == article_id, Segment.position.in_(positions))
        .order_by(Segment.position)
    ).all()
    session.execute(delete(Segment).where(Segment.article_id == article_id, Segment.position < 0))
    session.execute(
        delete(Block).where(Block.article_id == article_id, Block.position < 0).execution_options(**quietly)
    )
    session.expire_all()
    return dict.fromkeys(made)


def report_update(
    old: list[OldSentence],
    contents: Contents,
    comparison: Comparison,
    texts: Mapping[int, tuple[FormerText, ...]],
    restored: int,
) -> UpdateReport:
    """Return what became of every sentence; `texts` are the translations taken off the desk, by sentence."""
    new = [placed.sentence.text for placed in contents.sentences]
    return UpdateReport(
        kept=len(comparison.with_fate(Fate.KEPT)),
        moved=tuple(
            MovedSentence(new[match.new], match.old + 1, match.new + 1) for match in comparison.with_fate(Fate.MOVED)
        ),
        changed=tuple(
            ChangedSentence(
                old[match.old].text, new[match.new], match.old + 1, match.new + 1, texts.get(old[match.old].id, ())
            )
            for match in comparison.with_fate(Fate.CHANGED)
        ),
        new=tuple(NewSentence(new[index], index + 1) for index in comparison.new),
        dropped=tuple(
            DroppedSentence(old[index].text, index + 1, texts.get(old[index].id, ())) for index in comparison.dropped
        ),
        restored=restored,
    )
