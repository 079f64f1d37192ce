"""Translations that an update takes off the desk: kept aside, and found again when their sentence returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import insert, select

from workbench.extensions import db
from workbench.review import REVIEWED
from workbench.segments.versions import plain
from workbench.services.merged import join_sentences
from workbench.services.records import RetiredRevision, RetiredRow, read_retired, write_record
from workbench.services.retired_comments import read_comments
from workbench.services.views.versions import FormerText
from workbench.tables import Comment, RetiredText, Reviewer, Revision, Segment, TranslatedSegment, Translation


@dataclass(frozen=True, slots=True)
class Retired:
    """A translation that can come back."""

    row: RetiredRow
    is_reviewed: bool


def retire_texts(
    article_id: int, number: int, segment_ids: Sequence[int], source_language: str
) -> dict[int, tuple[FormerText, ...]]:
    """Inside a transaction: keep the translations of these sentences aside, in every language.

    Args:
        article_id: Whose sentences.
        number: The version that takes them off the desk.
        segment_ids: The sentences that are dropped or changed.
        source_language: Of the article.

    Returns:
        The texts of each sentence that has any, by language.
    """
    session = db.session
    rows = session.execute(
        select(TranslatedSegment, Segment.text, Translation.language)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .join(Translation, Translation.id == TranslatedSegment.translation_id)
        .where(
            TranslatedSegment.segment_id.in_(segment_ids),
            # What waits, or stands in another's text, has no text, but people may have said something of it.
            (TranslatedSegment.text != "") | TranslatedSegment.id.in_(select(Comment.translated_segment_id)),
        )
        .order_by(Segment.position, Translation.language)
    ).all()
    revisions: dict[int, list[RetiredRevision]] = defaultdict(list)
    for revision in session.scalars(
        select(Revision)
        .join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
        .where(TranslatedSegment.segment_id.in_(segment_ids), TranslatedSegment.text != "")
        .order_by(Revision.id)
    ):
        revisions[revision.translated_segment_id].append(
            RetiredRevision(
                reviewer_id=revision.reviewer_id,
                at=revision.at,
                origin=revision.origin,
                state=revision.state,
                version=revision.version,
                before=revision.before,
                after=revision.after,
            )
        )
    members = _read_members([row.id for row, _, _ in rows])
    comments = read_comments(segment_ids)
    texts: dict[int, list[FormerText]] = defaultdict(list)
    values = []
    for row, sentence, language in rows:
        if row.text:
            texts[row.segment_id].append(FormerText(language, row.text, row.state))
        record = RetiredRow(
            text=row.text,
            machine_text=row.machine_text,
            pivot_text=row.pivot_text,
            state=row.state,
            origin=row.origin,
            score=row.score,
            faults=row.faults,
            match=row.match,
            reviewer_id=row.reviewer_id,
            revisions=tuple(revisions[row.id]),
            comments=comments.get(row.id, ()),
        )
        values.append(
            {
                "article_id": article_id,
                "number": number,
                "language": language,
                # What stands for several sentences comes back for all of them only.
                "sentence": plain(join_sentences([sentence, *members.get(row.id, ())], source_language)),
                "is_reviewed": row.state in REVIEWED,
                "record": write_record(record),
            }
        )
    if values:
        session.execute(insert(RetiredText), values)
    return {segment_id: tuple(found) for segment_id, found in texts.items()}


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


def find_retired(article_id: int, language: str, sentences: Collection[str]) -> dict[str, Retired]:
    """Return what earlier versions had for these sentences, by plain text: reviewed first, then the newest."""
    rows = db.session.execute(
        select(RetiredText.sentence, RetiredText.record, RetiredText.is_reviewed)
        .where(
            RetiredText.article_id == article_id,
            RetiredText.language == language,
            RetiredText.sentence.in_(sentences),
        )
        .order_by(RetiredText.is_reviewed, RetiredText.id)
    ).all()
    found: dict[str, Retired] = {}
    for sentence, record, is_reviewed in rows:
        row, before = read_retired(record), found.get(sentence)
        if before is not None and not row.text:
            found[sentence] = Retired(
                replace(before.row, comments=before.row.comments or row.comments), before.is_reviewed
            )
        else:
            kept = before.row.comments if before is not None and not before.row.text else ()
            found[sentence] = Retired(replace(row, comments=row.comments or kept), is_reviewed)
    return found


def known_reviewers() -> frozenset[int]:
    """Return the ids of the reviewers that there still are."""
    return frozenset(db.session.scalars(select(Reviewer.id)))
