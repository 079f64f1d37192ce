"""The one way in which services write: a whole transaction or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from flask_sqlalchemy.session import Session
from sqlalchemy import CursorResult, Result
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import scoped_session

from workbench.errors import StorageProblem
from workbench.extensions import db
from workbench.tables.sqlite import BEGIN_OPTION


@contextmanager
def writing() -> Iterator[scoped_session[Session]]:
    """Open a write transaction; commit at the end, roll back on any error.

    A read that this thread had open ends here, so the writes are based on what is in the database now.

    Raises:
        StorageProblem: The disk is full or read-only, or the database stayed locked.
    """
    session = db.session
    session.rollback()
    try:
        session.connection(execution_options={BEGIN_OPTION: "IMMEDIATE"})
        yield session
        session.commit()
    except OperationalError as error:
        session.rollback()
        raise _explained(error) from error
    except BaseException:
        session.rollback()
        raise


def rows_changed(result: Result[Any]) -> int:
    """Return how many rows an UPDATE or a DELETE found."""
    return cast("CursorResult[Any]", result).rowcount


def _explained(error: OperationalError) -> StorageProblem:
    reason = str(error.orig)
    if "locked" in reason or "busy" in reason:
        return StorageProblem(
            "The database is busy: another program has been writing to it for too long.",
            hint="Try again; if it stays so, stop other programs that have the database open.",
        )
    if "full" in reason:
        return StorageProblem("The disk is full; nothing was changed.")
    if "readonly" in reason or "read-only" in reason:
        return StorageProblem(
            "The database cannot be written to; nothing was changed.",
            hint="Give this program's user the right to write in the data folder.",
        )
    if "no such table" in reason or "no such column" in reason:
        return StorageProblem("The database is not set up for this version.", hint="Run: workbench setup")
    return StorageProblem(f"The database answered: {reason}.")
