"""Writing revisions, many at once."""

from __future__ import annotations

import json
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
    terms: Sequence[tuple[str, str]] = (),
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
        terms: Of the glossary, that a model had to use: the term, and what was wanted for it.
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
        "terms": pack_terms(terms),
    }


def pack_terms(terms: Sequence[tuple[str, str]]) -> str:
    """Return terms as text; "" for none."""
    return json.dumps(terms, ensure_ascii=False) if terms else ""


def unpack_terms(text: str) -> tuple[tuple[str, str], ...]:
    """Return the terms that `pack_terms` packed."""
    return tuple((source, wanted) for source, wanted in json.loads(text)) if text else ()


def store_revisions(values: Sequence[dict[str, Any]]) -> None:
    """Inside a transaction: store revisions, as `revision_values` gives them, in this order."""
    if values:
        db.session.execute(insert(Revision), list(values))
