"""Writing the translation memory: what reviewers accept, and adding, correcting, removing by hand."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import InvalidField, NotFound
from workbench.extensions import db, workbench
from workbench.memory.keys import exact_key, is_worth_keeping, loose_key, pair_key
from workbench.memory.units import EntryOrigin
from workbench.services.memory_changes import count_change, forget_entry, purge_removed
from workbench.services.transactions import writing
from workbench.tables import MemoryEntry
from workbench.tables.types import now
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence and its translation, in canonical languages."""

    source_language: str
    target_language: str
    source: str
    target: str


def remember(wording: Wording, *, article_id: int, reviewer_id: int) -> None:
    """Inside a transaction: take in a sentence that a reviewer accepted.

    It replaces what was accepted for the same sentence of the same article before. What is no language, such as
    a lone mark, is left out. Accepting the same again changes nothing.
    """
    if not is_worth_keeping(wording.source, wording.target):
        return
    session = db.session
    earlier = session.scalars(
        select(MemoryEntry).where(
            MemoryEntry.article_id == article_id,
            MemoryEntry.exact_key == exact_key(wording.source),
            MemoryEntry.source_language == wording.source_language,
            MemoryEntry.target_language == wording.target_language,
            MemoryEntry.source == wording.source,
            MemoryEntry.deleted_at.is_(None),
        )
    ).all()
    entry = _find(wording)
    if entry is not None and [*earlier] == [entry] and _is_from(entry, wording, article_id):
        return
    change = count_change(wording.source_language, wording.target_language)
    for other in earlier:
        if entry is None:
            entry = other
        elif other is not entry:
            other.deleted_at, other.change = now(), change
    if entry is None:
        entry = MemoryEntry(origin=EntryOrigin.ACCEPTED)
        session.add(entry)
    _write(entry, wording, change, reviewer_id)
    entry.article_id, entry.origin = article_id, EntryOrigin.ACCEPTED


def add_entry(wording: Wording, *, reviewer_id: int, note: str = "") -> int:
    """Add an entry by hand, or bring back a removed one, and return its id.

    Raises:
        InvalidField: A text is empty or too long, or the entry is there already.
    """
    _check(wording)
    with writing() as session:
        purge_removed()
        entry = _find(wording)
        change = count_change(wording.source_language, wording.target_language)
        if entry is None:
            entry = MemoryEntry(origin=EntryOrigin.ADDED)
            session.add(entry)
        elif entry.deleted_at is None:
            raise InvalidField("target", words("The memory has this sentence with this translation already."))
        _write(entry, wording, change, reviewer_id)
        entry.note = note
        session.flush()
        return entry.id


def correct_entry(entry_id: int, *, source: str, target: str, note: str, seen_version: int, reviewer_id: int) -> None:
    """Replace an entry's texts.

    Raises:
        NotFound: It was removed.
        InvalidField: A text cannot be used, another entry says the same, or somebody else changed it since.
    """
    with writing() as session:
        entry = get_entry(entry_id)
        wording = Wording(entry.source_language, entry.target_language, source, target)
        if (entry.source, entry.target, entry.note) == (source, target, note):
            return
        _check(wording)
        if entry.version != seen_version:
            raise InvalidField(
                "target",
                words("Somebody else changed it meanwhile: {target}", target=entry.target),
                hint=words("Save again to replace that."),
            )
        other = _find(wording)
        if other is not None and other.id != entry.id:
            if other.deleted_at is None:
                raise InvalidField("target", words("The memory has this sentence with this translation already."))
            forget_entry(other)
            session.flush()
        _write(entry, wording, count_change(wording.source_language, wording.target_language), reviewer_id)
        entry.note = note


def remove_entry(entry_id: int) -> None:
    """Hide an entry; it can be brought back until the undo time is over.

    Raises:
        NotFound: It was removed already.
    """
    with writing():
        entry = get_entry(entry_id)
        entry.deleted_at = now()
        entry.change = count_change(entry.source_language, entry.target_language)


def restore_entry(entry_id: int) -> None:
    """Bring a removed entry back, as it was.

    Raises:
        NotFound: It is gone for good.
    """
    with writing() as session:
        entry = session.get(MemoryEntry, entry_id)
        if entry is None:
            raise NotFound(words("This entry is gone: it was removed longer ago than it can be brought back."), hint="")
        if entry.deleted_at is not None:
            entry.deleted_at = None
            entry.change = count_change(entry.source_language, entry.target_language)


def get_entry(entry_id: int) -> MemoryEntry:
    """Return an entry's row.

    Raises:
        NotFound: It does not exist, or it was removed.
    """
    entry = db.session.get(MemoryEntry, entry_id)
    if entry is None or entry.deleted_at is not None:
        raise NotFound(
            words("This entry has been removed."), hint=words("The memory has everything that is still there.")
        )
    return entry


def _find(wording: Wording) -> MemoryEntry | None:
    return db.session.scalar(
        select(MemoryEntry).where(
            MemoryEntry.source_language == wording.source_language,
            MemoryEntry.target_language == wording.target_language,
            MemoryEntry.pair_key == pair_key(wording.source, wording.target),
        )
    )


def _is_from(entry: MemoryEntry, wording: Wording, article_id: int) -> bool:
    """Whether an entry is just what was accepted in this article."""
    return (entry.source, entry.target, entry.article_id, entry.origin) == (
        wording.source,
        wording.target,
        article_id,
        EntryOrigin.ACCEPTED,
    )


def _check(wording: Wording) -> None:
    limit = workbench().settings.max_text_chars
    for field, text in (("source", wording.source), ("target", wording.target)):
        if not text:
            raise InvalidField(field, words("This cannot be empty."))
        if "\0" in text:
            raise InvalidField(field, words("The text has a NUL character."), hint=words("Paste it as plain text."))
        if len(text) > limit:
            raise InvalidField(
                field, words("The text has {n:,} characters; {limit:,} is the limit.", n=len(text), limit=limit)
            )


def _write(entry: MemoryEntry, wording: Wording, change: int, reviewer_id: int) -> None:
    entry.source_language, entry.target_language = wording.source_language, wording.target_language
    entry.source, entry.target = wording.source, wording.target
    entry.exact_key, entry.loose_key = exact_key(wording.source), loose_key(wording.source)
    entry.pair_key = pair_key(wording.source, wording.target)
    entry.reviewer_id, entry.changed_by = reviewer_id, ""
    entry.updated_at, entry.deleted_at = now(), None
    entry.version = (entry.version or 0) + 1
    entry.change = change
