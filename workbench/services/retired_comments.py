"""The comments of sentences that an update takes off the desk: read to be kept aside, and put back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from workbench.extensions import db
from workbench.services.records import RetiredComment
from workbench.tables import Comment, TranslatedSegment


def read_comments(segment_ids: Sequence[int]) -> dict[int, tuple[RetiredComment, ...]]:
    """Return the comments on these sentences, in every language, by the row of the translated sentence."""
    found: dict[int, list[Comment]] = defaultdict(list)
    for comment in db.session.scalars(
        select(Comment)
        .join(TranslatedSegment, TranslatedSegment.id == Comment.translated_segment_id)
        .where(TranslatedSegment.segment_id.in_(segment_ids))
        .order_by(Comment.id)
    ):
        found[comment.translated_segment_id].append(comment)
    return {row_id: _retire(comments) for row_id, comments in found.items()}


def bring_comments_back(comments: Iterable[tuple[int, Sequence[RetiredComment]]], reviewers: Collection[int]) -> None:
    """Inside a transaction: put comments on sentences that came back.

    Args:
        comments: What was kept, with the id of the row that it belongs to now.
        reviewers: The ids of those that there still are.
    """
    for row_id, kept in comments:
        made: list[Comment] = []
        for each in kept:
            made.append(
                Comment(
                    translated_segment_id=row_id,
                    parent_id=None if each.answers is None else made[each.answers].id,
                    reviewer_id=each.reviewer_id if each.reviewer_id in reviewers else None,
                    at=each.at,
                    text=each.text,
                    resolved_at=each.resolved_at,
                    resolved_by_id=each.resolved_by_id if each.resolved_by_id in reviewers else None,
                    deleted_at=each.deleted_at,
                )
            )
            db.session.add(made[-1])
            db.session.flush()


def _retire(comments: Sequence[Comment]) -> tuple[RetiredComment, ...]:
    places = {comment.id: place for place, comment in enumerate(comments)}
    return tuple(
        RetiredComment(
            reviewer_id=comment.reviewer_id,
            at=comment.at,
            text=comment.text,
            answers=None if comment.parent_id is None else places[comment.parent_id],
            resolved_at=comment.resolved_at,
            resolved_by_id=comment.resolved_by_id,
            deleted_at=comment.deleted_at,
        )
        for comment in comments
    )
