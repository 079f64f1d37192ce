"""Finding words in the sentences of one translation."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from workbench.search import Matcher, Query
from workbench.services.rows import read_rows
from workbench.services.translations import find_translation
from workbench.services.views import Row
from workbench.services.views.filters import EVERYTHING, RowChoice
from workbench.services.views.find import SentenceHits


class Sides(StrEnum):
    """Where to look."""

    TARGET = "target"
    SOURCE = "source"
    BOTH = "both"


def find_in_article(
    article_id: int, language: str, query: Query, *, sides: Sides = Sides.TARGET, choice: RowChoice = EVERYTHING
) -> tuple[SentenceHits, ...]:
    """Return the sentences of a translation that have a hit, in reading order.

    Args:
        article_id: Which article.
        language: Which translation of it.
        query: What to find.
        sides: Where.
        choice: Only in the rows that it shows.

    Raises:
        NotFound: There is no such translation.
        BadPattern: The query cannot be looked for, or takes too long.
    """
    _, translation = find_translation(article_id, language)
    rows = read_rows(translation.id)
    return search_rows((row for row in rows if choice.shows(row)), query, sides)


def search_rows(rows: Iterable[Row], query: Query, sides: Sides) -> tuple[SentenceHits, ...]:
    """Return those of the rows that have a hit.

    Raises:
        BadPattern: The query cannot be looked for, or takes too long.
    """
    matcher = Matcher(query)
    found = (
        SentenceHits(
            row.position,
            source=matcher.find(row.source) if sides is not Sides.TARGET else (),
            target=matcher.find(row.target) if row.target and sides is not Sides.SOURCE else (),
        )
        for row in rows
    )
    return tuple(each for each in found if each.count)
