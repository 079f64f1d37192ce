"""Writing several sentences of a translation at once, each its own text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.review import Origin, SegmentState
from workbench.services.change_counter import count_change
from workbench.services.revisions import revision_values, store_revisions
from workbench.tables import TranslatedSegment
from workbench.tables.types import now


@dataclass(frozen=True, slots=True)
class Write:
    """A sentence, the text and the state that it gets, and why."""

    segment: TranslatedSegment
    text: str
    state: SegmentState
    origin: Origin


def write_texts(writes: Sequence[Write], reviewer_id: int) -> int:
    """Inside a transaction: give sentences of one translation their new texts, each with a revision.

    Args:
        writes: At least one; all of one translation.
        reviewer_id: Who does it.

    Returns:
        The number of this write in the translation's counter; all the revisions have it.
    """
    moment = now()
    is_edit = any(write.text != write.segment.text for write in writes)
    translation_id = writes[0].segment.translation_id
    change = count_change(translation_id, moment, is_edit=is_edit, reviewer_id=reviewer_id)
    store_revisions(
        [
            revision_values(
                write.segment.id,
                moment,
                write.origin,
                write.state,
                write.segment.version + 1,
                write.segment.text,
                write.text,
                reviewer_id=reviewer_id,
                change=change,
            )
            for write in writes
        ]
    )
    for write in writes:
        segment = write.segment
        segment.text, segment.state, segment.origin = write.text, write.state, write.origin
        segment.version, segment.change = segment.version + 1, change
        segment.reviewer_id, segment.updated_at = reviewer_id, moment
    return change
