"""What an update did to an article, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.review import REVIEWED, SegmentState
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class FormerText:
    """A translation that an update took off the desk."""

    language: str
    text: str
    state: SegmentState

    @property
    def is_reviewed(self) -> bool:
        """Whether a person had edited or accepted it."""
        return self.state in REVIEWED


@dataclass(frozen=True, slots=True)
class MovedSentence:
    """A sentence that stands elsewhere now. Positions count from 1."""

    text: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A sentence that says something else now, with the translations of what it said before."""

    before: str
    after: str
    old: int
    new: int
    texts: tuple[FormerText, ...] = ()


@dataclass(frozen=True, slots=True)
class NewSentence:
    """A sentence that was not there before."""

    text: str
    new: int


@dataclass(frozen=True, slots=True)
class DroppedSentence:
    """A sentence that is gone, with its translations."""

    text: str
    old: int
    texts: tuple[FormerText, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What became of every sentence of an article.

    `kept` and `restored` are counts; the restored are sentences with a translation from an earlier version,
    counted once for each language.
    """

    kept: int
    moved: tuple[MovedSentence, ...] = ()
    changed: tuple[ChangedSentence, ...] = ()
    new: tuple[NewSentence, ...] = ()
    dropped: tuple[DroppedSentence, ...] = ()
    restored: int = 0

    @property
    def summary(self) -> str:
        """The counts in a line: "12 kept, 1 changed, 1 new, 0 dropped"; moved ones where there are any."""
        counts = {"kept": self.kept, "changed": len(self.changed), "new": len(self.new), "dropped": len(self.dropped)}
        if self.moved:
            counts["moved"] = len(self.moved)
            return words("{kept} kept, {moved} moved, {changed} changed, {new} new, {dropped} dropped", **counts)
        return words("{kept} kept, {changed} changed, {new} new, {dropped} dropped", **counts)


@dataclass(frozen=True, slots=True)
class Update:
    """What `update_article` did. Without a report nothing had changed, and `version` is the one that was there."""

    article_id: int
    version: int
    report: UpdateReport | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version that an update made; `reviewer` is who asked for it, or ""."""

    article_id: int
    title: str
    number: int
    newest: int
    at: datetime
    reviewer: str
    report: UpdateReport


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """The newest article from an address."""

    id: int
    title: str
    language: str
    version: int
    created_at: datetime
