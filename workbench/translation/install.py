"""Put packages into the workbench's own folder and take them out, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from dataclasses import replace as with_changes
from pathlib import Path

from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, StorageProblem
from workbench.translation.checkup import PackageCheck, check_packages, try_out
from workbench.translation.downloads import Available, download
from workbench.translation.http import Progress
from workbench.translation.packages import Package, PackageOrigin, find_packages, read_package
from workbench.translation.storage import writing
from workbench.translation.unpacking import sync_folder, unpack

__all__ = ["PackageCheck", "check_packages", "install_available", "install_file", "remove"]

_INCOMING, _OUTGOING = ".incoming-", ".outgoing-"
_LEFT_OVER_SECONDS = 24 * 3600


def install_file(path: Path, settings: Settings, *, replace: bool = True) -> Package:
    """Install a package from an `.argosmodel` file.

    The file is looked at, unpacked beside the other packages, loaded, and translates a sentence; only then
    does it get its name, by one rename. A package for the same pair that was installed before goes after
    that. Whatever fails, the packages that were there still are.

    Args:
        path: The file; it stays where it is.
        settings: Where packages are installed.
        replace: Whether a package for the same pair may be replaced.

    Returns:
        The installed package.

    Raises:
        BadInput: There is no such file, it is not a zip file, or the pair is installed and stays.
        BrokenPackage: It is damaged, dangerous, laid out wrongly, or does not translate.
        StorageProblem: The disk is full or cannot be written to.
    """
    with writing(settings.packages_dir):
        settings.packages_dir.mkdir(parents=True, exist_ok=True)
        _sweep(settings.packages_dir)
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=settings.packages_dir) as scratch:
            folder = unpack(path, Path(scratch))
            package = read_package(folder, PackageOrigin.INSTALLED)
            if package is None:
                raise BrokenPackage("It is an Argos package, but not one that translates.")
            older = _installed(settings, package.source, package.target)
            if older and not replace:
                raise BadInput(f"{older[0].id} is installed already.", hint="Remove it first, or let it be replaced.")
            try_out(package)
            place = _move_in(folder, settings.packages_dir, package)
            try:
                for old in older:
                    _move_out(old.path)
            except OSError:
                _move_out(place)
                raise
    return with_changes(package, path=place)


def install_available(available: Available, settings: Settings, progress: Progress | None = None) -> Package:
    """Download a package of the index and install it.

    Args:
        available: What to download.
        settings: Where packages are installed; the download is kept there too while it comes in.
        progress: Called with the bytes so far and the bytes in all, None if the server does not say.

    Raises:
        IndexUnreachable: The file cannot be downloaded.
        BrokenPackage: What came is not a package, or does not work.
        StorageProblem: The disk is full or cannot be written to.
    """
    with writing(settings.packages_dir):
        settings.packages_dir.mkdir(parents=True, exist_ok=True)
        _sweep(settings.packages_dir)
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=settings.packages_dir) as scratch:
            name = f"{available.source}-{available.target}.argosmodel"
            return install_file(download(available, Path(scratch) / name, progress), settings)


def remove(package: Package, settings: Settings) -> None:
    """Delete a package that the workbench installed.

    Raises:
        BadInput: Somebody else put it there; the message says who, and what to do.
        StorageProblem: The folder cannot be written to.
    """
    if package.origin is PackageOrigin.STARTER:
        raise BadInput(
            f"{package.id} is a starter model: it belongs to the workbench itself.",
            hint=f"An installed model is used in its place: flask models install {package.source} {package.target}",
        )
    if package.origin is PackageOrigin.ARGOS:
        raise BadInput(
            f"{package.id} was installed by Argos Translate, which may still use it.",
            hint=f"Remove it there (argospm remove), or let the workbench ignore it: WORKBENCH_ARGOS_PACKAGES=0. "
            f"It is in {package.path}.",
        )
    if package.path.parent != settings.packages_dir:
        raise BadInput(f"{package.path} is not in the workbench's packages folder.")
    with writing(settings.packages_dir):
        _move_out(package.path)


def _installed(settings: Settings, source: str, target: str) -> list[Package]:
    return [
        package
        for package in find_packages(settings).packages
        if (package.origin, package.source, package.target) == (PackageOrigin.INSTALLED, source, target)
    ]


def _move_in(folder: Path, packages_dir: Path, package: Package) -> Path:
    """Give the unpacked folder a free name; a rename never replaces a folder with something in it."""
    name = f"translate-{package.source}_{package.target}-{package.version}"
    for number in range(1, 1000):
        place = packages_dir / (name if number == 1 else f"{name}.{number}")
        if place.exists():
            continue
        try:
            folder.rename(place)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.EACCES) and place.exists():
                continue
            raise
        sync_folder(packages_dir)
        return place
    raise StorageProblem(f"{packages_dir} is full of folders named {name}.")


def _move_out(path: Path) -> None:
    """Take a package's name away in one step, then delete it; what cannot be deleted now goes later."""
    doomed = path.with_name(f"{_OUTGOING}{os.getpid()}-{time.monotonic_ns()}")
    try:
        path.rename(doomed)
    except FileNotFoundError:
        return
    _delete(doomed)


def _sweep(packages_dir: Path) -> None:
    """Delete what installations and removals that were killed left behind."""
    before = time.time() - _LEFT_OVER_SECONDS
    for path in packages_dir.iterdir():
        if path.name.startswith((_INCOMING, _OUTGOING)) and path.lstat().st_mtime < before:
            _delete(path)


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
