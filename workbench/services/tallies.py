"""The tally of each translation that is at work, for all threads of a server: only what was written since is read."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from flask import current_app
from sqlalchemy import bindparam, select

from workbench.checks.findings import Finding
from workbench.extensions import db
from workbench.services import findings as checks
from workbench.services.tally import Line, Tally
from workbench.services.transactions import is_writing
from workbench.services.views import Progress
from workbench.services.written import Written
from workbench.tables import Segment, TranslatedSegment

MOST_TRANSLATIONS = 50
MOST_SENTENCES = 100_000
"""Of all that are kept together: some tens of megabytes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a translation at one count of its writes.

    Attributes:
        across: What shows only beside other sentences, by position; under None what is about the whole text.
        progress: How many sentences are in each state.
        groups: Each row that stands for others too, with their positions and sources in order.
        places: The positions of the rows that were asked for.
        likes: Those, and the positions of the rows whose findings or state depend on them.
    """

    across: dict[int | None, tuple[Finding, ...]]
    progress: Progress
    groups: dict[int, tuple[tuple[int, str], ...]]
    places: tuple[int, ...] = ()
    likes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Kept:
    """A tally and what it is good for. Its lock is held while it is read or brought up to date."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    written: Written | None = None
    checks: object = None
    tally: Tally | None = None


class Tallies:
    """The tallies of an application: an application has its own, as another's translation may have the same number."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, _Kept] = OrderedDict()

    def of(self, translation_id: int) -> _Kept:
        """Return the place where the tally of a translation is kept."""
        with self._lock:
            found = self._kept.setdefault(translation_id, _Kept())
            self._kept.move_to_end(translation_id)
            sizes = [len(each.tally) if each.tally is not None else 0 for each in self._kept.values()]
            while len(sizes) > 1 and (len(sizes) > MOST_TRANSLATIONS or sum(sizes) > MOST_SENTENCES):
                self._kept.popitem(last=False)
                sizes.pop(0)
            return found


# Built once: putting a statement together takes longer than running it.
_LINES = (
    select(
        TranslatedSegment.id,
        Segment.position,
        Segment.text,
        TranslatedSegment.text,
        TranslatedSegment.state,
        Segment.words,
        TranslatedSegment.follows_id,
        TranslatedSegment.merged_into_id,
    )
    .join(Segment, Segment.id == TranslatedSegment.segment_id)
    .where(TranslatedSegment.translation_id == bindparam("translation"))
    .order_by(Segment.position)
)
_LINES_SINCE = _LINES.where(TranslatedSegment.change > bindparam("since"))


def read_standing(written: Written, ids: Sequence[int] = ()) -> Standing:
    """Return what is known of a translation as it stands, or stood a write later; only rows written since are read.

    Args:
        written: The translation, read in the present transaction.
        ids: Of rows whose `places` and `likes` are wanted; one that is not there any more has none.
    """
    if is_writing():  # what is not committed yet may never be
        return _tell(_read_tally(written), ids)
    tallies: Tallies = current_app.extensions.setdefault("tallies", Tallies())
    kept = tallies.of(written.translation_id)
    with kept.lock:
        known = kept.written
        registered = checks.CHECKED.registry.article_checks
        if known is None or kept.tally is None or kept.checks is not registered or not _is_same(known, written):
            kept.tally = _read_tally(written)
        elif known.change > written.change:
            # A slow thread comes with an older count. Its rows are told with the newer standing: whoever sees them asks
            # for what was written after their count anyway. Reading all anew would make every slow thread slower.
            return _tell(kept.tally, ids)
        elif known.change < written.change:
            try:
                kept.tally.update(_read_lines(written, since=known.change))
            except BaseException:
                kept.written = None  # half of it may be in: begin anew
                raise
        kept.written, kept.checks = written, registered
        return _tell(kept.tally, ids)


def _is_same(known: Written, written: Written) -> bool:
    """Say whether a translation has the same sentences: an update of the article makes a new version of it."""
    return replace(known, change=written.change) == written


def _tell(tally: Tally, ids: Sequence[int]) -> Standing:
    return Standing(
        tally.across, tally.progress(), tally.groups(), tuple(tally.places_of(ids)), tuple(tally.likes_of(ids))
    )


def _read_tally(written: Written) -> Tally:
    registry = checks.CHECKED.registry
    tally = Tally(checks.CHECKED.find_in_article, is_by_source=registry.is_by_source)
    tally.update(_read_lines(written))
    return tally


def _read_lines(written: Written, since: int | None = None) -> list[Line]:
    values = {"translation": written.translation_id} | ({} if since is None else {"since": since})
    rows = db.session.execute(_LINES if since is None else _LINES_SINCE, values)
    return [
        Line(id_, position, source, text, state, words, follows is not None, head)
        for id_, position, source, text, state, words, follows, head in rows
    ]
