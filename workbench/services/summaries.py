"""Articles, translations and jobs as values for lists: a fixed number of queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.review import REVIEWED, SegmentState
from workbench.services.views import ArticleSummary, JobView, Progress, TranslationSummary
from workbench.tables import Article, Job, Reviewer, Segment, TranslatedSegment, Translation


def summarise(articles: Sequence[Article]) -> tuple[ArticleSummary, ...]:
    """Return the articles with their translations' progress, in the given order."""
    ids = [article.id for article in articles]
    translations = db.session.execute(
        select(Translation, Reviewer)
        .outerjoin(Reviewer, Reviewer.id == Translation.assignee_id)
        .where(Translation.article_id.in_(ids))
        .order_by(Translation.language)
    ).all()
    translation_ids = [translation.id for translation, _ in translations]
    progress = count_progress(translation_ids)
    jobs = last_jobs(translation_ids)
    by_article: dict[int, list[TranslationSummary]] = defaultdict(list)
    for translation, assignee in translations:
        by_article[translation.article_id].append(
            TranslationSummary(
                language=translation.language,
                progress=progress.get(translation.id, Progress()),
                job=jobs.get(translation.id),
                updated_at=translation.updated_at,
                verdict=translation.verdict,
                score=translation.readability_score,
                is_measured=translation.measured_change == translation.change,
                state=translation.state,
                assignee=assignee.shown_name if assignee else "",
            )
        )
    return tuple(
        ArticleSummary(
            id=article.id,
            title=article.title,
            source_language=article.source_language,
            published=article.published,
            created_at=article.created_at,
            deleted_at=article.deleted_at,
            segments=article.segment_count,
            words=article.word_count,
            translations=tuple(by_article[article.id]),
            score=article.readability_score,
        )
        for article in articles
    )


def count_progress(translation_ids: Iterable[int]) -> dict[int, Progress]:
    """Return how many segments of each translation are in each state, and their words, in one query.

    One that stands in another's text is in that one's state.
    """
    head = aliased(TranslatedSegment)
    rows = db.session.execute(
        select(
            TranslatedSegment.translation_id,
            state := func.coalesce(head.state, TranslatedSegment.state, type_=TranslatedSegment.state.type),
            func.count(),
            func.count(TranslatedSegment.follows_id),
            func.sum(Segment.words),
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .outerjoin(head, head.id == TranslatedSegment.merged_into_id)
        .where(TranslatedSegment.translation_id.in_(list(translation_ids)))
        .group_by(TranslatedSegment.translation_id, state)
    ).all()
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for translation_id, found_state, number, repeated, words in rows:
        counts[translation_id][found_state.value] = number
        counts[translation_id]["total"] += number
        counts[translation_id]["repeated"] += repeated
        counts[translation_id]["words"] += words
        if found_state in REVIEWED:
            counts[translation_id][f"{found_state.value}_words"] = words
    names = ["total", "repeated", "words", *(f"{state.value}_words" for state in REVIEWED)]
    names += [state.value for state in SegmentState]
    return {id_: Progress(**{name: found[name] for name in names}) for id_, found in counts.items()}


def last_jobs(translation_ids: Iterable[int]) -> dict[int, JobView]:
    """Return the newest job of each translation."""
    rows = db.session.execute(_LAST_JOBS, {"translations": list(translation_ids)}).all()
    return {row.Job.translation_id: _view(*row) for row in rows}


def recent_jobs(limit: int) -> tuple[JobView, ...]:
    """Return the newest jobs of articles that are not deleted, newest first."""
    rows = _select_jobs().where(Article.deleted_at.is_(None)).order_by(Job.id.desc()).limit(limit)
    return tuple(_view(*row) for row in db.session.execute(rows).all())


def _select_jobs() -> Select[Job, int, str, str, str]:
    return (
        select(Job, Article.id, Article.title, Article.source_language, Translation.language)
        .join(Translation, Translation.id == Job.translation_id)
        .join(Article, Article.id == Translation.article_id)
    )


# Built once: putting a statement together takes longer than running it.
_NEWEST = (
    select(func.max(Job.id))
    .where(Job.translation_id.in_(bindparam("translations", expanding=True)))
    .group_by(Job.translation_id)
)
_LAST_JOBS = _select_jobs().where(Job.id.in_(_NEWEST))


def _view(job: Job, article_id: int, title: str, source: str, target: str) -> JobView:
    return JobView(
        id=job.id,
        state=job.state,
        article_id=article_id,
        article_title=title,
        source_language=source,
        target_language=target,
        done=job.done,
        total=job.total,
        attempts=job.attempts,
        error=job.error,
        hint=job.hint,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        beam_size=job.beam_size,
    )
