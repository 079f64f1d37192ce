"""The sentences of a translation as plain values, for what writes to many of them at once."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.tables import Segment, TranslatedSegment


class Line(NamedTuple):
    """A sentence of a translation.

    Attributes:
        id: Of the row of the translated sentence.
        segment_id: Of the source's sentence.
        block_id: Of its paragraph.
        sentence: The source.
        text: The translation; "" while it waits, and where it stands in another's text.
        state: Of the translation.
        origin: Where the text came from.
        version: How often it was saved.
        follows_id: The row whose corrections it takes, as a repeat.
        merged_into_id: The row in whose text it is translated.
    """

    id: int
    segment_id: int
    block_id: int
    sentence: str
    text: str
    state: SegmentState
    origin: Origin
    version: int
    follows_id: int | None
    merged_into_id: int | None


def read_lines(translation_id: int) -> list[Line]:
    """Return the sentences of a translation in reading order."""
    rows = db.session.execute(
        select(
            TranslatedSegment.id,
            TranslatedSegment.segment_id,
            Segment.block_id,
            Segment.text,
            TranslatedSegment.text,
            TranslatedSegment.state,
            TranslatedSegment.origin,
            TranslatedSegment.version,
            TranslatedSegment.follows_id,
            TranslatedSegment.merged_into_id,
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    return [Line._make(row) for row in rows]
