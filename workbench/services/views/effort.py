"""Who worked how long on a translation, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.effort import Editing, Work
from workbench.services.views.articles import Progress
from workbench.services.views.named_versions import NamedVersion
from workbench.services.views.review import ReviewerView
from workbench.services.views.workflow import LogEntry, Workflow


@dataclass(frozen=True, slots=True)
class ReviewerWork:
    """What one reviewer did on a translation."""

    reviewer: ReviewerView
    work: Work


@dataclass(frozen=True, slots=True)
class Effort:
    """What a translation cost so far; the reviewers who did most stand first."""

    editing: Editing
    reviewers: tuple[ReviewerWork, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The review of a translation as a whole.

    Attributes:
        workflow: Where it stands.
        log: What happened to it, newest first.
        progress: How many sentences and words are reviewed.
        is_counted_in_words: Else `progress` has characters: the source is written without spaces.
        effort: What it cost so far.
        versions: Its named versions, newest first.
    """

    workflow: Workflow
    log: tuple[LogEntry, ...]
    progress: Progress
    is_counted_in_words: bool
    effort: Effort
    versions: tuple[NamedVersion, ...]
