"""What is asked of the list of articles, and what was done to many of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles, and in which order. The names are those of the address; "" asks for nothing.

    Attributes:
        q: Words that must all stand in the title or the text, in any case.
        source: Code of the article's language.
        target: Code of a language that it has a translation into.
        state: One of `services.article_filters.STATES`: of the translation into `target`, or of any.
        sort: One of `services.sorting.SORTS`; "" is the newest first.
    """

    q: str = ""
    source: str = ""
    target: str = ""
    state: str = ""
    sort: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all articles."""
        return bool(self.q or self.source or self.target or self.state)

    def address(self, **more: str | int | None) -> dict[str, str | int]:
        """Return what is asked as the values of an address, with some others."""
        asked: dict[str, str | int | None] = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in (asked | more).items() if value}


@dataclass(frozen=True, slots=True)
class ArticleFailure:
    """An article that something could not be done to, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What was done to many articles: to how many, and to which ones it could not be done."""

    done: int
    failed: tuple[ArticleFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkDeletion:
    """How many articles were deleted, and the moment that all of them have: it names them for bringing them back."""

    done: int
    moment: datetime
