"""Write to the packages folder: what the file system refuses in words, and folders taken out in one step."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import StorageProblem
from workbench.wording import words

# What folders on their way out are called: `find_packages` does not look at names with a leading dot.
OUTGOING = ".outgoing-"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failure to write into this folder into a sentence.

    Raises:
        StorageProblem: In place of an OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageProblem(words("The disk is full: nothing can be added to {folder}.", folder=folder)) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise StorageProblem(
                words("{folder} cannot be written to.", folder=folder),
                hint=words("Give this user the right to, or set WORKBENCH_DATA_DIR."),
            ) from error
        raise StorageProblem(
            words("{folder} cannot be used: {piece}.", folder=folder, piece=error.strerror or error)
        ) from error


def set_aside(path: Path) -> Path | None:
    """Rename to a name that is not looked at, and return it; None if there is nothing any more."""
    try:
        return path.rename(path.with_name(f"{OUTGOING}{os.getpid()}-{time.monotonic_ns()}"))
    except FileNotFoundError:
        return None


def delete(path: Path) -> None:
    """Delete a folder or file; what cannot be deleted in a folder stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
