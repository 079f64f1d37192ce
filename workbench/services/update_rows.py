"""Rows that an update writes into the translations of its article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.lines import Line
from workbench.services.records import RetiredRevision
from workbench.services.revisions import revision_values, store_revisions, unpack_terms
from workbench.tables import TranslatedSegment


@dataclass(frozen=True, slots=True)
class Renewal:
    """What an update did to the sentences of an article.

    Attributes:
        new: Ids of the sentences that are new, in order.
        fresh: Ids of the new and of the changed ones.
        parted: Ids of those that stayed, and wait because what they were translated together with did not.
        places: Where each stood before, by id: its index in the article, and the id of its paragraph.
        moment: When the update was made.
        source_language: Of the article.
    """

    new: Collection[int]
    fresh: Collection[int]
    parted: Collection[int]
    places: Mapping[int, tuple[int, int]]
    moment: datetime
    source_language: str


def updated(
    row_id: int,
    moment: datetime,
    state: SegmentState,
    version: int,
    before: str,
    after: str,
    *,
    reviewer_id: int | None = None,
) -> dict[str, Any]:
    """Return the columns of a revision that an update makes."""
    return revision_values(row_id, moment, Origin.UPDATE, state, version, before, after, reviewer_id=reviewer_id)


def await_text(row: TranslatedSegment, moment: datetime, reviewer_id: int | None) -> dict[str, Any]:
    """Let a row wait for a translation, and return the columns of the revision that says so."""
    revision = updated(row.id, moment, SegmentState.PENDING, row.version + 1, row.text, "", reviewer_id=reviewer_id)
    row.text = row.machine_text = row.faults = ""
    row.pivot_text = row.score = row.match = row.reviewer_id = None
    row.state, row.origin = SegmentState.PENDING, Origin.UPDATE
    row.version += 1
    row.updated_at = moment
    return revision


def past_revision_values(
    id_: int, revisions: Sequence[RetiredRevision], reviewers: Collection[int]
) -> list[dict[str, Any]]:
    """Return the columns of the revisions that a sentence had before it was dropped."""
    return [
        revision_values(
            id_,
            revision.at,
            revision.origin,
            revision.state,
            revision.version,
            revision.before,
            revision.after,
            reviewer_id=revision.reviewer_id if revision.reviewer_id in reviewers else None,
            terms=unpack_terms(revision.terms),
        )
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


def store_texts(updates: Sequence[dict[str, Any]], revisions: Sequence[dict[str, Any]]) -> None:
    """Inside a transaction: write texts that came back, and their revisions."""
    if updates:
        db.session.execute(update(TranslatedSegment), list(updates))
        store_revisions(revisions)
