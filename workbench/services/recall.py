"""Looking sentences up in the memory: the same sentence, or the same with other numbers, without a model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.extensions import db
from workbench.memory.keys import exact_key, loose_key
from workbench.memory.numbers import swap_numbers
from workbench.review import Origin
from workbench.services.batches import MachineText
from workbench.tables import MemoryEntry

_CHUNK = 500
_MOST_TRIED = 20
"""How many of the entries that differ in numbers are tried: of tables and lists there may be thousands."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A sentence that the memory knows.

    Attributes:
        sentence: As it was asked for.
        text: Its translation.
        match: 100 for the same sentence, 99 where white space, quotation marks or numbers differ.
        entry_id: The entry it comes from.
    """

    sentence: str
    text: str
    match: int
    entry_id: int


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    source: str
    target: str
    exact_key: str


def recall(source_language: str, target_language: str, sentences: Iterable[str]) -> dict[str, Remembered]:
    """Return those of the sentences that the memory knows; one query for 500 of them.

    The newest entry wins, an identical sentence before one that is spelled otherwise, and that before one with
    other numbers.
    """
    wanted = list(dict.fromkeys(sentences))
    found: dict[str, Remembered] = {}
    for start in range(0, len(wanted), _CHUNK):
        keys = {sentence: loose_key(sentence) for sentence in wanted[start : start + _CHUNK]}
        known = _read(source_language, target_language, sorted(set(keys.values())))
        for sentence, key in keys.items():
            remembered = _best(sentence, known.get(key, ()), source_language, target_language)
            if remembered is not None:
                found[sentence] = remembered
    db.session.rollback()  # no read stays open while a model works
    return found


def machine_text_of(remembered: Remembered) -> MachineText:
    """Return what the memory knows as a text to store."""
    return MachineText(
        remembered.sentence,
        remembered.text,
        score=None,
        pivot=None,
        origin=Origin.MEMORY,
        match=remembered.match,
    )


def _read(source_language: str, target_language: str, keys: Sequence[str]) -> dict[str, list[_Known]]:
    rows = db.session.execute(
        select(MemoryEntry.loose_key, MemoryEntry.id, MemoryEntry.source, MemoryEntry.target, MemoryEntry.exact_key)
        .where(
            MemoryEntry.source_language == source_language,
            MemoryEntry.target_language == target_language,
            MemoryEntry.loose_key.in_(keys),
            MemoryEntry.deleted_at.is_(None),
        )
        .order_by(MemoryEntry.updated_at.desc(), MemoryEntry.id.desc())
    )
    known: dict[str, list[_Known]] = {}
    for loose, id_, source, target, exact in rows:
        known.setdefault(loose, []).append(_Known(id_, source, target, exact))
    return known


def _best(sentence: str, known: Sequence[_Known], source_language: str, target_language: str) -> Remembered | None:
    for entry in known:
        if entry.source == sentence:
            return Remembered(sentence, entry.target, 100, entry.id)
    key = exact_key(sentence) if known else ""
    for entry in known:
        if entry.exact_key == key:
            return Remembered(sentence, entry.target, 99, entry.id)
    for entry in known[:_MOST_TRIED]:
        text = swap_numbers(entry.source, entry.target, sentence, source_language, target_language)
        if text is not None:
            return Remembered(sentence, text, 99, entry.id)
    return None
