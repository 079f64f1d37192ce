"""What a database's own errors mean to a person."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError

from workbench.errors import StorageProblem
from workbench.wording import words


def explain(error: DatabaseError) -> StorageProblem:
    """Return what happened and what to do, in words. Nothing was changed in any of these cases."""
    reason = str(error.orig)
    if "locked" in reason or "busy" in reason:
        return StorageProblem(
            words("The database is busy: another program has been writing to it for too long."),
            hint=words("Try again; if it stays so, stop other programs that have the database open."),
        )
    if "full" in reason:
        return StorageProblem(words("The disk is full; nothing was changed."))
    if "readonly" in reason or "read-only" in reason:
        return StorageProblem(
            words("The database cannot be written to; nothing was changed."),
            hint=words("Give this program's user the right to write in the data folder."),
        )
    if "no such table" in reason or "no such column" in reason:
        return StorageProblem(words("The database is not set up for this version."), hint=words("Run: workbench setup"))
    if "not a database" in reason or "malformed" in reason:
        return StorageProblem(
            words("The database cannot be opened: {reason}.", reason=reason),
            hint=words("A copy from a backup can take the file's place; flask doctor shows where it is."),
        )
    return StorageProblem(
        words("The database answered: {reason}.", reason=reason), hint=words("flask doctor looks at the database.")
    )
