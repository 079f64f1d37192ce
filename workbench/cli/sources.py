"""Finding what `flask translate` and `flask articles import` are given: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadInput, StorageProblem
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
    """

    name: str
    path: Path | None
    inside: Path

    def read(self, *, max_chars: int) -> Document:
        """Read the article.

        Raises:
            BadInput: It is missing, a folder, binary, empty or too long.
        """
        if self.path is None:
            return read_document(sys.stdin.buffer.read(), name="", max_chars=max_chars)
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            raise BadInput("There is no such file.", hint="Check the name.") from None
        except PermissionError:
            raise BadInput("The file may not be read.", hint="Check its permissions.") from None
        except OSError as error:
            raise StorageProblem(f"The file cannot be read: {error.strerror}.", hint="Check the disk.") from error
        return read_document(data, name=self.path.name, max_chars=max_chars)


def find_sources(arguments: Sequence[str]) -> list[Source]:
    """Return the sources in the order they are named; a folder's files by name, hidden ones left out.

    A name that matches nothing is kept as a source that cannot be read, so that it is reported with the
    others instead of stopping them.
    """
    found: dict[str, Source] = {}
    for argument in arguments:
        for source in _expand(argument):
            found.setdefault(source.name, source)
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
            yield Source(str(path), path, inside)
