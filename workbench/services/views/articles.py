"""Articles, translations and jobs as lists and article pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.formats.document import BlockKind
from workbench.review import JobState, TranslationState
from workbench.services.views.article_lists import ArticleQuery
from workbench.translation.decoding import DRAFT_BEAM

if TYPE_CHECKING:
    from workbench.readability.report import Report


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as people see it. `done` and `total` are segments."""

    id: int
    state: JobState
    article_id: int
    article_title: str
    source_language: str
    target_language: str
    done: int
    total: int
    attempts: int
    error: str
    hint: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    beam_size: int | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it translates quickly rather than well."""
        return self.beam_size == DRAFT_BEAM

    @property
    def is_active(self) -> bool:
        """Whether it waits or runs."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    @property
    def mark(self) -> str:
        """Names the job and its state: a page that follows it says which one it shows."""
        return job_mark(self.id, self.state)


def job_mark(job_id: int | None, state: JobState | None) -> str:
    """Return what names a job in one state; "" for none."""
    return "" if job_id is None else f"{job_id}-{state}"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many segments of a translation are in each state. `repeated` ones are counted in their state too.

    The words are those of the source; characters in a language that is written without spaces.
    """

    total: int = 0
    pending: int = 0
    machine: int = 0
    edited: int = 0
    accepted: int = 0
    flagged: int = 0
    repeated: int = 0
    words: int = 0
    edited_words: int = 0
    accepted_words: int = 0

    @property
    def translated(self) -> int:
        """Segments that have a text."""
        return self.total - self.pending

    @property
    def unreviewed(self) -> int:
        """Segments that nobody has edited or accepted."""
        return self.total - self.edited - self.accepted

    @property
    def untouched_words(self) -> int:
        """Words of sentences that nobody has edited or accepted."""
        return self.words - self.edited_words - self.accepted_words


@dataclass(frozen=True, slots=True)
class TranslationSummary:
    """One target language of an article.

    Attributes:
        verdict: How hard it was to read when it was measured last, as a `readability.drift.Verdict`; None before
            that, and while sentences are missing.
        score: Its primary readability score then, None where there is no reliable one.
        is_measured: Whether nothing has changed since.
        state: Of the translation as a whole.
        assignee: Name of whoever is to review it; "" for anybody.
    """

    language: str
    progress: Progress
    job: JobView | None
    updated_at: datetime
    verdict: str | None = None
    score: float | None = None
    is_measured: bool = False
    state: TranslationState = TranslationState.DRAFT
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as the list shows it. `words` and the readability `score` are the source's."""

    id: int
    title: str
    source_language: str
    published: date | None
    created_at: datetime
    deleted_at: datetime | None
    segments: int
    words: int
    translations: tuple[TranslationSummary, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One page of the list of articles. `sort` is "" for the newest first, or one of `services.sorting.SORTS`."""

    items: tuple[ArticleSummary, ...]
    total: int
    page: int
    pages: int
    query: str
    sort: str = ""
    asked: ArticleQuery = ArticleQuery()


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the source. `repeats` is the position of the first block with the same text."""

    position: int
    kind: BlockKind
    text: str
    repeats: int | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its source text. `source_url` is "" where nobody said where it came from."""

    summary: ArticleSummary
    source_url: str
    version: int
    blocks: tuple[SourceBlock, ...]
    warnings: tuple[str, ...]
    report: Report
