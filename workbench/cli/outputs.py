"""Where translations go: a file that is whole or not there, or standard output."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from workbench.cli.sources import Source
from workbench.errors import StorageProblem


def output_path(folder: Path, source: Source, language: str, extension: str) -> Path:
    """Return `<stem>.<lang><ext>` under the folder, in the source's own sub-folder."""
    return folder / source.inside.with_name(f"{source.inside.stem}.{language}{extension}")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every moment it is the old one or the new one, never a part.

    Raises:
        StorageProblem: The disk is full, or the folder cannot be written to.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)  # mkstemp makes it private; a result is as open as any other file
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise StorageProblem(f"The disk is full: {path} was not written.") from error
        raise StorageProblem(
            f"{path} cannot be written: {error.strerror}.", hint="Choose another folder with --out."
        ) from error
