"""The translation packages, as the pages show them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workbench.errors import NotFound
from workbench.extensions import workbench
from workbench.translation.packages import Package, PackageOrigin, Unusable
from workbench.translation.pivots import reachable
from workbench.translation.quarantine import Evidence
from workbench.translation.storage import writing
from workbench.wording import words

if TYPE_CHECKING:
    from workbench.translation.checkup import PackageCheck

COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelView:
    """An installed package. `readme` has its data, licence and scores, if it brought them; `evidence` says why
    it is in quarantine, or was before somebody enabled it."""

    source: str
    target: str
    version: str
    origin: PackageOrigin
    size_bytes: int
    readme: str
    evidence: Evidence | None = None

    @property
    def is_starter(self) -> bool:
        """Whether it is the small one that travels with the workbench."""
        return self.origin is PackageOrigin.STARTER

    @property
    def is_removable(self) -> bool:
        """Whether the workbench installed it, and so may remove it."""
        return self.origin is PackageOrigin.INSTALLED


def list_models() -> tuple[ModelView, ...]:
    """Return the packages that can be used, the preferred one of each pair first."""
    return tuple(_view(package) for package in workbench().engine.refresh().packages)


def list_unusable() -> tuple[Unusable, ...]:
    """Return what lies in the package folders but cannot be used, with the reason."""
    return workbench().engine.refresh().unusable


def list_quarantined() -> tuple[ModelView, ...]:
    """Return the packages that were found wanting when they were installed, with the evidence."""
    return tuple(_view(package) for package in workbench().engine.refresh().quarantined)


def enable_model(source: str, target: str) -> ModelView:
    """Use a quarantined package all the same.

    Raises:
        NotFound: None for this pair is in quarantine.
    """
    return _set_enabled(source, target, is_enabled=True)


def disable_model(source: str, target: str) -> ModelView:
    """Put a package that was enabled by hand back into quarantine.

    Raises:
        NotFound: None for this pair was in quarantine.
    """
    return _set_enabled(source, target, is_enabled=False)


def source_languages() -> tuple[str, ...]:
    """Return the languages that something can be translated from, by code."""
    return tuple(sorted({package.source for package in workbench().engine.refresh().packages}))


def target_languages(source: str) -> tuple[str, ...]:
    """Return the languages that `source` can be translated into, directly or through a third."""
    return reachable(workbench().engine.refresh().packages, source)


def install_model_file(stream: BinaryIO, filename: str) -> ModelView:
    """Install an uploaded package.

    Raises:
        BrokenPackage: It is not a package that works; nothing was changed.
        StorageProblem: There is no room for it; nothing was changed.
    """
    from workbench.translation.install import INCOMING, install_file

    settings = workbench().settings
    with writing(settings.packages_dir):
        settings.packages_dir.mkdir(parents=True, exist_ok=True)
        # A large upload goes to the packages' disk in pieces; the name is kept only for messages.
        with tempfile.TemporaryDirectory(dir=settings.packages_dir, prefix=INCOMING) as folder:
            path = Path(folder) / (Path(filename).name or "package.argosmodel")
            with path.open("wb") as file:
                while piece := stream.read(COPY_BYTES):
                    file.write(piece)
            package = install_file(path, settings)
    workbench().engine.refresh()
    return _view(package)


def remove_model(source: str, target: str) -> None:
    """Remove the package that the workbench installed for a pair.

    Raises:
        NotFound: There is none.
    """
    from workbench.translation.install import remove

    inventory = workbench().engine.refresh()
    for package in (*inventory.packages, *inventory.quarantined):
        if (package.source, package.target, package.origin) == (source, target, PackageOrigin.INSTALLED):
            remove(package, workbench().settings)
            workbench().engine.refresh()
            return
    raise NotFound(
        words("The workbench has installed no model from {source} to {target}.", source=source, target=target),
        hint=words("The starter model and what Argos Translate installed are not its own to remove."),
    )


def check_models() -> tuple[PackageCheck, ...]:
    """Translate a fixed sentence with each package and say which ones work."""
    from workbench.translation.install import check_packages

    return check_packages(workbench().settings)


def _set_enabled(source: str, target: str, *, is_enabled: bool) -> ModelView:
    from workbench.translation.trials import set_enabled

    package = set_enabled(source, target, workbench().settings, is_enabled=is_enabled)
    workbench().engine.refresh()
    return _view(package)


def _view(package: Package) -> ModelView:
    return ModelView(
        source=package.source,
        target=package.target,
        version=package.version,
        origin=package.origin,
        size_bytes=package.size_bytes,
        readme=package.readme(),
        evidence=package.evidence,
    )
