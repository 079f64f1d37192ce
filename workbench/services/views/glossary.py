"""The glossary's terms, as its page and the rows of the desk show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.memory.entries import Entry


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the glossary. `version` counts the saves; a correction names the one it saw."""

    id: int
    entry: Entry
    version: int
    reviewer: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Pair:
    """A language pair and how many terms it has."""

    source_language: str
    target_language: str
    terms: int

    @property
    def code(self) -> str:
        """Both codes in one word, for addresses and choices: "en>es"."""
        return f"{self.source_language}>{self.target_language}"


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """One page of the glossary, and what it was asked for. `pairs` are all that have terms."""

    items: tuple[TermView, ...]
    total: int
    page: int
    pages: int
    query: str
    pair: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What an import did."""

    added: int
    changed: int
    unchanged: int
