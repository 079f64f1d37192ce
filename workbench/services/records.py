"""What versions keep, as JSON and back: reports, documents, and translations with their revisions."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from workbench.formats.document import Block, BlockKind, Document
from workbench.review import Origin, SegmentState
from workbench.services.views.versions import (
    ChangedSentence,
    DroppedSentence,
    FormerText,
    MovedSentence,
    NewSentence,
    UpdateReport,
)


@dataclass(frozen=True, slots=True)
class RetiredRevision:
    """A change of a translation that is not on the desk any more."""

    reviewer_id: int | None
    at: datetime
    origin: Origin
    state: SegmentState
    version: int
    before: str
    after: str
    terms: str = ""


@dataclass(frozen=True, slots=True)
class RetiredComment:
    """What somebody said of a sentence; `answers` is the place of the remark that it answers, from 0."""

    reviewer_id: int | None
    at: datetime
    text: str
    answers: int | None
    resolved_at: datetime | None
    resolved_by_id: int | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class RetiredRow:
    """Everything of a translated sentence that is worth bringing back."""

    text: str
    machine_text: str
    pivot_text: str | None
    state: SegmentState
    origin: Origin
    score: float | None
    faults: str
    match: int | None
    reviewer_id: int | None
    revisions: tuple[RetiredRevision, ...] = ()
    comments: tuple[RetiredComment, ...] = ()


def write_record(record: UpdateReport | RetiredRow | Document) -> str:
    """Return a record as JSON."""
    return json.dumps(asdict(record), ensure_ascii=False, default=_plain)


def read_report(text: str) -> UpdateReport:
    """Return the report of an update from its JSON."""
    values = json.loads(text)
    return UpdateReport(
        kept=values["kept"],
        moved=tuple(MovedSentence(**entry) for entry in values["moved"]),
        changed=tuple(ChangedSentence(**_with_texts(entry)) for entry in values["changed"]),
        new=tuple(NewSentence(**entry) for entry in values["new"]),
        dropped=tuple(DroppedSentence(**_with_texts(entry)) for entry in values["dropped"]),
        restored=values["restored"],
    )


def read_retired(text: str) -> RetiredRow:
    """Return a retired translation from its JSON."""
    values = json.loads(text)
    revisions = tuple(
        RetiredRevision(
            **entry
            | {
                "at": datetime.fromisoformat(entry["at"]),
                "origin": Origin(entry["origin"]),
                "state": SegmentState(entry["state"]),
            }
        )
        for entry in values["revisions"]
    )
    comments = tuple(  # older records have none
        RetiredComment(**entry | {name: _moment(entry[name]) for name in ("at", "resolved_at", "deleted_at")})
        for entry in values.get("comments", ())
    )
    states = {"state": SegmentState(values["state"]), "origin": Origin(values["origin"])}
    return RetiredRow(**values | states | {"revisions": revisions, "comments": comments})


def read_stored_document(text: str) -> Document:
    """Return the document that an update replaced from its JSON."""
    values = json.loads(text)
    published = values["published"]
    return Document(
        **values
        | {
            "blocks": tuple(Block(**entry | {"kind": BlockKind(entry["kind"])}) for entry in values["blocks"]),
            "published": date.fromisoformat(published) if published else None,
            "warnings": tuple(values["warnings"]),
        }
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _with_texts(entry: dict[str, Any]) -> dict[str, Any]:
    texts = tuple(FormerText(**text | {"state": SegmentState(text["state"])}) for text in entry["texts"])
    return entry | {"texts": texts}


def _plain(value: object) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
