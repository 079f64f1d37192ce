"""Unpack a package's zip file without trusting it: paths, links, sizes and layout are looked at first."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from workbench.errors import BadInput, BrokenPackage, StorageProblem
from workbench.translation.archives import ZIP_ERRORS, inner_folder
from workbench.translation.metadata import METADATA
from workbench.wording import words

# Real packages unpack to less than twice their size. A hundred times is an attack on the disk.
MAX_RATIO = 100
ALWAYS_ALLOWED_BYTES = 1_000_000
MAX_FILES = 5000
SPARE_BYTES = 50_000_000
_CHUNK_BYTES = 1 << 20
_SPECIAL_NAME_CHARS = frozenset('\\:*?"<>|') | {chr(code) for code in range(32)}


def unpack(archive_path: Path, folder: Path) -> Path:
    """Unpack a package into an empty folder and return the package's own folder in it, all written to disk.

    Raises:
        BadInput: There is no such file, or it is not a zip file.
        BrokenPackage: It is damaged, dangerous or not laid out like a package; nothing is left outside `folder`.
        StorageProblem: The disk has not enough room.
        OSError: Writing failed.
    """
    if not archive_path.is_file():
        raise BadInput(
            words("There is no file {archive_path}.", archive_path=archive_path),
            hint=words("Give the path of an .argosmodel file."),
        )
    if not zipfile.is_zipfile(archive_path):
        raise BadInput(
            words("{name} is not a zip file, and so not a translation package.", name=archive_path.name),
            hint=words("Argos packages end in .argosmodel; a download that stopped early has to be done again."),
        )
    try:
        with zipfile.ZipFile(archive_path) as archive:
            members = archive.infolist()
            inner = _inspect(members, archive_path.stat().st_size, folder)
            for member in members:
                _write_member(archive, member, folder)
    except ZIP_ERRORS as error:
        raise BrokenPackage(
            words("{name} is damaged: {error}.", name=archive_path.name, error=error), hint=_DOWNLOAD_AGAIN
        ) from error
    sync_folders(folder)
    return folder / inner


def sync_folders(folder: Path) -> None:
    """Write the entries of a folder and of those below it to disk, so that a power cut leaves no empty ones."""
    for path in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
        sync_folder(path)


def sync_folder(folder: Path) -> None:
    """Write one folder's entries to disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _inspect(members: list[zipfile.ZipInfo], archive_bytes: int, folder: Path) -> str:
    if len(members) > MAX_FILES:
        raise BrokenPackage(words("It has {n:,} files; a translation package has a few.", n=len(members)))
    for member in members:
        _inspect_member(member)
    inner = inner_folder([member.filename for member in members])
    if f"{inner}{METADATA}" not in {member.filename for member in members}:
        raise BrokenPackage(words("It is not laid out like a package: there is no {metadata}.", metadata=METADATA))
    total = sum(member.file_size for member in members)
    if total > max(MAX_RATIO * archive_bytes, ALWAYS_ALLOWED_BYTES):
        raise BrokenPackage(
            words("It would unpack to {piece:,.0f} times its size, as no package does.", piece=total / archive_bytes)
        )
    free = shutil.disk_usage(folder).free
    if total + SPARE_BYTES > free:
        raise StorageProblem(
            words(
                "It needs {piece:,.0f} MB, and only {piece2:,.0f} MB of disk are left.",
                piece=total / 1e6,
                piece2=max(free - SPARE_BYTES, 0) / 1e6,
            )
        )
    return inner


def _inspect_member(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or _SPECIAL_NAME_CHARS.intersection(name):
        raise BrokenPackage(
            words("It would write outside its folder: {name!r}.", name=name), hint=words("Do not use this file.")
        )
    mode = member.external_attr >> 16
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_IFMT(mode) == 0):
        raise BrokenPackage(
            words("It has a link or a device in it: {name!r}.", name=name), hint=words("Do not use this file.")
        )
    if member.flag_bits & 1:
        raise BrokenPackage(words("It is encrypted."))


def _write_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    path = folder / PurePosixPath(member.filename)
    try:
        if member.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x": two members of one name are a trick too.
        with archive.open(member) as source, path.open("xb") as file:
            shutil.copyfileobj(source, file, _CHUNK_BYTES)
            file.flush()
            os.fsync(file.fileno())
    except (FileExistsError, NotADirectoryError) as error:
        raise BrokenPackage(words("It has two files named {filename!r}.", filename=member.filename)) from error


_DOWNLOAD_AGAIN = words("Download it again; the old state is unchanged.")
