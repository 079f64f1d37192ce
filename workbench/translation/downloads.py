"""Download one package's file."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BrokenPackage, IndexUnreachable, WorkbenchError
from workbench.translation.http import Progress, fetch_file
from workbench.translation.storage import writing
from workbench.wording import words


@dataclass(frozen=True, slots=True)
class Available:
    """A package that can be downloaded.

    Attributes:
        source: Canonical code of the language it translates from.
        target: Canonical code of the language it translates to.
        version: As the index says.
        links: Addresses of the file; each has the same.
        installed: Version that is installed for this pair, "" if none is; the starter models do not count.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    installed: str = ""


def download(package: Available, target_path: Path, progress: Progress | None = None) -> Path:
    """Download a package's file, from the first of its addresses that works.

    Args:
        package: From `available`.
        target_path: Where to put it; it appears there only when it is whole.
        progress: Called with the bytes so far and the bytes in all, None if the server does not say.

    Returns:
        `target_path`.

    Raises:
        IndexUnreachable: No address gave the file.
        BrokenPackage: What came is not a zip file.
        StorageProblem: The disk is full or cannot be written to.
    """
    part = target_path.with_name(target_path.name + ".part")
    failure: WorkbenchError = IndexUnreachable(
        words(
            "The index has no address for the model from {source} to {target}.",
            source=package.source,
            target=package.target,
        )
    )
    with writing(target_path.parent):
        target_path.parent.mkdir(parents=True, exist_ok=True)
        try:
            for url in package.links:
                try:
                    fetch_file(url, part, progress or (lambda done, total: None))
                    _require_zip(part, url)
                except (IndexUnreachable, BrokenPackage) as error:
                    failure = error
                    continue
                part.replace(target_path)
                return target_path
        finally:
            part.unlink(missing_ok=True)
    raise failure


def _require_zip(path: Path, url: str) -> None:
    if zipfile.is_zipfile(path):
        return
    with path.open("rb") as file:
        start = file.read(200).lstrip()
    what = "a web page" if start[:1] == b"<" else "a damaged file" if start[:2] == b"PK" else "not a zip file"
    raise BrokenPackage(
        words("What came from {url} is {what}, not a translation package.", url=url, what=what),
        hint=words("Try again later."),
    )
