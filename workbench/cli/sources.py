"""Finding what `flask translate` and `flask articles import` are given: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import click

from workbench.errors import BadInput, StorageProblem, TextTooLong
from workbench.formats import FORMATS, read_document
from workbench.formats.document import Document

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One article to read.

    Attributes:
        name: As people know it: the path as given or found, or "-".
        path: The file, or None for standard input.
        inside: Its path within the folder that was named, for keeping the folders under --out.
        folder: The folder it was found in, or None when it was named itself.
    """

    name: str
    path: Path | None
    inside: Path
    folder: Path | None = None
    _held: list[bytes] = field(default_factory=list, init=False, repr=False, compare=False)

    def read(self, *, max_chars: int) -> Document:
        """Read the article, and no more of it than shows that it is too long.

        Args:
            max_chars: Longest text that is accepted, in characters.

        Raises:
            BadInput: It is missing, a folder, binary, empty or too long.
            StorageProblem: The disk does not give it.
        """
        # One byte more than any text of that length has, in any encoding, with its byte order mark.
        most = 4 * (max_chars + 1) + 1
        if self.path is None:
            if not self._held:  # standard input can be read once, and is needed for each target language
                self._held.append(_start(sys.stdin.buffer, most))
            return _read(self._held[0], "", most, max_chars)
        try:
            with self.path.open("rb") as file:
                data = _start(file, most)
        except FileNotFoundError:
            raise BadInput("There is no such file.", hint="Check the name.") from None
        except PermissionError:
            raise BadInput("The file may not be read.", hint="Check its permissions.") from None
        except OSError as error:
            raise StorageProblem(f"The file cannot be read: {error.strerror}.", hint="Check the disk.") from error
        return _read(data, self.path.name, most, max_chars)


def _start(file: BinaryIO, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := file.read(most)):  # a pipe or terminal may give less than asked for
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _read(data: bytes, name: str, most: int, max_chars: int) -> Document:
    try:
        return read_document(data, name=name, max_chars=max_chars)
    except TextTooLong:
        if len(data) < most:
            raise
        raise TextTooLong(
            f"The file has more than {most - 1:,} bytes; the limit is {max_chars:,} characters."
        ) from None


def find_sources(arguments: Sequence[str]) -> list[Source]:
    """Return the sources in the order they are named; a folder's files by name, hidden ones left out.

    A name that matches nothing is kept as a source that cannot be read, so that it is reported with the
    others instead of stopping them. What is named twice, in whatever way, comes once.

    Args:
        arguments: Names of files and folders, patterns, or "-" for standard input.

    Raises:
        click.UsageError: A name is empty.
    """
    found: dict[str, Source] = {}
    for argument in arguments:
        if not argument:  # an unset variable of a shell; as a path it would be the current folder
            raise click.UsageError("One of the names is empty. Give a file, a folder, a pattern or -.")
        for source in _expand(argument):
            found.setdefault(STDIN if source.path is None else os.path.realpath(source.path), source)
    return list(found.values())


def _expand(argument: str) -> Iterator[Source]:
    if argument == STDIN:
        yield Source(STDIN, None, Path("stdin.txt"))
        return
    path = Path(argument)
    if path.is_dir():
        yield from _in_folder(path)
    elif not path.exists() and glob.has_magic(argument):
        matches = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207  # keeps absolute patterns
        if not matches:
            yield Source(argument, path, Path(path.name))
        for match in matches:
            if match.is_dir():
                yield from _in_folder(match)
            else:
                yield Source(str(match), match, Path(match.name))
    else:
        yield Source(argument, path, Path(path.name))


def _in_folder(folder: Path) -> Iterator[Source]:
    known = {extension for each in FORMATS for extension in each.extensions}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.suffix.lower() in known and path.is_file() and not any(p.startswith(".") for p in inside.parts):
            yield Source(str(path), path, inside, folder)
