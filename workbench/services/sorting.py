"""The orders of the list of articles, beside the newest first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, select

from workbench.tables import Article, Translation

SORTS = ("readability", "-readability")
"""The article whose translation became hardest to read first, or last."""


def by_readability(sort: str) -> tuple[ColumnElement[float | None], ...]:
    """Return what orders articles by the verdict on the hardest (or easiest) translation, then by how far it deviates.

    Scores are no part of it: they do not compare across languages.
    """
    if sort not in SORTS:
        return ()
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
