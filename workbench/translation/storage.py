"""What the file system refuses, in words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import StorageProblem


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
            raise StorageProblem(f"The disk is full: nothing can be added to {folder}.") from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise StorageProblem(
                f"{folder} cannot be written to.", hint="Give this user the right to, or set WORKBENCH_DATA_DIR."
            ) from error
        raise StorageProblem(f"{folder} cannot be used: {error.strerror or error}.") from error
