"""Texts that a waiting sentence need not be translated for: from an earlier version, or from its twin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.lines import Line
from workbench.services.records import RetiredComment
from workbench.services.retired_comments import bring_comments_back
from workbench.services.returnable import find_retired, known_reviewers
from workbench.services.twins import TEXTS
from workbench.services.update_rows import past_revision_values, store_texts, text_values, updated
from workbench.tables import Segment, TranslatedSegment, Translation

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
        is_back = past is not None and bool(past.row.text) and (past.is_reviewed or twin is None)
        if past and line.segment_id in new and (is_back or not past.row.text):
            comments.append((line.id, past.comments))
        if past and is_back:
            restored += 1
            if line.segment_id in new:
                revisions += past_revision_values(line.id, past.row.revisions, reviewers)
            reviewer = past.row.reviewer_id if past.row.reviewer_id in reviewers else None
            texts = {name: getattr(past.row, name) for name in TEXTS} | {"reviewer_id": reviewer}
        elif twin is not None:
            # An equal sentence elsewhere may have been corrected for its place: what the model made fits both.
            text = twin.machine_text or twin.text
            state = SegmentState.FLAGGED if twin.faults else SegmentState.MACHINE
            texts = {name: getattr(twin, name) for name in TEXTS}
            texts |= {"text": text, "state": state, "origin": Origin.REPEAT}
        else:
            continue
        version = max([line.version, *(each.version for each in past.row.revisions)] if past else [line.version]) + 1
        updates.append(text_values(line, version, moment, texts))
        revisions.append(
            updated(line.id, moment, texts["state"], version, "", texts["text"], reviewer_id=texts.get("reviewer_id"))
        )
    store_texts(updates, revisions)
    bring_comments_back(comments, reviewers)
    return restored


def _twins(translation: Translation, wanted: set[str]) -> dict[str, Any]:
    """Return the texts of a row for each of these sentences that stands elsewhere in the article too."""
    if not wanted:
        return {}
    # What is translated together has a text for itself only from the model.
    is_alone = TranslatedSegment.id.not_in(_HEADS) & (TranslatedSegment.text != "")
    rows = db.session.execute(
        select(*(getattr(TranslatedSegment, name) for name in TEXTS), Segment.text.label("sentence"))
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(
            TranslatedSegment.translation_id == translation.id,
            (TranslatedSegment.machine_text != "") | is_alone,
        )
        .order_by(Segment.position.desc())
    )
    return {key: row for row in rows if (key := plain(row.sentence)) in wanted}
