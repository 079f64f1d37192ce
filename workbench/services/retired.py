"""Translations that an update takes off the desk: kept aside, for when their sentence returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import insert, select

from workbench.extensions import db
from workbench.review import REVIEWED
from workbench.segments.versions import plain
from workbench.services.merged import join_sentences
from workbench.services.own_texts import OwnText, read_own_texts
from workbench.services.records import RetiredRevision, RetiredRow, write_record
from workbench.services.retired_comments import read_comments
from workbench.services.views.versions import FormerText
from workbench.tables import Comment, RetiredText, Revision, Segment, TranslatedSegment, Translation

_HAS_TEXT = (TranslatedSegment.text != "") | TranslatedSegment.merged_into_id.is_not(None)
"""What waits has no text, but people may have said something of it."""


def retire_texts(
    article_id: int, number: int, segment_ids: Sequence[int], torn_ids: Collection[int], source_language: str
) -> dict[int, tuple[FormerText, ...]]:
    """Inside a transaction: keep the translations of these sentences aside, in every language.

    A text that stands for several sentences is kept for all of them together; each of them is kept on its own as well,
    with its own text, its history and what was said of it.

    Args:
        article_id: Whose sentences.
        number: The version that takes them off the desk.
        segment_ids: The sentences that are dropped or changed.
        torn_ids: Rows that hold the text of several sentences which do not stay together.
        source_language: Of the article.

    Returns:
        The texts of each sentence that has any, by language.
    """
    session = db.session
    is_gone = TranslatedSegment.segment_id.in_(segment_ids)
    rows = session.execute(
        select(TranslatedSegment, Segment.text, Translation.language)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .join(Translation, Translation.id == TranslatedSegment.translation_id)
        .where(
            is_gone & (_HAS_TEXT | TranslatedSegment.id.in_(select(Comment.translated_segment_id)))
            | TranslatedSegment.id.in_(torn_ids)
        )
        .order_by(Segment.position, Translation.language)
    ).all()
    gone = set(segment_ids)
    revisions = _read_revisions(segment_ids)
    members = _read_members([row.id for row, _, _ in rows])
    comments = read_comments(segment_ids)
    own = read_own_texts(
        [row for row, _, _ in rows if row.segment_id in gone and (row.id in members or row.merged_into_id)]
    )
    texts: dict[int, list[FormerText]] = defaultdict(list)
    values = []
    for row, sentence, language in rows:
        entry = {"article_id": article_id, "number": number, "language": language, "is_reviewed": False}
        together = [sentence, *members.get(row.id, ())]
        if len(together) > 1:
            values.append(
                entry
                | {
                    "sentence": plain(join_sentences(together, source_language)),
                    "sentences": len(together),
                    "is_reviewed": row.state in REVIEWED,
                    "record": write_record(_record(row)),
                }
            )
        if row.segment_id not in gone:
            continue
        if row.text:
            texts[row.segment_id].append(FormerText(language, row.text, row.state))
        record = replace(
            _own_record(row, own[row.id]) if row.id in own else _record(row),
            revisions=tuple(revisions[row.id]),
            comments=comments.get(row.id, ()),
        )
        values.append(
            entry
            | {
                "sentence": plain(sentence),
                "sentences": 1,
                "is_reviewed": record.state in REVIEWED,
                "record": write_record(record),
            }
        )
    if values:
        session.execute(insert(RetiredText), values)
    return {segment_id: tuple(found) for segment_id, found in texts.items()}


def _record(row: TranslatedSegment) -> RetiredRow:
    return RetiredRow(
        text=row.text,
        machine_text=row.machine_text,
        pivot_text=row.pivot_text,
        state=row.state,
        origin=row.origin,
        score=row.score,
        faults=row.faults,
        match=row.match,
        reviewer_id=row.reviewer_id,
    )


def _own_record(row: TranslatedSegment, own: OwnText) -> RetiredRow:
    return replace(_record(row), text=own.text, state=own.state, origin=own.origin, reviewer_id=own.reviewer_id)


def _read_revisions(segment_ids: Sequence[int]) -> dict[int, list[RetiredRevision]]:
    found: dict[int, list[RetiredRevision]] = defaultdict(list)
    for revision in db.session.scalars(
        select(Revision)
        .join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
        .where(TranslatedSegment.segment_id.in_(segment_ids), _HAS_TEXT)
        .order_by(Revision.id)
    ):
        found[revision.translated_segment_id].append(
            RetiredRevision(
                reviewer_id=revision.reviewer_id,
                at=revision.at,
                origin=revision.origin,
                state=revision.state,
                version=revision.version,
                before=revision.before,
                after=revision.after,
                terms=revision.terms,
            )
        )
    return found


def _read_members(head_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the sentences that are translated in the texts of these rows, in order."""
    rows = db.session.execute(
        select(TranslatedSegment.merged_into_id, Segment.text)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.merged_into_id.in_(head_ids))
        .order_by(Segment.position)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for head_id, sentence in rows:
        assert head_id is not None
        found[head_id].append(sentence)
    return found
