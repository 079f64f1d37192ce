"""Bringing translation memories in from TMX files, and writing them out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from sqlalchemy import insert, select, tuple_, update

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.formats.tmx import TmxCount, read_tmx, write_tmx
from workbench.languages import primary
from workbench.memory.keys import exact_key, is_worth_keeping, loose_key, pair_key
from workbench.memory.units import EntryOrigin, Unit
from workbench.services.memory_changes import count_change, purge_removed
from workbench.services.memory_lists import read_units
from workbench.services.transactions import writing
from workbench.tables import MemoryEntry
from workbench.tables.types import now
from workbench.wording import words

_CHUNK = 500


@dataclass(slots=True)
class ImportedTmx:
    """What an import did. `left_out` are units without both languages, or without a word."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    left_out: int = 0


def import_tmx(stream: BinaryIO, *, source: str = "", target: str = "") -> ImportedTmx:
    """Add the units of a TMX file to the memory.

    The whole file is read once before anything is stored: a damaged one changes nothing. It is stored in small
    transactions, so that people can go on working meanwhile.

    Args:
        stream: The file; it can be read twice.
        source: Code of the source language, "" for what the file says.
        target: Code of the only target language to take, "" for all.

    Raises:
        BadInput: The file is no TMX, is damaged, or has nothing in these languages.
    """
    if source and target and primary(source) == primary(target):
        raise BadInput(words("Source and target are the same language."), hint=words("Choose two languages."))
    count = TmxCount()
    start = stream.tell()
    if not sum(1 for _ in read_tmx(stream, source=source, target=target, count=count)):
        raise BadInput(
            words("The file has no sentence in both of the languages."),
            hint=words("Look at the languages it names (xml:lang), and choose those."),
        )
    stream.seek(start)
    done = ImportedTmx(left_out=count.left_out)
    units = read_tmx(stream, source=source, target=target)
    while chunk := list(itertools.islice(units, _CHUNK)):
        _store(chunk, done)
    return done


def export_tmx(stream: BinaryIO, source: str, target: str) -> int:
    """Write a pair's entries as TMX and return how many.

    Raises:
        BadInput: The memory has none of this pair.
    """
    units = read_units(source, target)
    first = next(units, None)
    if first is None:
        raise BadInput(
            words("The memory has nothing from {source} to {target}.", source=source, target=target),
            hint=words("The Memory page lists its language pairs."),
        )
    return write_tmx(itertools.chain([first], units), stream, source=source)


def _store(units: Sequence[Unit], done: ImportedTmx) -> None:
    wanted: dict[tuple[str, str, str], Unit] = {}
    for unit in units:
        if is_worth_keeping(unit.source, unit.target):
            key = (unit.source_language, unit.target_language, pair_key(unit.source, unit.target))
            done.unchanged += key in wanted
            wanted[key] = unit
        else:
            done.left_out += 1
    with writing() as session:
        purge_removed()
        columns = (MemoryEntry.source_language, MemoryEntry.target_language, MemoryEntry.pair_key)
        known = session.execute(
            select(*columns, MemoryEntry.id, MemoryEntry.updated_at, MemoryEntry.deleted_at).where(
                tuple_(*columns).in_(list(wanted))
            )
        )
        counts: dict[tuple[str, str], int] = {}
        changes = []
        for source, target, pair, id_, updated_at, deleted_at in known:
            unit = wanted.pop((source, target, pair))
            is_newer = unit.changed_at is not None and unit.changed_at > updated_at
            if deleted_at is None and not is_newer:
                done.unchanged += 1
                continue
            values: dict[str, Any] = {"id": id_, "change": _count(unit, counts), "deleted_at": None}
            if is_newer:
                values |= {"updated_at": unit.changed_at, "changed_by": unit.changed_by or unit.created_by}
            changes.append(values)
        fresh = [_values(unit, key[2], _count(unit, counts)) for key, unit in wanted.items()]
        if fresh:
            session.execute(insert(MemoryEntry), fresh)
        if changes:
            session.execute(update(MemoryEntry), changes)
    db.session.expire_all()
    done.added += len(fresh)
    done.changed += len(changes)


def _count(unit: Unit, counts: dict[tuple[str, str], int]) -> int:
    pair = (unit.source_language, unit.target_language)
    if pair not in counts:
        counts[pair] = count_change(*pair)
    return counts[pair]


def _values(unit: Unit, key: str, change: int) -> dict[str, Any]:
    moment = now()
    return {
        "source_language": unit.source_language,
        "target_language": unit.target_language,
        "source": unit.source,
        "target": unit.target,
        "exact_key": exact_key(unit.source),
        "loose_key": loose_key(unit.source),
        "pair_key": key,
        "origin": EntryOrigin.IMPORTED,
        "note": unit.note,
        "created_by": unit.created_by,
        "changed_by": unit.changed_by or unit.created_by,
        "uses": unit.uses,
        "version": 1,
        "change": change,
        "created_at": unit.created_at or unit.changed_at or moment,
        "updated_at": unit.changed_at or unit.created_at or moment,
    }
