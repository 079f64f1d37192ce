"""What reviewers say to each other about a sentence: remarks, answers, resolving, taking back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import aliased

from workbench.errors import InvalidField, NotFound, WorkbenchError
from workbench.extensions import db, workbench
from workbench.services.change_counter import count_change
from workbench.services.seen import lock_segment
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.typed import is_id
from workbench.tables import Comment, Segment, TranslatedSegment
from workbench.tables.types import now
from workbench.wording import words

LONGEST_COMMENT = 2_000
_GONE = words("There is no such comment any more.")


class NotYours(WorkbenchError):
    """Somebody wants to take back what another person said."""

    status = 403
    title = words("This comment is not yours")
    hint = words("Answer it, or resolve it.")


def add_comment(
    article_id: int,
    language: str,
    position: int,
    *,
    text: str,
    reviewer_id: int,
    parent_id: int | None = None,
    seen_key: str = "",
) -> int:
    """Say something about a sentence, or answer; return the sentence's position as it is now.

    An answer to an answer is one to its remark, and an answer to a resolved remark opens it again.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence on the page.
        text: Plain text, at most 2,000 characters; its line ends are kept.
        reviewer_id: Who says it.
        parent_id: Which comment it answers; None for a remark.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for the one that stands there now.

    Raises:
        InvalidField: There is no text, it is too long, or it has a NUL.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such sentence, or no such comment on it.
    """
    text = _clean(text)
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing() as session:
        segment, position = lock_segment(translation_id, position, seen_key)
        root_id = None
        if parent_id is not None:
            parent = session.get(Comment, parent_id) if is_id(parent_id) else None
            if parent is None or parent.translated_segment_id != segment.id:
                raise NotFound(words("The comment that you answer is gone."), hint=words("Say it as one of your own."))
            root = session.get_one(Comment, parent.parent_id) if parent.parent_id else parent
            root_id, root.resolved_at, root.resolved_by_id = root.id, None, None
        moment = now()
        session.add(
            Comment(translated_segment_id=segment.id, parent_id=root_id, reviewer_id=reviewer_id, at=moment, text=text)
        )
        _note(segment, moment)
        return position


def resolve_comment(article_id: int, language: str, comment_id: int, *, reviewer_id: int, is_open: bool = False) -> int:
    """Resolve a remark with its answers, or open it again (`is_open`); return the position of its sentence.

    Raises:
        NotFound: There is no such remark.
    """
    translation_id = find_translation(article_id, language)[1].id
    with writing():
        comment, segment, position = _find(translation_id, comment_id)
        if comment.parent_id is not None:
            raise NotFound(words("Only a remark is resolved, with its answers."))
        if (comment.resolved_at is None) is not is_open:
            moment = now()
            comment.resolved_at, comment.resolved_by_id = (None, None) if is_open else (moment, reviewer_id)
            _note(segment, moment)
        return position


def remove_comment(article_id: int, language: str, comment_id: int, *, reviewer_id: int, is_back: bool = False) -> int:
    """Take one's own comment back, or bring it back (`is_back`); return the position of its sentence.

    Raises:
        NotYours: Somebody else said it.
        NotFound: There is no such comment, or it is gone for good.
    """
    translation_id = find_translation(article_id, language)[1].id
    with writing():
        comment, segment, position = _find(translation_id, comment_id)
        if comment.reviewer_id != reviewer_id:
            raise NotYours(words("Only the one who wrote a comment can delete it."))
        if (comment.deleted_at is None) is not is_back:
            moment = now()
            comment.deleted_at = None if is_back else moment
            _note(segment, moment)
        return position


def purge_comments() -> None:
    """Remove for good what was deleted longer ago than the undo time, unless it has answers."""
    limit = now() - timedelta(hours=workbench().settings.undo_hours)
    answer = aliased(Comment)
    old = select(Comment.id).where(
        Comment.deleted_at < limit, ~select(answer.id).where(answer.parent_id == Comment.id).exists()
    )
    is_any = db.session.scalar(old.limit(1)) is not None
    db.session.rollback()
    if is_any:
        with writing() as session:  # looked for again: somebody may have answered one meanwhile
            session.execute(delete(Comment).where(Comment.id.in_(session.scalars(old).all())))


def _find(translation_id: int, comment_id: int) -> tuple[Comment, TranslatedSegment, int]:
    if not is_id(comment_id):
        raise NotFound(_GONE)
    row = db.session.execute(
        select(Comment, TranslatedSegment, Segment.position)
        .join(TranslatedSegment, TranslatedSegment.id == Comment.translated_segment_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(Comment.id == comment_id, TranslatedSegment.translation_id == translation_id)
    ).first()
    if row is None:
        raise NotFound(_GONE)
    return row[0], row[1], row[2]


def _note(segment: TranslatedSegment, moment: datetime) -> None:
    """Inside a transaction: count a change that touches this sentence, so that every open desk hears of it."""
    change = count_change(segment.translation_id, moment, is_edit=False)
    db.session.execute(update(TranslatedSegment).where(TranslatedSegment.id == segment.id).values(change=change))


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise InvalidField("comment", words("There is nothing to say yet."), hint=words("Type a comment."))
    if len(text) > LONGEST_COMMENT:
        raise InvalidField(
            "comment",
            words(
                "A comment has at most {limit} characters; this has {n}.",
                limit=f"{LONGEST_COMMENT:,}",
                n=f"{len(text):,}",
            ),
        )
    if "\0" in text:
        raise InvalidField("comment", words("The comment has a NUL character."), hint=words("Paste it as plain text."))
    return text
