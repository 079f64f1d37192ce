"""What one `flask translate` is asked for, what it works on, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.sources import Source
from workbench.formats.document import Document
from workbench.memory.terms import Glossary
from workbench.translation.documents import TranslatedDocument


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. `source` is None when each file's language is to be recognised."""

    languages: tuple[str, ...]
    source: str | None
    out: Path | None
    format_id: str | None
    as_json: bool
    resume: bool
    force: bool
    beam_size: int
    check: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One source into one language. `source_language` is known once the file has been read."""

    source: Source
    target: str
    source_language: str


Save = Callable[[TranslatedDocument[Task], Document, tuple[str, ...], Glossary | None], None]


@dataclass(slots=True)
class Outcome:
    """How the run went. Counts are of translations: a source into two languages is two.

    `blocked` is how many are done, but have findings that are blocking.
    """

    done: int = 0
    skipped: int = 0
    failed: int = 0
    without_model: int = 0
    blocked: int = 0

    @property
    def all_without_model(self) -> bool:
        """Whether every single one failed, and for want of a model."""
        return self.without_model == self.failed and not self.done and not self.skipped
