"""Reading the glossary: pages of it, what an export has, one pair's terms ready to be found."""

from __future__ import annotations

from collections.abc import Iterator

from flask import current_app
from sqlalchemy import Select, func, select

from workbench.errors import NotFound
from workbench.extensions import db
from workbench.memory.entries import Entry
from workbench.memory.terms import Glossary, Term
from workbench.services.glossary import entry_of
from workbench.services.views import GlossaryPage, Pair, TermView
from workbench.tables import GlossaryPair, GlossaryTerm, Reviewer
from workbench.tables.sqlite import folded
from workbench.wording import words

PAGE_SIZE = 50


def list_terms(query: str = "", pair: str = "", page: int = 1) -> GlossaryPage:
    """Return a page of the glossary, by source.

    Args:
        query: Words that must stand in the source, the target or the note, in any case; "" for all.
        pair: Code of a pair, "en>es"; "" for all.
        page: From 1; a page past the end is the last one.
    """
    matching = _matching(query, pair)
    total = db.session.scalar(select(func.count()).select_from(matching.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    rows = db.session.execute(
        matching.add_columns(Reviewer)
        .outerjoin(Reviewer, Reviewer.id == GlossaryTerm.reviewer_id)
        .order_by(folded(GlossaryTerm.source), GlossaryTerm.source, GlossaryTerm.id)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    items = tuple(_view(term, reviewer) for term, reviewer in rows)
    return GlossaryPage(items, total, page, pages, query=query, pair=pair, pairs=list_pairs())


def list_pairs() -> tuple[Pair, ...]:
    """Return the language pairs that have terms."""
    counted = (
        select(GlossaryTerm.source_language, GlossaryTerm.target_language, func.count())
        .where(GlossaryTerm.deleted_at.is_(None))
        .group_by(GlossaryTerm.source_language, GlossaryTerm.target_language)
        .order_by(GlossaryTerm.source_language, GlossaryTerm.target_language)
    )
    return tuple(Pair(*row) for row in db.session.execute(counted))


def view_term(term_id: int) -> TermView:
    """Return one term.

    Raises:
        NotFound: It does not exist or was removed.
    """
    term = db.session.get(GlossaryTerm, term_id)
    if term is None or term.deleted_at is not None:
        raise NotFound(
            words("This term has been removed."), hint=words("Look for it in the glossary, or add it again.")
        )
    return _view(term, db.session.get(Reviewer, term.reviewer_id) if term.reviewer_id else None)


def list_entries(query: str = "", pair: str = "") -> Iterator[Entry]:
    """Yield what a search finds, as entries, in the order of pairs and sources."""
    order = (GlossaryTerm.source_language, GlossaryTerm.target_language, folded(GlossaryTerm.source), GlossaryTerm.id)
    for term in db.session.scalars(_matching(query, pair).order_by(*order)):
        yield entry_of(term)


def load_glossary(source: str, target: str) -> Glossary | None:
    """Return the terms of a pair, None for none.

    They are read again only when the pair's counter says that somebody, in this process or another, changed them.
    """
    change = db.session.scalar(
        select(GlossaryPair.change).where(
            GlossaryPair.source_language == source, GlossaryPair.target_language == target
        )
    )
    return glossary_at(source, target, change)


def glossary_at(source: str, target: str, change: int | None) -> Glossary | None:
    """Return the terms of a pair whose counter stands at `change` (None: it never had any), None for none."""
    if change is None:
        return None
    cache: dict[tuple[str, str], tuple[int, Glossary]] = current_app.extensions.setdefault("glossaries", {})
    known = cache.get((source, target))
    if known is None or known[0] != change:
        rows = db.session.execute(
            select(GlossaryTerm.source, GlossaryTerm.target, GlossaryTerm.case_rule, GlossaryTerm.keep).where(
                GlossaryTerm.source_language == source,
                GlossaryTerm.target_language == target,
                GlossaryTerm.deleted_at.is_(None),
            )
        )
        known = change, Glossary(Term(*row) for row in rows)
        cache[source, target] = known
    return known[1] if len(known[1]) else None


def _view(term: GlossaryTerm, reviewer: Reviewer | None) -> TermView:
    return TermView(term.id, entry_of(term), term.version, reviewer.shown_name if reviewer else "", term.updated_at)


def _matching(query: str, pair: str) -> Select[GlossaryTerm]:
    found = select(GlossaryTerm).where(GlossaryTerm.deleted_at.is_(None))
    for word in query.casefold().split():
        texts = (GlossaryTerm.source, GlossaryTerm.target, GlossaryTerm.note)
        source, target, note = (folded(text).contains(word, autoescape=True) for text in texts)
        found = found.where(source | target | note)
    if pair:
        source_language, _, target_language = pair.partition(">")
        found = found.where(
            GlossaryTerm.source_language == source_language, GlossaryTerm.target_language == target_language
        )
    return found
