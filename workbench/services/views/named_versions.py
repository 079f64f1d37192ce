"""Named versions of a translation, and what is different in two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.review import SegmentState


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A translation as it stood once.

    Attributes:
        id: Of the version.
        name: That somebody gave it; of one that was kept because another was brought back, the name of that other.
        kind: `named`, `approved` or `replaced`: why it was kept.
        at: When.
        reviewer: Who named, approved or replaced it; "" if nobody is known any more.
        article_version: Of which version of the article.
    """

    id: int
    name: str
    kind: str
    at: datetime
    reviewer: str
    article_version: int


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that is not the same at two times.

    Attributes:
        position: In the newer one, from 1; None for a sentence that is not there any more.
        source: The sentence, as it reads in the newer one.
        former_source: As it read in the older one, where that is something else.
        before: The older translation; None where the sentence was not there yet.
        after: The newer one; None where it is gone.
        state_before: Of the sentence, in the older one.
        state_after: In the newer one.
    """

    position: int | None
    source: str
    former_source: str | None
    before: str | None
    after: str | None
    state_before: SegmentState | None
    state_after: SegmentState | None


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two times of a translation; `newer` is None for how it stands now. `same` counts what did not change."""

    older: NamedVersion
    newer: NamedVersion | None
    changes: tuple[SentenceChange, ...]
    same: int
    versions: tuple[NamedVersion, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing a version back did: how many sentences changed, and which version has what stood there before."""

    sentences: int
    replaced_id: int | None
