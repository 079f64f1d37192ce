"""A package's files, wherever they are: in a folder, or in a zip file with one folder inside."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BrokenPackage
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of a package's files.

    Attributes:
        path: The folder or the zip file.
        names: Paths inside the package, with "/" between the parts.
        inner: The one folder inside a zip file that holds everything, with its final "/"; "" in a folder.
        size_bytes: Of all files, or of the zip file.
        changed_ns: When the newest file was written, nanoseconds since 1970.
    """

    path: Path
    names: frozenset[str]
    inner: str
    size_bytes: int
    changed_ns: int

    def read(self, name: str) -> bytes:
        """Return one file's content.

        Raises:
            BrokenPackage: There is no such file, or it cannot be read.
        """
        return self.read_all([name])[name]

    def read_all(self, names: list[str]) -> dict[str, bytes]:
        """Return the contents of several files, by name.

        Raises:
            BrokenPackage: One of them is missing or cannot be read.
        """
        missing = [name for name in names if name not in self.names]
        if missing:
            raise BrokenPackage(words("It has no {piece}.", piece=missing[0]))
        try:
            if not self.inner:
                return {name: (self.path / name).read_bytes() for name in names}
            with zipfile.ZipFile(self.path) as archive:
                return {name: archive.read(self.inner + name) for name in names}
        except (OSError, *ZIP_ERRORS) as error:
            raise BrokenPackage(words("{name} cannot be read: {error}.", name=self.path.name, error=error)) from error


# What `zipfile` raises on damaged, encrypted or unknown archives.
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)


def open_contents(path: Path) -> Contents:
    """List the files of the package in a folder or zip file.

    Raises:
        BrokenPackage: It is gone, or is neither.
    """
    try:
        return _folder_contents(path) if path.is_dir() else _zip_contents(path)
    except (OSError, *ZIP_ERRORS) as error:
        raise BrokenPackage(words("{name} cannot be read: {error}.", name=path.name, error=error)) from error


def inner_folder(names: list[str]) -> str:
    """Return the folder that holds everything in an archive, with a final "/".

    Raises:
        BrokenPackage: There is not exactly one.
    """
    tops = {name.partition("/")[0] + "/" for name in names if "/" in name} or {""}
    if len(tops) != 1 or "" in tops or any("/" not in name for name in names):
        raise BrokenPackage(
            words("It is not laid out like a package: one folder with metadata.json in it is expected.")
        )
    return tops.pop()


def _folder_contents(path: Path) -> Contents:
    files = {file: file.stat() for file in path.rglob("*") if file.is_file()}
    return Contents(
        path=path,
        names=frozenset(file.relative_to(path).as_posix() for file in files),
        inner="",
        size_bytes=sum(stat.st_size for stat in files.values()),
        changed_ns=max((stat.st_mtime_ns for stat in files.values()), default=0),
    )


def _zip_contents(path: Path) -> Contents:
    stat = path.stat()
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    inner = inner_folder(names)
    files = frozenset(name.removeprefix(inner) for name in names if not name.endswith("/"))
    return Contents(path, files, inner, stat.st_size, stat.st_mtime_ns)
