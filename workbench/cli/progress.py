"""What `flask translate` says while it works, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from workbench.review import Origin
from workbench.translation.documents import TranslatedDocument


class Progress:
    """A bar when standard error is a terminal, messages in any case, a summary at the end."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._started = time.monotonic()
        self._segments = 0
        self._reused = 0
        self._remembered = 0
        self._flagged = 0
        self._words = 0

    @contextmanager
    def shown(self, total: int) -> Iterator[None]:
        """Show the bar while the context is open."""
        if not sys.stderr.isatty():
            yield
            return
        with click.progressbar(
            length=total, label="Translating", file=sys.stderr, item_show_func=lambda item: item
        ) as self._bar:
            yield
        self._bar = None

    def advance(self, result: TranslatedDocument[Any]) -> None:
        """Count a translated document."""
        self._segments += len(result.sentences)
        self._reused += sum(sentence.origin is not Origin.MACHINE for sentence in result.sentences)
        self._remembered += sum(sentence.match is not None for sentence in result.sentences)
        self._flagged += sum(bool(sentence.faults) for sentence in result.sentences)
        self._words += sum(len(sentence.source.split()) for sentence in result.sentences)
        if self._bar is not None:
            self._bar.update(1, f"{self._segments} segments")

    def say(self, message: str) -> None:
        """Print a line without tearing the bar."""
        if self._bar is not None:
            click.echo("\r\x1b[K", nl=False, err=True)
        click.echo(message, err=True)

    def summarise(self, done: int, skipped: int, failed: int) -> None:
        """Print what was done and how fast."""
        seconds = max(time.monotonic() - self._started, 1e-9)
        parts = [f"{done} translated"]
        if skipped:
            parts.append(f"{skipped} left as they were")
        if failed:
            parts.append(f"{failed} failed")
        notes = f"{self._reused} reused"
        if self._remembered:
            notes += f", {self._remembered} from the memory"
        if self._flagged:
            notes += f", {self._flagged} flagged"
        click.echo(
            f"{', '.join(parts)}: {self._segments} segments ({notes}), "
            f"{self._words} words in {seconds:.1f} s, {self._words / seconds:.0f} words/s.",
            err=True,
        )
