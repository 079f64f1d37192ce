"""Which articles a list shows: words, languages, and how far a translation is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from workbench.extensions import db
from workbench.review import REVIEWED, JobState, SegmentState, TranslationState
from workbench.services.views.article_lists import ArticleQuery
from workbench.tables import Article, Block, Job, TranslatedSegment, Translation
from workbench.tables.sqlite import folded
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class ArticleState:
    """How far a translation can be.

    Attributes:
        id: As it stands in the address.
        name: For people.
        clause: What holds of such a row of `Translation`.
        is_missing: Whether it means the articles that have no translation.
    """

    id: str
    name: str
    clause: Callable[[], ColumnElement[bool]] | None
    is_missing: bool = False


def _has(*clauses: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(TranslatedSegment.id).where(TranslatedSegment.translation_id == Translation.id, *clauses).exists()


def _last_job(*states: JobState) -> ColumnElement[bool]:
    last = select(func.max(Job.id)).where(Job.translation_id == Translation.id).correlate(Translation).scalar_subquery()
    return select(Job.id).where(Job.id == last, Job.state.in_(states)).exists()


def _is_unreviewed() -> ColumnElement[bool]:
    return _has(TranslatedSegment.state.not_in(REVIEWED))


def _is_incomplete() -> ColumnElement[bool]:
    return _has(TranslatedSegment.state == SegmentState.PENDING)


STATES: tuple[ArticleState, ...] = (
    ArticleState("unreviewed", words("To be reviewed"), _is_unreviewed),
    ArticleState("reviewed", words("Reviewed"), lambda: _has() & ~_is_unreviewed()),
    ArticleState(
        "flagged", words("With flagged sentences"), lambda: _has(TranslatedSegment.state == SegmentState.FLAGGED)
    ),
    ArticleState("translating", words("Being translated"), lambda: _last_job(JobState.QUEUED, JobState.RUNNING)),
    ArticleState("failed", words("Stopped with an error"), lambda: _last_job(JobState.FAILED) & _is_incomplete()),
    ArticleState(
        "incomplete",
        words("Not complete"),
        lambda: _is_incomplete() & ~_last_job(JobState.QUEUED, JobState.RUNNING),
    ),
    ArticleState("draft", words("Draft"), lambda: Translation.state == TranslationState.DRAFT),
    ArticleState("in_review", words("In review"), lambda: Translation.state == TranslationState.IN_REVIEW),
    ArticleState("approved", words("Approved"), lambda: Translation.state == TranslationState.APPROVED),
    ArticleState("untranslated", words("Not translated"), None, is_missing=True),
)
"""In the order in which they are offered."""


def matching(asked: ArticleQuery) -> Select[Article]:
    """Return the articles that are asked for, in no order. A state that is not known says nothing."""
    found = select(Article).where(Article.deleted_at.is_(None))
    for word in asked.q.casefold().split():
        in_text = select(Block.article_id).where(folded(Block.text).contains(word, autoescape=True))
        found = found.where(folded(Article.title).contains(word, autoescape=True) | Article.id.in_(in_text))
    if asked.source:
        found = found.where(Article.source_language == asked.source)
    state = next((each for each in STATES if each.id == asked.state), None)
    wanted: list[ColumnElement[Any]] = [Translation.language == asked.target] if asked.target else []
    if state is not None and state.clause is not None:
        wanted.append(state.clause())
    if wanted or (state is not None and state.is_missing):
        has = select(Translation.id).where(Translation.article_id == Article.id, *wanted).exists()
        found = found.where(~has if state is not None and state.is_missing else has)
    return found


def languages_of_articles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages that articles are in, and those that they are translated into."""
    kept = Article.deleted_at.is_(None)
    sources = db.session.scalars(select(Article.source_language).where(kept).distinct())
    targets = db.session.scalars(
        select(Translation.language).join(Article, Article.id == Translation.article_id).where(kept).distinct()
    )
    return tuple(sorted(sources)), tuple(sorted(targets))
