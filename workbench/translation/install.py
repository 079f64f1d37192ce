"""Put packages into the workbench's own folder and take them out, whole or not at all."""

from __future__ import annotations

import errno
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace as with_changes
from pathlib import Path

from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, StorageProblem
from workbench.translation.checkup import PackageCheck, check_packages, evidence_against
from workbench.translation.downloads import Available, download
from workbench.translation.http import Progress
from workbench.translation.index import wrong_pair
from workbench.translation.packages import Package, PackageOrigin, find_packages, read_package
from workbench.translation.quarantine import write_evidence
from workbench.translation.storage import OUTGOING, delete, set_aside, writing
from workbench.translation.unpacking import sync_folder, unpack
from workbench.wording import words

__all__ = ["INCOMING", "PackageCheck", "check_packages", "install_available", "install_file", "remove"]

# What folders on their way in are called: `find_packages` does not look at names with a leading dot.
INCOMING = ".incoming-"
_LEFT_OVER_SECONDS = 24 * 3600
_REPLACE = words("Remove it first, or let it be replaced.")
_ELSEWHERE = words("The index is wrong here; a file from elsewhere works too: flask models install FILE")


def install_file(path: Path, settings: Settings, *, replace: bool = True) -> Package:
    """Install a package from an `.argosmodel` file.

    The file is looked at, unpacked beside the other packages, loaded, and translates a few sentences; only
    then does it get its name, by one rename. A package for the same pair that was installed before goes after
    that; a folder of its name that is no working package makes room for it. Whatever fails, the packages that
    were there still are. A package that loops, echoes, or translates to nothing goes into quarantine with the
    evidence, and the one that was there before stays in use.

    Args:
        path: The file; it stays where it is.
        settings: Where packages are installed.
        replace: Whether a package for the same pair may be replaced.

    Returns:
        The installed package; see its `is_quarantined`.

    Raises:
        BadInput: There is no such file, it is not a zip file, or the pair is installed and stays.
        BrokenPackage: It is damaged, dangerous, laid out wrongly, or does not decode.
        StorageProblem: The disk is full or cannot be written to.
    """
    return _install(path, settings, replace=replace)


def _install(path: Path, settings: Settings, *, replace: bool, wanted: Available | None = None) -> Package:
    with writing(settings.packages_dir):
        settings.packages_dir.mkdir(parents=True, exist_ok=True)
        _sweep(settings.packages_dir)
        with tempfile.TemporaryDirectory(prefix=INCOMING, dir=settings.packages_dir) as scratch:
            folder = unpack(path, Path(scratch))
            package = read_package(folder, PackageOrigin.INSTALLED)
            if package is None:
                raise BrokenPackage(words("It is an Argos package, but not one that translates."))
            if wanted and (package.source, package.target) != (wanted.source, wanted.target):
                raise BrokenPackage(wrong_pair(wanted, package.source, package.target), hint=_ELSEWHERE)
            inventory = find_packages(settings)
            older = _installed(inventory.packages, package.source, package.target)
            if older and not replace:
                raise BadInput(words("{id} is installed already.", id=older[0].id), hint=_REPLACE)
            if evidence := evidence_against(package):
                write_evidence(folder, evidence)
                older = []
            older += _installed(inventory.quarantined, package.source, package.target)
            place = _move_in(folder, settings.packages_dir, package)
            try:
                for old in [*(package.path for package in older), *_broken_copies(place)]:
                    _move_out(old)
            except OSError:
                _move_out(place)
                raise
    return with_changes(package, path=place, evidence=evidence)


def install_available(available: Available, settings: Settings, progress: Progress | None = None) -> Package:
    """Download a package of the index and install it.

    Args:
        available: What to download.
        settings: Where packages are installed; the download is kept there too while it comes in.
        progress: Called with the bytes so far and the bytes in all, None if the server does not say.

    Raises:
        IndexUnreachable: The file cannot be downloaded.
        BrokenPackage: What came is not a package, is one for another pair, or does not work.
        StorageProblem: The disk is full or cannot be written to.
    """
    with writing(settings.packages_dir):
        settings.packages_dir.mkdir(parents=True, exist_ok=True)
        _sweep(settings.packages_dir)
        with tempfile.TemporaryDirectory(prefix=INCOMING, dir=settings.packages_dir) as scratch:
            name = f"{available.source}-{available.target}.argosmodel"
            path = download(available, Path(scratch) / name, progress)
            return _install(path, settings, replace=True, wanted=available)


def remove(package: Package, settings: Settings) -> None:
    """Delete a package that the workbench installed.

    Raises:
        BadInput: Somebody else put it there; the message says who, and what to do.
        StorageProblem: The folder cannot be written to.
    """
    pair = f"{package.source} {package.target}"
    if package.origin is PackageOrigin.STARTER:
        raise BadInput(
            words("{id} is a starter model: it belongs to the workbench itself.", id=package.id),
            hint=words("An installed model is used in its place: flask models install {pair}", pair=pair),
        )
    if package.origin is PackageOrigin.ARGOS:
        raise BadInput(
            words("{id} was installed by Argos Translate, which may still use it.", id=package.id),
            hint=words(
                "Remove it there (argospm remove), or let the workbench ignore it: "
                "WORKBENCH_ARGOS_PACKAGES=0. It is in {path}.",
                path=package.path,
            ),
        )
    if package.path.parent != settings.packages_dir:
        raise BadInput(words("{path} is not in the workbench's packages folder.", path=package.path))
    with writing(settings.packages_dir):
        _move_out(package.path)


def _installed(packages: Iterable[Package], source: str, target: str) -> list[Package]:
    wanted = (PackageOrigin.INSTALLED, source, target)
    return [package for package in packages if (package.origin, package.source, package.target) == wanted]


def _move_in(folder: Path, packages_dir: Path, package: Package) -> Path:
    """Give the unpacked folder a free name; a rename never replaces a folder with something in it."""
    name = f"translate-{package.source}_{package.target}-{package.version}"
    for number in range(1, 1000):
        place = packages_dir / (name if number == 1 else f"{name}.{number}")
        aside = set_aside(place) if _is_broken(place) else None
        if place.exists():
            continue
        try:
            folder.rename(place)
        except OSError as error:
            if aside and not place.exists():
                aside.rename(place)
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.EACCES) and place.exists():
                continue
            raise
        sync_folder(packages_dir)
        if aside:
            delete(aside)
        return place
    raise StorageProblem(words("{packages_dir} is full of folders named {name}.", packages_dir=packages_dir, name=name))


def _move_out(path: Path) -> None:
    """Take a package's name away in one step, then delete it; what cannot be deleted now goes later."""
    if doomed := set_aside(path):
        delete(doomed)


def _is_broken(path: Path) -> bool:
    """Whether it is a folder that lacks what a package needs."""
    try:
        if path.is_dir():
            read_package(path, PackageOrigin.INSTALLED)
    except BrokenPackage:
        return True
    return False


def _broken_copies(place: Path) -> list[Path]:
    """Return the folders beside `place` that differ from its name in the number at the end and are broken."""
    start = f"{place.name}."
    return [
        path
        for path in place.parent.iterdir()
        if path.name.startswith(start) and path.name.removeprefix(start).isdecimal() and _is_broken(path)
    ]


def _sweep(packages_dir: Path) -> None:
    """Delete what installations and removals that were killed left behind."""
    before = time.time() - _LEFT_OVER_SECONDS
    for path in packages_dir.iterdir():
        if path.name.startswith((INCOMING, OUTGOING)) and path.lstat().st_mtime < before:
            delete(path)
