"""What every write to the memory does besides: counting changes and uses, forgetting for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, func, select, update

from workbench.extensions import db, workbench
from workbench.services.transactions import rows_changed, writing
from workbench.tables import MemoryEntry, MemoryPair
from workbench.tables.types import now


def count_uses(entry_ids: Sequence[int]) -> None:
    """Count one more use of each of these entries; more for one that is named more often."""
    times: dict[int, list[int]] = {}
    for id_ in set(entry_ids):
        times.setdefault(entry_ids.count(id_), []).append(id_)
    with writing() as session:
        for count, ids in times.items():
            for start in range(0, len(ids), 500):
                session.execute(
                    update(MemoryEntry)
                    .where(MemoryEntry.id.in_(ids[start : start + 500]))
                    .values(uses=MemoryEntry.uses + count)
                    .execution_options(synchronize_session=False)
                )


def count_change(source_language: str, target_language: str) -> int:
    """Inside a transaction: count a write of a pair, so that every process learns of it, and return the count."""
    session = db.session
    of_pair = (MemoryPair.source_language == source_language, MemoryPair.target_language == target_language)
    if not rows_changed(session.execute(update(MemoryPair).where(*of_pair).values(change=MemoryPair.change + 1))):
        session.add(MemoryPair(source_language=source_language, target_language=target_language, change=1))
        session.flush()
        return 1
    return session.scalars(select(MemoryPair.change).where(*of_pair)).one()


def purge_removed() -> None:
    """Inside a transaction: remove for good what was removed longer ago than the undo time."""
    limit = now() - timedelta(hours=workbench().settings.undo_hours)
    gone = db.session.execute(
        select(MemoryEntry.source_language, MemoryEntry.target_language, func.max(MemoryEntry.change))
        .where(MemoryEntry.deleted_at < limit)
        .group_by(MemoryEntry.source_language, MemoryEntry.target_language)
    ).all()
    for source_language, target_language, change in gone:
        note_purge(source_language, target_language, change)
    if gone:
        db.session.execute(delete(MemoryEntry).where(MemoryEntry.deleted_at < limit))


def forget_entry(entry: MemoryEntry) -> None:
    """Inside a transaction: remove an entry for good."""
    note_purge(entry.source_language, entry.target_language, entry.change)
    db.session.delete(entry)


def note_purge(source_language: str, target_language: str, change: int) -> None:
    """Inside a transaction: note that an entry with this count of changes is gone for good."""
    pair = db.session.get_one(MemoryPair, (source_language, target_language))
    pair.purged = max(pair.purged, change)
