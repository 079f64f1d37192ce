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
    return RetiredRow(
        **values | {"state": SegmentState(values["state"]), "origin": Origin(values["origin"]), "revisions": revisions}
    )


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


def _with_texts(entry: dict[str, Any]) -> dict[str, Any]:
    texts = tuple(FormerText(**text | {"state": SegmentState(text["state"])}) for text in entry["texts"])
    return entry | {"texts": texts}


def _plain(value: object) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
