"""The glossary: listing, adding, correcting, removing and bringing back terms, and importing many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select, tuple_, update

from workbench.errors import NotFound
from workbench.extensions import db, workbench
from workbench.memory.entries import Entry, InvalidEntry
from workbench.services.transactions import rows_changed, writing
from workbench.services.views import ImportCount
from workbench.tables import GlossaryPair, GlossaryTerm
from workbench.tables.types import now
from workbench.wording import words

_CHUNK = 500
_REMOVED = words("This term has been removed.")


def add_term(entry: Entry, reviewer_id: int | None = None) -> int:
    """Add a term and return its id; one that was removed comes back with what is given now.

    Raises:
        InvalidEntry: The pair has this source already.
    """
    with writing() as session:
        _purge()
        _bump([entry])
        found = _find(entry)
        if found is None:
            found = GlossaryTerm(**_values(entry, reviewer_id))
            session.add(found)
        else:
            _refuse_live(found)
            _write(found, entry, reviewer_id)
        session.flush()
        return found.id


def correct_term(term_id: int, entry: Entry, *, seen_version: int, reviewer_id: int | None = None) -> None:
    """Replace a term.

    Raises:
        NotFound: It was removed.
        InvalidEntry: Another term of the pair has this source, or somebody else changed it since.
    """
    with writing() as session:
        term = session.get(GlossaryTerm, term_id)
        if term is None or term.deleted_at is not None:
            raise NotFound(_REMOVED, hint=words("Look for it in the glossary, or add it again."))
        if entry_of(term) == entry:
            return
        if term.version != seen_version:
            raise InvalidEntry(
                "target",
                words("Somebody else changed it meanwhile: {text}.", text=f"{term.source} → {term.target}"),
                hint=words("Save again to replace that."),
            )
        other = _find(entry)
        if other is not None and other.id != term_id:
            _refuse_live(other)
            session.delete(other)
            session.flush()
        _bump([entry_of(term), entry])
        _write(term, entry, reviewer_id)


def remove_term(term_id: int) -> str:
    """Remove a term, so that it can be brought back, and return its source.

    Raises:
        NotFound: It was removed already.
    """
    with writing() as session:
        term = session.get(GlossaryTerm, term_id)
        if term is None or term.deleted_at is not None:
            raise NotFound(_REMOVED, hint=words("The glossary has everything that is there."))
        term.deleted_at = now()
        term.version += 1
        _bump([entry_of(term)])
        return term.source


def restore_term(term_id: int) -> None:
    """Bring a removed term back, as it was.

    Raises:
        NotFound: It is gone for good.
    """
    with writing() as session:
        term = session.get(GlossaryTerm, term_id)
        if term is None:
            raise NotFound(words("This term is gone: it was removed longer ago than it can be brought back."), hint="")
        if term.deleted_at is not None:
            term.deleted_at = None
            term.version += 1
            _bump([entry_of(term)])


def import_terms(entries: Sequence[Entry], reviewer_id: int | None = None) -> ImportCount:
    """Add many terms in one transaction; one that is there takes over what the file says."""
    fresh: list[dict[str, Any]] = []
    changes: list[dict[str, Any]] = []
    with writing() as session:
        _purge()
        known = _known(entries)
        for entry in entries:
            term = known.get(entry.key)
            if term is None:
                fresh.append(_values(entry, reviewer_id))
            elif term.deleted_at is not None or entry_of(term) != entry:
                changes.append(
                    _values(entry, reviewer_id) | {"id": term.id, "version": term.version + 1, "deleted_at": None}
                )
        if fresh:
            session.execute(insert(GlossaryTerm), fresh)
        if changes:
            session.execute(update(GlossaryTerm), changes)
        if fresh or changes:
            _bump(entries)
    return ImportCount(len(fresh), len(changes), len(entries) - len(fresh) - len(changes))


def entry_of(term: GlossaryTerm) -> Entry:
    """Return a row as the entry it stores."""
    from workbench.memory.terms import Term

    return Entry(
        term.source_language,
        term.target_language,
        Term(term.source, term.target, term.case_rule, term.keep),
        term.note,
    )


def _known(entries: Sequence[Entry]) -> dict[tuple[str, str, str], GlossaryTerm]:
    found: dict[tuple[str, str, str], GlossaryTerm] = {}
    key = tuple_(GlossaryTerm.source_language, GlossaryTerm.target_language, GlossaryTerm.source)
    for start in range(0, len(entries), _CHUNK):
        keys = [entry.key for entry in entries[start : start + _CHUNK]]
        for term in db.session.scalars(select(GlossaryTerm).where(key.in_(keys))):
            found[term.source_language, term.target_language, term.source] = term
    return found


def _find(entry: Entry) -> GlossaryTerm | None:
    return _known([entry]).get(entry.key)


def _refuse_live(term: GlossaryTerm) -> None:
    if term.deleted_at is None:
        raise InvalidEntry(
            "source",
            words("“{source}” is there already: {target}.", source=term.source, target=term.target),
            hint=words("Correct that one instead."),
        )


def _values(entry: Entry, reviewer_id: int | None) -> dict[str, Any]:
    return {
        "source_language": entry.source_language,
        "target_language": entry.target_language,
        "source": entry.term.source,
        "target": entry.term.target,
        "case_rule": entry.term.case,
        "keep": entry.term.keep,
        "note": entry.note,
        "reviewer_id": reviewer_id,
        "updated_at": now(),
    }


def _write(term: GlossaryTerm, entry: Entry, reviewer_id: int | None) -> None:
    for name, value in _values(entry, reviewer_id).items():
        setattr(term, name, value)
    term.version += 1
    term.deleted_at = None


def _bump(entries: Iterable[Entry]) -> None:
    """Inside a transaction: count a change of each pair, so that every process reads its terms again."""
    for source, target in sorted({(entry.source_language, entry.target_language) for entry in entries}):
        counted = db.session.execute(
            update(GlossaryPair)
            .where(GlossaryPair.source_language == source, GlossaryPair.target_language == target)
            .values(change=GlossaryPair.change + 1)
        )
        if not rows_changed(counted):
            db.session.add(GlossaryPair(source_language=source, target_language=target, change=1))


def _purge() -> None:
    """Inside a transaction: remove for good what was removed longer ago than the undo time."""
    limit = now() - timedelta(hours=workbench().settings.undo_hours)
    db.session.execute(delete(GlossaryTerm).where(GlossaryTerm.deleted_at < limit))
