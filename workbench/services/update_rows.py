"""Rows that an update writes into the translations of its article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, update

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.records import RetiredRevision
from workbench.tables import Revision, TranslatedSegment


class Line(NamedTuple):
    """A sentence of a translation, as far as an update looks at it."""

    id: int
    segment_id: int
    sentence: str
    state: SegmentState
    version: int
    follows_id: int | None


def revision_values(
    id_: int, moment: datetime, state: SegmentState, version: int, before: str, after: str, *, reviewer_id: int | None
) -> dict[str, Any]:
    """Return the columns of a revision that an update makes."""
    return {
        "translated_segment_id": id_,
        "reviewer_id": reviewer_id,
        "at": moment,
        "origin": Origin.UPDATE,
        "state": state,
        "version": version,
        "before": before,
        "after": after,
    }


def past_revision_values(
    id_: int, revisions: Sequence[RetiredRevision], reviewers: Collection[int]
) -> list[dict[str, Any]]:
    """Return the columns of the revisions that a sentence had before it was dropped."""
    return [
        {
            "translated_segment_id": id_,
            "reviewer_id": revision.reviewer_id if revision.reviewer_id in reviewers else None,
            "at": revision.at,
            "origin": revision.origin,
            "state": revision.state,
            "version": revision.version,
            "before": revision.before,
            "after": revision.after,
        }
        for revision in revisions
    ]


def text_values(line: Line, version: int, moment: datetime, texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a sentence whose text came back; nothing is left to compare it with."""
    return {
        "id": line.id,
        "reviewer_id": None,
        **texts,
        "former_source": None,
        "former_text": None,
        "version": version,
        "updated_at": moment,
    }


def store_texts(updates: list[dict[str, Any]], revisions: list[dict[str, Any]]) -> None:
    """Inside a transaction: write texts that came back, and their revisions."""
    if updates:
        db.session.execute(update(TranslatedSegment), updates)
        db.session.execute(insert(Revision), revisions)
