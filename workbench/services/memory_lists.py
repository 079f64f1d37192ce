"""Reading the memory: pages of it, one entry, what an export has, and what is similar to a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Select, func, select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.languages import canonical
from workbench.memory.units import Unit
from workbench.services.match_index import match_indexes
from workbench.services.memory import get_entry
from workbench.services.segments import view_row
from workbench.services.translations import find_translation
from workbench.services.views.memory import EntryView, Matches, MatchView, MemoryPage, MemoryPairView
from workbench.tables import Article, MemoryEntry, Reviewer
from workbench.tables.sqlite import folded
from workbench.wording import words

PAGE_SIZE = 50
MOST_MATCHES = 5


def list_entries(query: str = "", pair: str = "", page: int = 1) -> MemoryPage:
    """Return a page of the memory, newest first.

    Args:
        query: Words that must stand in the sentence or its translation, in any case; "" for all.
        pair: Code of a pair, "en>es"; "" for all.
        page: From 1; a page past the end is the last one.
    """
    matching = _matching(query, pair)
    total = db.session.scalar(select(func.count()).select_from(matching.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    ids = matching.order_by(MemoryEntry.updated_at.desc(), MemoryEntry.id.desc())
    found = db.session.scalars(ids.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()
    return MemoryPage(_views(found), total, page, pages, query=query, pair=pair, pairs=list_pairs())


def list_pairs() -> tuple[MemoryPairView, ...]:
    """Return the language pairs that have entries."""
    counted = (
        select(MemoryEntry.source_language, MemoryEntry.target_language, func.count())
        .where(MemoryEntry.deleted_at.is_(None))
        .group_by(MemoryEntry.source_language, MemoryEntry.target_language)
        .order_by(MemoryEntry.source_language, MemoryEntry.target_language)
    )
    return tuple(MemoryPairView(*row) for row in db.session.execute(counted))


def view_entry(entry_id: int) -> EntryView:
    """Return one entry.

    Raises:
        NotFound: It does not exist, or it was removed.
    """
    return _views([get_entry(entry_id).id])[0]


def find_matches(article_id: int, language: str, position: int, *, seen_key: str = "") -> Matches:
    """Return the entries that are most similar to a sentence of an article, from 70 per cent.

    What the sentence itself gave to the memory is left out while it stands there.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        seen_key: The sentence that the page showed at this position, as `Row.key` names it; "" for any.

    Raises:
        SourceChanged: A newer version of the article has another sentence there.
        NotFound: There is no such translation or sentence.
    """
    article, translation = find_translation(article_id, language)
    row = view_row(article_id, language, position, seen_key=seen_key)
    pair = (article.source_language, translation.language)
    found = match_indexes().find(pair, row.whole_source, MOST_MATCHES + 1)
    if found is None:
        return Matches(row.whole_source, row.version, row.key, (), is_reading=True)
    views = {view.id: view for view in _views([match.id for match in found])}
    items = [MatchView(match.percent, views[match.id]) for match in found if match.id in views]
    own = (article_id, row.whole_source, row.target)
    others = [item for item in items if (item.entry.article_id, item.entry.source, item.entry.target) != own]
    return Matches(row.whole_source, row.version, row.key, tuple(others[:MOST_MATCHES]), is_reading=False)


def read_units(source_language: str, target_language: str) -> Iterator[Unit]:
    """Yield a pair's entries in the order in which they came, a few at a time."""
    rows = db.session.execute(
        select(MemoryEntry, Reviewer.name)
        .outerjoin(Reviewer, Reviewer.id == MemoryEntry.reviewer_id)
        .where(
            MemoryEntry.source_language == source_language,
            MemoryEntry.target_language == target_language,
            MemoryEntry.deleted_at.is_(None),
        )
        .order_by(MemoryEntry.id)
        .execution_options(yield_per=1_000)
    )
    for entry, name in rows:
        yield Unit(
            source_language,
            target_language,
            entry.source,
            entry.target,
            created_by=entry.created_by or name or "",
            created_at=entry.created_at,
            changed_by=entry.changed_by or name or "",
            changed_at=entry.updated_at,
            note=entry.note,
            uses=entry.uses,
        )


def read_pair(code: str) -> tuple[str, str]:
    """Return the languages of a pair's code, "en>es".

    Raises:
        BadInput: It is no such code.
    """
    source, arrow, target = code.partition(">")
    if not arrow:
        raise BadInput(words("No language pair was chosen."), hint=words("Choose one."))
    return canonical(source), canonical(target)


def _views(ids: Sequence[int]) -> tuple[EntryView, ...]:
    rows = db.session.execute(
        select(MemoryEntry, Reviewer, Article.title, Article.deleted_at)
        .outerjoin(Reviewer, Reviewer.id == MemoryEntry.reviewer_id)
        .outerjoin(Article, Article.id == MemoryEntry.article_id)
        .where(MemoryEntry.id.in_(ids), MemoryEntry.deleted_at.is_(None))
    )
    views = {entry.id: _view(entry, reviewer, title, gone) for entry, reviewer, title, gone in rows}
    return tuple(views[id_] for id_ in ids if id_ in views)


def _view(entry: MemoryEntry, reviewer: Reviewer | None, title: str | None, deleted_at: datetime | None) -> EntryView:
    is_there = title is not None and deleted_at is None
    return EntryView(
        id=entry.id,
        source_language=entry.source_language,
        target_language=entry.target_language,
        source=entry.source,
        target=entry.target,
        origin=entry.origin,
        note=entry.note,
        by=entry.changed_by or (reviewer.shown_name if reviewer else entry.created_by),
        article_id=entry.article_id if is_there else None,
        article=title if title is not None and is_there else "",
        uses=entry.uses,
        version=entry.version,
        updated_at=entry.updated_at,
    )


def _matching(query: str, pair: str) -> Select[int]:
    found = select(MemoryEntry.id).where(MemoryEntry.deleted_at.is_(None))
    for word in query.casefold().split():
        source, target = folded(MemoryEntry.source), folded(MemoryEntry.target)
        found = found.where(source.contains(word, autoescape=True) | target.contains(word, autoescape=True))
    if pair:
        source_language, _, target_language = pair.partition(">")
        found = found.where(
            MemoryEntry.source_language == source_language, MemoryEntry.target_language == target_language
        )
    return found
