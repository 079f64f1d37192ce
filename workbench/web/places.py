"""Which desk a sentence stands on: its address and both languages, for templates of rows."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from workbench.languages import Language, canonical
from workbench.services.articles import get_article
from workbench.services.views import Changes, Desk
from workbench.web.reader import describe


@dataclass(frozen=True, slots=True)
class Place:
    """The desk of a translation.

    Attributes:
        url: Its address, from which those of its sentences are made.
        title: The article's.
        source: Language of the left side.
        target: Language of the right side.
    """

    url: str
    title: str
    source: Language
    target: Language


def place_of(article_id: int, language: str) -> Place:
    """Return the desk of an article's translation.

    Raises:
        NotFound: There is no such article.
        UnknownLanguage: `language` is not a code.
    """
    article = get_article(article_id)
    return _place(article_id, article.title, article.source_language, canonical(language))


def changes_place(article_id: int, language: str, changes: Changes) -> Place:
    """Return the place of a desk that changes are told to."""
    return _place(article_id, changes.title, changes.source_language, canonical(language))


def desk_place(desk: Desk) -> Place:
    """Return the place of a desk that is shown whole."""
    return _place(desk.article.id, desk.article.title, desk.article.source_language, desk.language)


def _place(article_id: int, title: str, source: str, target: str) -> Place:
    url = url_for("desk.show", article_id=article_id, language=target)
    return Place(url, title, describe(source), describe(target))
