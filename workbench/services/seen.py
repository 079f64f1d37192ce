"""The sentence that somebody has open, wherever an update of the article put it meanwhile."""

from __future__ import annotations

import re
import zlib

from sqlalchemy import bindparam, select

from workbench.errors import NotFound, SourceChanged
from workbench.extensions import db
from workbench.segments.versions import plain
from workbench.tables import Revision, Segment, TranslatedSegment, Translation
from workbench.wording import words

_KEY = re.compile(r"[0-9]{1,18}-[0-9a-f]{8}")


# Built once: putting a statement together takes longer than running it.
_LOCKED = (
    select(TranslatedSegment, Segment)
    .join(Segment, Segment.id == TranslatedSegment.segment_id)
    .where(TranslatedSegment.translation_id == bindparam("translation"))
    .with_for_update(of=TranslatedSegment)  # SQLite needs no lock: the transaction began IMMEDIATE
)
_AT_POSITION = _LOCKED.where(
    Segment.article_id
    == select(Translation.article_id).where(Translation.id == bindparam("translation")).scalar_subquery(),
    Segment.position == bindparam("position"),
)
_OF_SEGMENT = _LOCKED.where(Segment.id == bindparam("segment"))


def sentence_key(segment_id: int, source: str) -> str:
    """Return what names a sentence by its row and its text: no other sentence of a later version has it."""
    return f"{segment_id}-{zlib.crc32(plain(source).encode(errors='replace')):08x}"


def lock_segment(translation_id: int, position: int, key: str) -> tuple[TranslatedSegment, int]:
    """Inside a transaction: return the row that a save is for, and its position in the article as it is now.

    Args:
        translation_id: Whose sentence.
        position: Where it stood on the page.
        key: As `sentence_key` names it; anything else means the sentence at `position`.

    Raises:
        NotFound: There is no sentence at `position`.
        SourceChanged: The sentence of the key was dropped, or says something else now.
    """
    segment_id = int(key.partition("-")[0]) if _KEY.fullmatch(key) else None
    if segment_id is None:
        found = db.session.execute(_AT_POSITION, {"translation": translation_id, "position": position})
    else:
        found = db.session.execute(_OF_SEGMENT, {"translation": translation_id, "segment": segment_id})
    row = found.first()
    if row is None and segment_id is None:
        raise NotFound(words("There is no sentence {position} in this article.", position=position))
    if row is None or (segment_id is not None and sentence_key(segment_id, row[1].text) != key):
        raise SourceChanged(words("A newer version of the article changed or dropped this sentence while it was open."))
    return row[0], row[1].position


def key_of(segment: TranslatedSegment, key: str) -> str:
    """Return what names a row that `lock_segment` found by a key, or by its position where that was none."""
    if _KEY.fullmatch(key):
        return key
    return sentence_key(segment.segment_id, db.session.get_one(Segment, segment.segment_id).text)


def text_seen(segment: TranslatedSegment, version: int) -> str | None:
    """Return the text that a sentence had in one of its versions; None when no revision tells.

    It is the base of a merge, so the revision of exactly this version counts, however many saves came after it.

    Args:
        segment: The sentence.
        version: As a page showed it; 0 before there was any text.
    """
    if version == segment.version:
        return segment.text
    if version == 0:
        return ""
    if not 0 < version < segment.version:
        return None
    after, before = Revision.after, Revision.before
    of_segment = Revision.translated_segment_id == segment.id
    for text, number in ((after, version), (before, version + 1)):
        query = select(text).where(of_segment, Revision.version == number).order_by(Revision.id.desc()).limit(1)
        if (found := db.session.scalar(query)) is not None:
            return found
    return None
