"""Sentences that were translated together, when an update of the article tears them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from workbench.extensions import db
from workbench.segments.versions import Comparison, Fate
from workbench.services.contents import Contents
from workbench.services.merged import join_sentences
from workbench.services.own_texts import OwnText, read_own_texts
from workbench.services.replacing import OldSentence
from workbench.services.revisions import store_revisions
from workbench.services.update_rows import await_text, updated
from workbench.tables import TranslatedSegment, Translation


@dataclass(frozen=True, slots=True)
class TornGroup:
    """Sentences that do not stay together: their rows in reading order, the first with the text, and their source."""

    rows: tuple[TranslatedSegment, ...]
    source: str


def find_torn_groups(
    article_id: int, language: str, old: Sequence[OldSentence], contents: Contents, comparison: Comparison
) -> tuple[TornGroup, ...]:
    """Return the groups that do not stand together unchanged in the newer version, of every translation.

    Args:
        article_id: Whose sentences; they are still the old ones.
        language: Of the source.
        old: The sentences before the update.
        contents: The newer version.
        comparison: Of both.
    """
    groups = _read_groups(article_id)
    if not groups:
        return ()
    places = _places(old, contents, comparison)
    order = {sentence.id: index for index, sentence in enumerate(old)}
    torn = []
    for rows in groups:
        rows.sort(key=lambda row: order[row.segment_id])
        if not _is_whole([row.segment_id for row in rows], places):
            sentences = [old[order[row.segment_id]].text for row in rows]
            torn.append(TornGroup(tuple(rows), join_sentences(sentences, language)))
    return tuple(torn)


def part_groups(
    groups: Sequence[TornGroup], kept: Collection[int], moment: datetime, reviewer_id: int | None
) -> set[int]:
    """Inside a transaction: part groups; each sentence shows the text that it was a part of.

    One that stays in the article has its own text again, or waits if there is none.

    Args:
        groups: As `find_torn_groups` gives them; their texts are kept aside already.
        kept: Ids of the sentences that are in the newer version as they were.
        moment: When the update was made.
        reviewer_id: Who made it.

    Returns:
        The ids of the sentences that wait now.
    """
    revisions: list[dict[str, Any]] = []
    waiting: set[int] = set()
    changes = dict(
        db.session.execute(
            select(Translation.id, Translation.change).where(
                Translation.id.in_({group.rows[0].translation_id for group in groups})
            )
        ).all()
    )
    own = read_own_texts([row for group in groups for row in group.rows if row.segment_id in kept])
    for group in groups:
        text = group.rows[0].text
        for row in group.rows:
            row.merged_into_id = None
            row.former_source, row.former_text = group.source, text
            if row.segment_id in kept:
                revisions += _part(row, own[row.id], moment, reviewer_id)
                if not row.text:
                    waiting.add(row.segment_id)
                row.change = changes[row.translation_id] + 1  # as `settle_translation` counts it
    store_revisions(revisions)
    db.session.flush()
    return waiting


def _part(row: TranslatedSegment, own: OwnText, moment: datetime, reviewer_id: int | None) -> list[dict[str, Any]]:
    """Give a row its own text again; return the columns of its revisions."""
    made = {name: getattr(row, name) for name in ("machine_text", "pivot_text", "score", "faults", "match")}
    revisions = [await_text(row, moment, reviewer_id)]
    if own.text:
        for name, value in made.items():
            setattr(row, name, value)
        row.text, row.state, row.origin, row.reviewer_id = own.text, own.state, own.origin, own.reviewer_id
        row.version += 1
        revisions.append(updated(row.id, moment, own.state, row.version, "", own.text, reviewer_id=own.reviewer_id))
    return revisions


def _read_groups(article_id: int) -> list[list[TranslatedSegment]]:
    members = (
        select(TranslatedSegment)
        .join(Translation, Translation.id == TranslatedSegment.translation_id)
        .where(Translation.article_id == article_id, TranslatedSegment.merged_into_id.is_not(None))
    )
    found: dict[int, list[TranslatedSegment]] = defaultdict(list)
    for row in db.session.scalars(members):
        assert row.merged_into_id is not None
        found[row.merged_into_id].append(row)
    heads = db.session.scalars(select(TranslatedSegment).where(TranslatedSegment.id.in_(found)))
    return [[head, *found[head.id]] for head in heads.all()]


def _places(old: Sequence[OldSentence], contents: Contents, comparison: Comparison) -> Mapping[int, tuple[int, int]]:
    """Map the id of each unchanged sentence to its index in the newer version, and to that of its block."""
    return {
        old[match.old].id: (match.new, contents.sentences[match.new].block)
        for match in comparison.matches
        if match.fate is not Fate.CHANGED
    }


def _is_whole(segment_ids: Collection[int], places: Mapping[int, tuple[int, int]]) -> bool:
    found = [places[segment_id] for segment_id in segment_ids if segment_id in places]
    if len(found) < len(segment_ids) or len({block for _, block in found}) > 1:
        return False
    return [index for index, _ in found] == list(range(found[0][0], found[0][0] + len(found)))
