"""What the address of the list of articles asks for, and what the list offers to ask."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext
from werkzeug.datastructures import MultiDict

from workbench.services.article_filters import STATES, ArticleState, languages_of_articles
from workbench.services.views.article_lists import ArticleQuery
from workbench.web.article_form import read_form

_ = lazy_gettext

ORDERS: tuple[tuple[str, LazyString], ...] = (
    ("", _("Newest first")),
    ("oldest", _("Oldest first")),
    ("title", _("By title")),
    ("updated", _("Last worked on first")),
    ("progress", _("Least reviewed first")),
    ("-progress", _("Most reviewed first")),
    ("readability", _("Hardest to read first")),
    ("-readability", _("Easiest to read first")),
)
"""The orders of `services.sorting.SORTS`, in the order in which they are offered."""
_LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What can be chosen: languages of articles, of translations, states, orders, and languages to translate into."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    states: tuple[ArticleState, ...]
    orders: tuple[tuple[str, LazyString], ...]
    reachable: tuple[str, ...]


def read_list(values: MultiDict[str, str]) -> ArticleQuery:
    """Return what an address or a form asks for."""
    return ArticleQuery(
        q=values.get("q", "").strip()[:_LONGEST_WORDS],
        source=values.get("source", ""),
        target=values.get("target", ""),
        state=values.get("state", ""),
        sort=values.get("sort", ""),
    )


def list_choices() -> ListChoices:
    """Return what the list offers."""
    sources, targets = languages_of_articles()
    reachable = tuple(read_form(MultiDict(), None).routes)
    return ListChoices(sources, targets, STATES, ORDERS, reachable)
