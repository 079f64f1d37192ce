"""Texts that a waiting sentence need not be translated for: from an earlier version, or from its twin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.records import RetiredComment
from workbench.services.retired import find_retired, known_reviewers
from workbench.services.retired_comments import bring_comments_back
from workbench.services.update_rows import Line, past_revision_values, revision_values, store_texts, text_values
from workbench.tables import Segment, TranslatedSegment, Translation

_TEXTS = ("text", "machine_text", "pivot_text", "state", "origin", "score", "faults", "match")


_HEADS = select(TranslatedSegment.merged_into_id).where(TranslatedSegment.merged_into_id.is_not(None))
"""Rows whose text stands for more than their own sentence."""


def bring_back(translation: Translation, waiting: list[Line], new: Collection[int], moment: datetime) -> int:
    """Give waiting sentences what an earlier version, or an equal sentence of this one, has for them.

    Args:
        translation: Whose sentences.
        waiting: Those that follow no other.
        new: Ids of sentences that have no history yet: theirs comes back with the text.
        moment: When the update was made.

    Returns:
        How many texts came from an earlier version.
    """
    wanted = {plain(line.sentence) for line in waiting}
    retired = find_retired(translation.article_id, translation.language, wanted)
    twins = _twins(translation, wanted)
    reviewers = known_reviewers() if retired else frozenset()
    updates: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    comments: list[tuple[int, Sequence[RetiredComment]]] = []
    restored = 0
    for line in waiting:
        key = plain(line.sentence)
        past, twin = retired.get(key), twins.get(key)
        if past and not past.row.text:  # only what was said of it was kept
            comments += [(line.id, past.row.comments)] if line.segment_id in new else []
            past = None
        if past and (past.is_reviewed or twin is None):
            restored += 1
            if line.segment_id in new:
                comments.append((line.id, past.row.comments))
                revisions += past_revision_values(line.id, past.row.revisions, reviewers)
            reviewer = past.row.reviewer_id if past.row.reviewer_id in reviewers else None
            texts = {name: getattr(past.row, name) for name in _TEXTS} | {"reviewer_id": reviewer}
        elif twin is not None:
            # An equal sentence elsewhere may have been corrected for its place: what the model made fits both.
            text = twin.machine_text or twin.text
            state = SegmentState.FLAGGED if twin.faults else SegmentState.MACHINE
            texts = {name: getattr(twin, name) for name in _TEXTS}
            texts |= {"text": text, "state": state, "origin": Origin.REPEAT}
        else:
            continue
        version = max([line.version, *(each.version for each in past.row.revisions)] if past else [line.version]) + 1
        updates.append(text_values(line, version, moment, texts))
        revisions.append(
            revision_values(
                line.id, moment, texts["state"], version, "", texts["text"], reviewer_id=texts.get("reviewer_id")
            )
        )
    store_texts(updates, revisions)
    bring_comments_back(comments, reviewers)
    return restored


def _twins(translation: Translation, wanted: set[str]) -> dict[str, Any]:
    """Return the texts of a row for each of these sentences that stands elsewhere in the article too."""
    if not wanted:
        return {}
    rows = db.session.execute(
        select(*(getattr(TranslatedSegment, name) for name in _TEXTS), Segment.text.label("sentence"))
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(
            TranslatedSegment.translation_id == translation.id,
            TranslatedSegment.text != "",
            TranslatedSegment.id.not_in(_HEADS),
        )
        .order_by(Segment.position.desc())
    )
    return {key: row for row in rows if (key := plain(row.sentence)) in wanted}


def copy_leaders(followers: list[tuple[Line, int]], moment: datetime) -> None:
    """Give waiting repeats what the sentences have that they follow.

    One whose twin is translated together with another sentence goes its own way: its neighbour may be another.
    """
    query = select(TranslatedSegment).where(
        TranslatedSegment.id.in_({leader for _, leader in followers}),
        TranslatedSegment.text != "",
        TranslatedSegment.id.not_in(_HEADS),
    )
    db.session.execute(
        update(TranslatedSegment)
        .where(
            TranslatedSegment.id.in_([line.id for line, _ in followers]),
            TranslatedSegment.follows_id.in_(_HEADS)
            | TranslatedSegment.follows_id.in_(
                select(TranslatedSegment.id).where(TranslatedSegment.merged_into_id.is_not(None))
            ),
        )
        .values(follows_id=None)
        .execution_options(synchronize_session=False)
    )
    leaders = {row.id: row for row in db.session.scalars(query.execution_options(populate_existing=True))}
    updates, revisions = [], []
    for line, leader_id in followers:
        leader = leaders.get(leader_id)
        if leader is None:
            continue
        texts = {name: getattr(leader, name) for name in _TEXTS}
        texts |= {"origin": Origin.REPEAT, "reviewer_id": leader.reviewer_id}
        updates.append(text_values(line, line.version + 1, moment, texts))
        revisions.append(
            revision_values(
                line.id, moment, leader.state, line.version + 1, "", leader.text, reviewer_id=leader.reviewer_id
            )
        )
    store_texts(updates, revisions)
