"""Reading the comments on a sentence, as threads."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.services.segments import view_row
from workbench.services.translations import find_translation
from workbench.services.views.workflow import Comments, CommentView, Thread
from workbench.tables import Comment, Reviewer, Segment, TranslatedSegment

_Resolver = aliased(Reviewer)


def view_comments(
    article_id: int, language: str, position: int, *, reviewer_id: int | None, seen_key: str = ""
) -> Comments:
    """Return what is said of a sentence: remarks with their answers, the oldest first.

    A deleted remark is shown, without its text, while it has answers.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence.
        reviewer_id: Who looks: they can take back what is theirs.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.

    Raises:
        SourceChanged: Another sentence stands there now.
        NotFound: There is no such sentence.
    """
    row = view_row(article_id, language, position, seen_key=seen_key)
    _, translation = find_translation(article_id, language)
    rows = db.session.execute(
        select(Comment, Reviewer, _Resolver)
        .join(TranslatedSegment, TranslatedSegment.id == Comment.translated_segment_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .outerjoin(Reviewer, Reviewer.id == Comment.reviewer_id)
        .outerjoin(_Resolver, _Resolver.id == Comment.resolved_by_id)
        .where(TranslatedSegment.translation_id == translation.id, Segment.position == position)
        .order_by(Comment.id)
    ).all()
    answers: dict[int, list[CommentView]] = defaultdict(list)
    for comment, reviewer, _ in rows:
        if comment.parent_id is not None and comment.deleted_at is None:
            answers[comment.parent_id].append(_view(comment, reviewer, reviewer_id))
    threads = tuple(
        Thread(
            remark=_view(comment, reviewer, reviewer_id),
            answers=tuple(answers[comment.id]),
            resolved_by=resolver.shown_name if resolver else "",
            resolved_at=comment.resolved_at,
        )
        for comment, reviewer, resolver in rows
        if comment.parent_id is None and (comment.deleted_at is None or answers[comment.id])
    )
    return Comments(position, row.key, row.source, threads)


def _view(comment: Comment, reviewer: Reviewer | None, reviewer_id: int | None) -> CommentView:
    is_deleted = comment.deleted_at is not None
    return CommentView(
        id=comment.id,
        at=comment.at,
        reviewer=reviewer.shown_name if reviewer else "",
        colour=reviewer.colour if reviewer else "",
        text="" if is_deleted else comment.text,
        is_mine=reviewer_id is not None and comment.reviewer_id == reviewer_id,
        is_deleted=is_deleted,
    )
