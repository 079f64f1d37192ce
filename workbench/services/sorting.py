"""The orders of the list of articles, beside the newest first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from workbench.review import REVIEWED
from workbench.tables import Article, TranslatedSegment, Translation
from workbench.tables.sqlite import folded

SORTS = ("oldest", "title", "updated", "progress", "-progress", "readability", "-readability")
"""`progress`: the least reviewed first; `readability`: the one whose translation became hardest to read first."""


def order_by(sort: str) -> tuple[ColumnElement[Any], ...]:
    """Return what orders articles; nothing for the newest first, and for what is not in `SORTS`."""
    if sort in ("readability", "-readability"):
        return _by_readability(sort)
    if sort == "oldest":
        return Article.created_at.asc(), Article.id.asc()
    if sort == "title":
        return (folded(Article.title).asc(),)
    if sort == "updated":
        written = select(func.max(Translation.updated_at)).where(Translation.article_id == Article.id)
        return (func.coalesce(written.scalar_subquery(), Article.created_at).desc(),)
    if sort in ("progress", "-progress"):
        is_reviewed = case((TranslatedSegment.state.in_(REVIEWED), 1.0), else_=0.0)
        share = (
            select(func.avg(is_reviewed))
            .join(Translation, Translation.id == TranslatedSegment.translation_id)
            .where(Translation.article_id == Article.id)
            .scalar_subquery()
        )
        return ((share.asc() if sort == "progress" else share.desc()).nulls_last(),)
    return ()


def _by_readability(sort: str) -> tuple[ColumnElement[float | None], ...]:
    """Return what orders articles by the verdict on the hardest (or easiest) translation, then by how far it deviates.

    Scores are no part of it: they do not compare across languages.
    """
    rank = case({"easier": 0, "similar": 1, "harder": 2}, value=Translation.verdict)  # any other verdict is NULL
    is_hardest_first = sort == "readability"

    def ordered(value: ColumnElement[Any]) -> ColumnElement[Any]:
        return (value.desc() if is_hardest_first else value.asc()).nulls_last()

    # Both of the same translation: how far one deviates that is similar says nothing of one that is harder.
    of_extreme = (
        select(each)
        .where(Translation.article_id == Article.id)
        .order_by(ordered(rank), ordered(Translation.deviation.expression))
        .limit(1)
        .scalar_subquery()
        for each in (rank, Translation.deviation)
    )
    return tuple(ordered(each) for each in of_extreme)
