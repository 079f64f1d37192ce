"""The memory's entries, as its page and the desk show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.memory.units import EntryOrigin


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the memory.

    Attributes:
        by: Name of whoever made or changed it last, or "".
        article_id: The article it was accepted in, None when it is gone or there was none.
        article: That article's title, or "".
        version: Counts the saves; a correction names the one it saw.
    """

    id: int
    source_language: str
    target_language: str
    source: str
    target: str
    origin: EntryOrigin
    note: str
    by: str
    article_id: int | None
    article: str
    uses: int
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class MemoryPairView:
    """A language pair and how many entries it has."""

    source_language: str
    target_language: str
    entries: int

    @property
    def code(self) -> str:
        """Both codes in one word, for addresses and choices: "en>es"."""
        return f"{self.source_language}>{self.target_language}"


@dataclass(frozen=True, slots=True)
class MemoryPage:
    """One page of the memory, and what it was asked for. `pairs` are all that have entries."""

    items: tuple[EntryView, ...]
    total: int
    page: int
    pages: int
    query: str
    pair: str
    pairs: tuple[MemoryPairView, ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """An entry that is similar to a sentence, in per cent."""

    percent: int
    entry: EntryView


@dataclass(frozen=True, slots=True)
class Matches:
    """What the memory has for a sentence. `items` is empty while `is_reading`: the index is being made.

    `version` and `key` are the sentence's, to be named when a match is saved.
    """

    sentence: str
    version: int
    key: str
    items: tuple[MatchView, ...]
    is_reading: bool
