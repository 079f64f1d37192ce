"""The sentences of a translation at one time: read, packed for storage, and set beside those of another time."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from sqlalchemy import select

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.seen import sentence_key
from workbench.tables import Segment, TranslatedSegment


@dataclass(frozen=True, slots=True)
class VersionText:
    """A sentence of a version.

    Attributes:
        key: Names the sentence, as `seen.sentence_key` does.
        source: The sentence to translate.
        text: Its translation; "" while pending.
        state: Of the sentence.
        origin: Where the text came from.
        match: How well the memory's entry matched, when it came from there.
        is_following: Whether it was a repeat that takes its twin's corrections.
    """

    key: str
    source: str
    text: str
    state: SegmentState
    origin: Origin
    match: int | None
    is_following: bool

    @property
    def segment_id(self) -> int:
        """Of the sentence's row: a sentence that an update changes keeps it, and gets another key."""
        return int(self.key.partition("-")[0])


def read_texts(translation_id: int) -> tuple[VersionText, ...]:
    """Return the sentences of a translation as they stand, in reading order."""
    rows = db.session.execute(
        select(
            Segment.id,
            Segment.text,
            TranslatedSegment.text,
            TranslatedSegment.state,
            TranslatedSegment.origin,
            TranslatedSegment.match,
            TranslatedSegment.follows_id,
        )
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation_id)
        .order_by(Segment.position)
    )
    return tuple(
        VersionText(sentence_key(segment_id, source), source, text, state, origin, match, follows_id is not None)
        for segment_id, source, text, state, origin, match, follows_id in rows
    )


def pack_texts(texts: Iterable[VersionText]) -> bytes:
    """Return sentences as bytes; equal ones for equal sentences."""
    return zlib.compress(json.dumps([astuple(text) for text in texts]).encode("ascii"))


def unpack_texts(data: bytes) -> tuple[VersionText, ...]:
    """Return the sentences that `pack_texts` packed."""
    return tuple(
        VersionText(key, source, text, SegmentState(state), Origin(origin), match, is_following)
        for key, source, text, state, origin, match, is_following in json.loads(zlib.decompress(data))
    )


def pair_texts(
    old: Sequence[VersionText], new: Sequence[VersionText]
) -> tuple[tuple[VersionText | None, VersionText | None], ...]:
    """Set the sentences of two times side by side, each at most once.

    First come those of the same key, then those that say the same (an update can drop a sentence and another one bring
    it back under a new key), then those of the same row (an update changed what they say).

    Returns:
        Pairs in the order of `new`; after them, those of `old` that have no partner, in their own order.
    """
    partners: dict[int, VersionText] = {}
    left = list(old)
    for name_of in (_key, _words, _row):
        waiting: dict[object, deque[VersionText]] = defaultdict(deque)
        for text in left:
            waiting[name_of(text)].append(text)
        for index, text in enumerate(new):
            if index not in partners and waiting.get(name_of(text)):
                partners[index] = waiting[name_of(text)].popleft()
        taken = {id(text) for text in partners.values()}
        left = [text for text in left if id(text) not in taken]
    return (*((partners.get(index), text) for index, text in enumerate(new)), *((text, None) for text in left))


def _key(text: VersionText) -> object:
    return text.key


def _words(text: VersionText) -> object:
    return plain(text.source)


def _row(text: VersionText) -> object:
    return text.segment_id
