"""Repeats that an update brought, or changed: what they take from the sentences that they follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.lines import Line, read_lines
from workbench.services.update_rows import store_texts, text_values, updated
from workbench.tables import TranslatedSegment

TEXTS = ("text", "machine_text", "pivot_text", "state", "origin", "score", "faults", "match")
"""Columns that make a translation."""


def copy_leaders(followers: list[tuple[Line, int]], moment: datetime) -> None:
    """Inside a transaction: give waiting repeats what their leaders have, whose ids stand beside them."""
    rows = _read_rows(leader_id for _, leader_id in followers)
    updates, revisions = [], []
    for line, leader_id in followers:
        leader = rows.get(leader_id)
        if leader is None or not leader.text:
            continue
        texts = {name: getattr(leader, name) for name in TEXTS}
        texts |= {"origin": Origin.REPEAT, "reviewer_id": leader.reviewer_id}
        updates.append(text_values(line, line.version + 1, moment, texts))
        revisions.append(
            updated(line.id, moment, leader.state, line.version + 1, "", leader.text, reviewer_id=leader.reviewer_id)
        )
    store_texts(updates, revisions)


def copy_groups(translation_id: int, follows: Mapping[int, int], moment: datetime) -> tuple[set[int], set[int]]:
    """Inside a transaction: let repeats of sentences that are translated together be translated together too.

    A repeat that does not follow all of them, side by side, goes its own way.

    Args:
        translation_id: Whose sentences.
        follows: The row that each repeat follows, by its id.
        moment: When the update was made.

    Returns:
        The ids of the rows that are one text with others now, and of those that follow nobody any more.
    """
    lines = read_lines(translation_id) if follows else []
    groups: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        if line.merged_into_id is not None:
            groups[line.merged_into_id].append(line.id)
    together = {id_ for head_id, members in groups.items() for id_ in (head_id, *members)}
    by_id = {line.id: line for line in lines}
    copied: list[tuple[Sequence[Line], Line]] = []
    done: set[int] = set()
    freed: set[int] = set()
    for index, line in enumerate(lines):
        leader_id = follows.get(line.id)
        if line.id in done or leader_id not in together:
            continue
        assert leader_id is not None
        run = lines[index : index + 1 + len(groups.get(leader_id, ()))]
        if leader_id in groups and _follows_all(run, [leader_id, *groups[leader_id]], follows):
            done.update(each.id for each in run)
            if not _is_alike(run, by_id[leader_id]):
                copied.append((run, by_id[leader_id]))
        else:
            freed.add(line.id)
    _store(copied, moment)
    _let_go(freed)
    return {line.id for run, _ in copied for line in run}, freed


def free_others(translation_id: int) -> set[int]:
    """Inside a transaction: let repeats go that say something else than what they follow; return the ids of their rows.

    A sentence that stays as it is may be led by another one than before.
    """
    leader = aliased(TranslatedSegment)
    ids = db.session.scalars(
        select(TranslatedSegment.id)
        .join(leader, leader.id == TranslatedSegment.follows_id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.text != leader.text)
    ).all()
    _let_go(ids)
    return set(ids)


def _let_go(ids: Collection[int]) -> None:
    if ids:
        let_go = update(TranslatedSegment).where(TranslatedSegment.id.in_(ids)).values(follows_id=None)
        db.session.execute(let_go.execution_options(synchronize_session=False))


def _follows_all(run: Sequence[Line], leaders: Sequence[int], follows: Mapping[int, int]) -> bool:
    return [follows.get(line.id) for line in run] == leaders and len({line.block_id for line in run}) == 1


def _is_alike(run: Sequence[Line], head: Line) -> bool:
    """Whether these lines are one text already, and the same one as their leaders."""
    if any(line.merged_into_id != run[0].id for line in run[1:]):
        return False
    return (run[0].text, run[0].state) == (head.text, head.state)


def _store(copied: Sequence[tuple[Sequence[Line], Line]], moment: datetime) -> None:
    heads = _read_rows(head.id for _, head in copied)
    updates: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    for run, leader in copied:
        head = heads[leader.id]
        for line in run:
            version, text = line.version, head.text if line is run[0] else ""
            if line.state is not SegmentState.PENDING:
                version += 1
                revisions.append(updated(line.id, moment, SegmentState.PENDING, version, line.text, ""))
            version += 1
            revisions.append(updated(line.id, moment, head.state, version, "", text, reviewer_id=head.reviewer_id))
            texts = {
                "text": text,
                "state": head.state,
                "origin": Origin.REPEAT,
                "merged_into_id": None if line is run[0] else run[0].id,
                "reviewer_id": head.reviewer_id,
            }
            updates.append(text_values(line, version, moment, texts))
    store_texts(updates, revisions)


def _read_rows(ids: Iterable[int]) -> dict[int, TranslatedSegment]:
    """Return rows by id as they stand now: an update writes past the session."""
    query = select(TranslatedSegment).where(TranslatedSegment.id.in_(set(ids)))
    return {row.id: row for row in db.session.scalars(query.execution_options(populate_existing=True))}
