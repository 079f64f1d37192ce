"""The one file of `flask readability`: its text, its language, its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import click

from workbench.cli.failures import EXIT_FAILED, failure_line
from workbench.cli.sources import STDIN, Source
from workbench.config import Settings
from workbench.errors import BadInput, UnknownLanguage, WorkbenchError
from workbench.formats.document import Document
from workbench.languages import detect


class Unreadable(click.ClickException):
    """The file cannot be used: its name, what is wrong and what to do; exit status 1."""

    exit_code = EXIT_FAILED

    def __init__(self, name: str, error: WorkbenchError) -> None:
        super().__init__(failure_line(name, error))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.format_message(), file=file, err=True)


@dataclass(frozen=True, slots=True)
class SplitText:
    """A file that was read, in sentences.

    Attributes:
        name: As it was given.
        language: Canonical code.
        is_recognised: Whether the language was recognised, not given.
        paragraphs: The sentences of each paragraph, without the white space around them.
        warnings: For whoever gave the file.
    """

    name: str
    language: str
    is_recognised: bool
    paragraphs: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in reading order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def read_one(name: str, language: str | None, settings: Settings, *, option: str) -> SplitText:
    """Read a file, or standard input for "-", and split it as the desk does.

    Args:
        name: As given on the command line.
        language: Canonical code; None to recognise it.
        settings: How long a text may be.
        option: Which option says the language, for the hint when it is not recognised.

    Raises:
        Unreadable: It is missing, a folder, binary, empty or too long, or its language does not show.
        click.UsageError: The name is empty.
    """
    from workbench.segments import segment_block

    if not name:
        raise click.UsageError("The name of the file is empty. Give a file, or - for standard input.")
    try:
        document = _source(name).read(max_chars=settings.max_text_chars)
        code = language or _recognise(document, option)
    except WorkbenchError as error:
        raise Unreadable(name, error) from error
    paragraphs = tuple(
        tuple(segment.text for segment in segment_block(block.text, code))
        for block in document.blocks
        if block.is_translatable
    )
    return SplitText(name, code, language is None, paragraphs, document.warnings)


def _source(name: str) -> Source:
    if name == STDIN:
        return Source(STDIN, None, Path("stdin.txt"))
    path = Path(name)
    if path.is_dir():
        raise BadInput("This is a folder.", hint="Give one of its files.")
    return Source(name, path, Path(path.name))


def _recognise(document: Document, option: str) -> str:
    try:
        return detect("\n".join(block.text for block in document.blocks if block.is_translatable)).language
    except UnknownLanguage as error:
        error.hint = f"Say which language it is: {option} en"
        raise


def say_warnings(text: SplitText) -> None:
    """Print the warnings of a file on standard error."""
    for warning in text.warnings:
        click.echo(f"{text.name}: {warning}", err=True)
