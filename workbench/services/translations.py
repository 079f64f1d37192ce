"""Starting a translation, and finding it."""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update

from workbench.errors import NotFound, UnknownLanguage
from workbench.extensions import db, workbench
from workbench.languages import canonical
from workbench.services.articles import get_article
from workbench.services.jobs import cancel_job, job_queued, queue_job
from workbench.services.repeats import leaders_of_repeats
from workbench.services.summaries import last_jobs
from workbench.services.transactions import writing
from workbench.tables import Article, Segment, TranslatedSegment, Translation
from workbench.tables.types import now
from workbench.wording import words

# Built once: putting a statement together takes longer than running it.
_FOUND = (
    select(Article, Translation)
    .join(Translation, Translation.article_id == Article.id)
    .where(
        Article.id == bindparam("article"),
        Article.deleted_at.is_(None),
        Translation.language == bindparam("language"),
    )
)


def start_translation(article_id: int, target: str, *, beam_size: int | None = None) -> int:
    """Queue a job for the sentences that have no translation into `target` yet.

    Doing it twice does no harm: one translation per language, one active job per translation.

    Args:
        article_id: Of the article.
        target: Code of the language to translate into.
        beam_size: To decode with; None for what the translation was begun with, else for the settings'.

    Returns:
        The translation's id.

    Raises:
        NotFound: There is no such article.
        NoModel: No package, nor a chain of two, translates this pair.
        UnknownLanguage: `target` is not a language code.
    """
    language = canonical(target)
    article = get_article(article_id)
    workbench().engine.route(article.source_language, language)
    with writing():
        translation_id = ensure_translation(article_id, language)
        before = last_jobs([translation_id]).get(translation_id)
        queue_job(translation_id, before.beam_size if before and beam_size is None else beam_size)
    job_queued.send()
    return translation_id


def cancel_translation(article_id: int, language: str) -> None:
    """Stop the active job of a translation, if there is one; what it translated so far stays.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    job = last_jobs([translation.id]).get(translation.id)
    if job is not None and job.is_active:
        cancel_job(job.id)


def ensure_translation(article_id: int, language: str) -> int:
    """Inside a transaction: return the translation's id, made with all its pending sentences if need be."""
    session = db.session
    found = session.scalar(
        select(Translation.id).where(Translation.article_id == article_id, Translation.language == language)
    )
    if found is not None:
        return found
    translation = Translation(article_id=article_id, language=language, created_at=now(), updated_at=now())
    session.add(translation)
    session.flush()
    segments = session.scalars(
        select(Segment.id).where(Segment.article_id == article_id).order_by(Segment.position)
    ).all()
    if segments:
        session.execute(
            insert(TranslatedSegment),
            [{"translation_id": translation.id, "segment_id": segment_id} for segment_id in segments],
        )
    _let_repeats_follow(translation.id, article_id)
    return translation.id


def find_translation(article_id: int, language: str) -> tuple[Article, Translation]:
    """Return the rows of an article and of its translation.

    Raises:
        NotFound: Either does not exist, or the article is deleted.
    """
    try:
        code = canonical(language)
    except UnknownLanguage:
        get_article(article_id)  # that it is not there comes first
        raise
    found = db.session.execute(_FOUND, {"article": article_id, "language": code}).one_or_none()
    if found is None:
        get_article(article_id)  # says so, if it is the article that is not there
        raise NotFound(
            words("This article has not been translated into {language}.", language=language),
            hint=words("Open the article and choose a language to translate it into."),
        )
    return found.Article, found.Translation


def _let_repeats_follow(translation_id: int, article_id: int) -> None:
    """Point each sentence of a repeated block to its twin in the first such block."""
    leaders = leaders_of_repeats(article_id)
    if not leaders:
        return
    rows = db.session.execute(
        select(TranslatedSegment.segment_id, TranslatedSegment.id).where(
            TranslatedSegment.translation_id == translation_id
        )
    )
    ids = {row.segment_id: row.id for row in rows}
    db.session.execute(
        update(TranslatedSegment),
        [{"id": ids[repeat], "follows_id": ids[leader]} for repeat, leader in leaders.items()],
    )
