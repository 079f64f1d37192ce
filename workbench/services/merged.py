"""Sentences that are translated together: one text, in the row of the first, stands for all of them.

A row of such a group that is not the first has no text and names the first, its head, in `merged_into_id`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from workbench.extensions import db
from workbench.review import SegmentState
from workbench.tables import Segment, TranslatedSegment


def point_members(translation_id: int, segment_ids: Collection[int], change: int) -> None:
    """Inside a transaction: let each row without a text in the blocks of these sentences name the row it stands in.

    That is the nearest one before it, in its block, that has a text of its own. Rows whose head changes are counted as
    written by the change. One that finds none waits for a translation of its own.
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
        if wanted is None and not row.text and row.state is not SegmentState.PENDING:
            row.state, row.change = SegmentState.PENDING, change  # it has lost its head: it waits for a translation
        if row.merged_into_id != wanted:
            row.merged_into_id, row.change = wanted, change
        if is_free:
            head, block = row.id, block_id


def read_whole_source(row: TranslatedSegment, language: str) -> str:
    """Return the source that a row's text stands for: its own sentence, and those that are translated with it.

    Args:
        row: A row that is not itself translated in another's text.
        language: Of the source.
    """
    sentence = db.session.get_one(Segment, row.segment_id).text
    others = db.session.scalars(
        select(Segment.text)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.merged_into_id == row.id)
        .order_by(Segment.position)
    )
    return join_sentences([sentence, *others], language)


def is_together(row: TranslatedSegment) -> bool:
    """Say whether a row's text stands for other sentences too, or another's stands for it."""
    if row.merged_into_id is not None:
        return True
    members = select(TranslatedSegment.id).where(TranslatedSegment.merged_into_id == row.id).limit(1)
    return db.session.scalar(members) is not None


def join_sentences(sentences: Sequence[str], language: str) -> str:
    """Return sentences as one text: a space between them, or none where the language writes none."""
    from workbench.segments import join_segments
    from workbench.segments.blocks import Segment as Sentence

    return join_segments([Sentence(text, after=" ") for text in sentences], sentences, language).strip()


def spread_texts(lines: Iterable[tuple[str, bool]], language: str) -> list[str]:
    """Return one text a row for counting: what a head holds is dealt out over the rows that it stands for.

    A text of as many sentences, or fewer, than rows gives each row one, and the last none; of more, the last row has
    the rest. So two sentences that are still two are counted as two, and two that became one as one.

    Args:
        lines: The text of each row in reading order, and whether it stands in the text of a row before it.
        language: Of the texts.
    """
    texts: list[str] = []
    waiting: list[str] = []
    for text, is_member in [*lines, ("", False)]:
        if is_member:
            waiting.append(text)
            continue
        if waiting:
            texts[-1:] = _dealt(texts[-1], len(waiting) + 1, language)
            waiting.clear()
        texts.append(text)
    return texts[:-1]


def _dealt(text: str, rows: int, language: str) -> list[str]:
    from workbench.segments.splitting import split_sentences

    sentences = [piece.strip() for piece in split_sentences(text, language)] if text.strip() else []
    dealt = [*sentences[: rows - 1], join_sentences(sentences[rows - 1 :], language)] if sentences else []
    return [*dealt, *[""] * (rows - len(dealt))]
