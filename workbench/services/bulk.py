"""Doing one thing to many articles: what cannot be done to one of them does not stop the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from workbench.errors import BadInput, ModelProblem, NotFound
from workbench.extensions import db, workbench
from workbench.languages import canonical, language
from workbench.services.article_filters import matching
from workbench.services.jobs import job_queued, queue_job
from workbench.services.summaries import last_jobs
from workbench.services.transactions import rows_changed, writing
from workbench.services.translations import ensure_translation
from workbench.services.views.article_lists import ArticleFailure, ArticleQuery, BulkDeletion, BulkReport
from workbench.tables import Article
from workbench.tables.types import now
from workbench.wording import words

MOST_ARTICLES = 500
"""How many at once: starting the translation of more would make everybody who saves wait."""


def find_ids(asked: ArticleQuery) -> tuple[int, ...]:
    """Return the ids of all articles that a list shows, on all its pages.

    Raises:
        BadInput: They are more than `MOST_ARTICLES`.
    """
    ids = db.session.scalars(matching(asked).with_only_columns(Article.id).limit(MOST_ARTICLES + 1)).all()
    _refuse_too_many(ids)
    return tuple(ids)


def translate_articles(ids: Sequence[int], target: str, *, beam_size: int | None = None) -> BulkReport:
    """Queue a job for each article that has sentences without a translation into a language, in one transaction.

    Args:
        ids: Of articles.
        target: Code of the language.
        beam_size: To decode with; None for what each translation was begun with, else for the settings'.

    Returns:
        For how many articles there is a job now. One that is translated already, or that no model translates into this
        language, is told.

    Raises:
        UnknownLanguage: `target` is not a language code.
        BadInput: More than `MOST_ARTICLES`.
    """
    _refuse_too_many(ids)
    code = canonical(target)
    articles = _titled(ids)
    failed = _missing(ids, articles)
    problems = {source: _problem(source, code) for source in {source for _, source in articles.values()}}
    done = 0
    with writing() as session:
        for id_, (title, source) in articles.items():
            if problem := problems[source]:
                failed.append(ArticleFailure(title, problem))
                continue
            try:
                translation_id = ensure_translation(id_, code)
                before = last_jobs([translation_id]).get(translation_id) if beam_size is None else None
                job_id = queue_job(translation_id, before.beam_size if before else beam_size)
            except NotFound as error:
                failed.append(ArticleFailure(title, str(error)))
                continue
            if job_id is None:
                failed.append(ArticleFailure(title, words("it is translated already")))
            else:
                done += 1
        session.flush()
    job_queued.send()
    return BulkReport(done, tuple(failed))


def delete_articles(ids: Sequence[int]) -> BulkDeletion:
    """Hide articles at one moment; they can be brought back together until the undo time is over.

    Those that are not there any more are no failure: they are gone, as was asked.

    Raises:
        BadInput: More than `MOST_ARTICLES`.
    """
    _refuse_too_many(ids)
    moment = now()
    with writing() as session:
        changed = session.execute(
            update(Article).where(Article.id.in_(ids), Article.deleted_at.is_(None)).values(deleted_at=moment)
        )
        return BulkDeletion(rows_changed(changed), moment)


def restore_deleted_at(moment: datetime) -> int:
    """Bring back the articles that were deleted together at a moment; return how many.

    Raises:
        NotFound: None of them is there any more.
    """
    with writing() as session:
        changed = rows_changed(
            session.execute(update(Article).where(Article.deleted_at == moment).values(deleted_at=None))
        )
        if not changed:
            raise NotFound(words("These articles are back already, or gone for good."))
        return changed


def _titled(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return title and language of the articles that are there, in the order of their ids."""
    rows = db.session.execute(
        select(Article.id, Article.title, Article.source_language)
        .where(Article.id.in_(ids), Article.deleted_at.is_(None))
        .order_by(Article.id)
    )
    return {row.id: (row.title, row.source_language) for row in rows}


def _missing(ids: Sequence[int], articles: dict[int, tuple[str, str]]) -> list[ArticleFailure]:
    gone = [id_ for id_ in dict.fromkeys(ids) if id_ not in articles]
    return [ArticleFailure(words("Article {id}", id=id_), words("it is not there any more")) for id_ in gone]


def _problem(source: str, target: str) -> str:
    """Return why no article of a language can be translated into another; "" if it can."""
    if source == target:
        return words("it is in {language} already", language=language(target).name)
    try:
        workbench().engine.route(source, target)
    except ModelProblem as error:
        return str(error)
    return ""


def _refuse_too_many(ids: Sequence[int]) -> None:
    if len(ids) > MOST_ARTICLES:
        raise BadInput(
            words("This is done to {limit} articles at most at once.", limit=MOST_ARTICLES),
            hint=words("Narrow the list with its filters, and go on with the rest."),
        )
