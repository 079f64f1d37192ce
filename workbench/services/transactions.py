"""The one way in which services write: a whole transaction or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from flask_sqlalchemy.session import Session
from sqlalchemy import CursorResult, Result
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import scoped_session

from workbench.extensions import db
from workbench.tables.problems import explain
from workbench.tables.sqlite import BEGIN_OPTION, WAIT_OPTION

_WRITING = "workbench_writing"


@contextmanager
def writing(*, wait: bool = True) -> Iterator[scoped_session[Session]]:
    """Open a write transaction; commit at the end, roll back on any error.

    A read that this thread had open ends here, so the writes are based on what is in the database now.

    Args:
        wait: Whether to wait for somebody else's transaction to end; false for what can as well be written later.

    Raises:
        StorageProblem: The disk is full or read-only, or the database stayed locked.
    """
    session = db.session
    session.rollback()
    try:
        session.connection(execution_options={BEGIN_OPTION: "IMMEDIATE", WAIT_OPTION: wait})
        session.info[_WRITING] = True
        yield session
        session.commit()
    except OperationalError as error:
        session.rollback()
        raise explain(error) from error
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop(_WRITING, None)


def is_writing() -> bool:
    """Say whether this thread is inside a write transaction: what it reads may be rolled back."""
    return _WRITING in db.session.info


def rows_changed(result: Result[Any]) -> int:
    """Return how many rows an UPDATE or a DELETE found."""
    return cast("CursorResult[Any]", result).rowcount
