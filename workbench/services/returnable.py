"""What earlier versions of an article had for sentences that return."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.extensions import db
from workbench.services.records import RetiredComment, RetiredRow, read_retired
from workbench.tables import RetiredText, Reviewer


@dataclass(frozen=True, slots=True)
class Retired:
    """A translation that can come back.

    Attributes:
        row: Reviewed first, then the newest; its text is "" where only what was said of the sentence was kept.
        is_reviewed: Whether a person has looked at that text.
        number: The version of the article that took it off the desk.
        latest: How the sentence stood last, whether or not it was reviewed.
        comments: What was said of it last.
    """

    row: RetiredRow
    is_reviewed: bool
    number: int
    latest: RetiredRow
    comments: Sequence[RetiredComment]


@dataclass(frozen=True, slots=True)
class RetiredGroup:
    """A text that stood for several sentences.

    Attributes:
        row: The text and its state.
        number: The newest version of the article that took it off the desk.
        ids: Of all the entries that are for these sentences together.
    """

    row: RetiredRow
    number: int
    ids: tuple[int, ...]


def find_retired(article_id: int, language: str, sentences: Collection[str]) -> dict[str, Retired]:
    """Return what earlier versions had for these sentences, by plain text."""
    rows = db.session.execute(
        select(RetiredText.sentence, RetiredText.record, RetiredText.is_reviewed, RetiredText.number)
        .where(
            RetiredText.article_id == article_id,
            RetiredText.language == language,
            RetiredText.sentences == 1,
            RetiredText.sentence.in_(sentences),
        )
        .order_by(RetiredText.id)
    ).all()
    found: dict[str, Retired] = {}
    for sentence, record, is_reviewed, number in rows:
        row, before = read_retired(record), found.get(sentence)
        new = Retired(row, is_reviewed, number, row, row.comments)
        if before is not None:
            comments = new.comments or before.comments
            latest = row if row.text else before.latest
            best = new if _rank(new) >= _rank(before) else before
            new = Retired(best.row, best.is_reviewed, best.number, latest, comments)
        found[sentence] = new
    return found


def find_groups(article_id: int, language: str) -> dict[tuple[str, int], RetiredGroup]:
    """Return what earlier versions had for several sentences together, by their plain text and how many they are."""
    rows = db.session.execute(
        select(RetiredText.id, RetiredText.sentence, RetiredText.sentences, RetiredText.record, RetiredText.number)
        .where(RetiredText.article_id == article_id, RetiredText.language == language, RetiredText.sentences > 1)
        .order_by(RetiredText.is_reviewed, RetiredText.id)
    )
    found: dict[tuple[str, int], RetiredGroup] = {}
    for id_, sentence, sentences, record, number in rows:
        before = found.get((sentence, sentences))
        ids = (*before.ids, id_) if before else (id_,)
        found[sentence, sentences] = RetiredGroup(read_retired(record), number, ids)
    return found


def known_reviewers() -> frozenset[int]:
    """Return the ids of the reviewers that there still are."""
    return frozenset(db.session.scalars(select(Reviewer.id)))


def _rank(retired: Retired) -> tuple[bool, bool]:
    return bool(retired.row.text), retired.is_reviewed
