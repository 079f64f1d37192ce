"""Writing revisions, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.tables import Revision


def revision_values(
    row_id: int,
    moment: datetime,
    origin: Origin,
    state: SegmentState,
    version: int,
    before: str,
    after: str,
    *,
    reviewer_id: int | None = None,
    change: int | None = None,
) -> dict[str, Any]:
    """Return the columns of one revision.

    Args:
        row_id: Of the translated sentence.
        moment: When, in UTC.
        origin: Why.
        state: Of the sentence, after it.
        version: Of the sentence, after it.
        before: The text that stood there.
        after: The text that came.
        reviewer_id: Who; None for nobody.
        change: The number of the write, where it can be undone as a whole.
    """
    return {
        "translated_segment_id": row_id,
        "reviewer_id": reviewer_id,
        "at": moment,
        "origin": origin,
        "state": state,
        "version": version,
        "before": before,
        "after": after,
        "change": change,
    }


def store_revisions(values: Sequence[dict[str, Any]]) -> None:
    """Inside a transaction: store revisions, as `revision_values` gives them, in this order."""
    if values:
        db.session.execute(insert(Revision), list(values))
