"""The three places where packages are looked for.

1. the workbench's own packages folder,
2. Argos Translate's folder, so that what is on the machine already is used,
3. the starter packages that travel with the workbench, read straight from their zip files.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from workbench.config import Settings, resource_dir


class PackageOrigin(StrEnum):
    """Which of the three places a package was found in; the first is preferred."""

    INSTALLED = "installed"
    ARGOS = "argos"
    STARTER = "starter"


def places(settings: Settings) -> Iterator[tuple[PackageOrigin, Path]]:
    """Yield the folders to look in, the preferred one first; not all of them exist."""
    yield PackageOrigin.INSTALLED, settings.packages_dir
    if settings.argos_packages:
        for folder in argos_folders():
            yield PackageOrigin.ARGOS, folder
    yield PackageOrigin.STARTER, resource_dir("seeds") / "models"


def candidates(folder: Path, origin: PackageOrigin) -> list[Path]:
    """Return what may be a package in a folder: its folders and zip files, sorted; none if it cannot be read."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    # A name with a leading dot is an installation or a removal on its way. Argos reads folders only.
    return [
        path
        for path in entries
        if not path.name.startswith(".")
        and (path.is_dir() or (path.suffix == ".argosmodel" and origin is not PackageOrigin.ARGOS))
    ]


def argos_folders() -> tuple[Path, ...]:
    """Return the folders in which Argos Translate keeps its packages on this machine."""
    try:
        # The import makes folders in the home directory, which may be read-only or absent, and reads a
        # settings file that may be damaged: then Argos has no packages for us.
        from argostranslate import settings as argos
    except Exception:
        return ()
    return tuple(Path(folder) for folder in argos.package_dirs)
