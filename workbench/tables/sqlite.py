"""What SQLite must be told at every connection so that many readers and writers get along.

Python's sqlite3 begins transactions late and by guessing. Here SQLAlchemy begins them: reads with BEGIN
(a stable snapshot), writes with BEGIN IMMEDIATE, because a deferred transaction that reads first and then
writes fails at once when somebody else wrote in between, however long the busy timeout is.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, event, func
from sqlalchemy.orm import InstrumentedAttribute

from workbench.extensions import db

BEGIN_OPTION = "workbench_begin"
WAIT_OPTION = "workbench_wait"
"""Whether a transaction waits for its turn (the default), or fails at once while another one writes."""
BUSY_TIMEOUT_MS = 15_000


def tune(engine: Engine) -> None:
    """Make every connection of a SQLite engine safe for concurrent use; other databases are left alone."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.create_function("casefold", 1, _casefold, deterministic=True)
    connection.isolation_level = None  # no implicit BEGIN by the driver
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",  # in WAL mode a power cut can lose the last commits, never the database
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def folded(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Return a text column without its case, to be compared with `str.casefold()` in every script.

    SQLite's own lower() knows ASCII only.
    """
    return func.casefold(column) if db.engine.dialect.name == "sqlite" else func.lower(column)


def _casefold(text: str | None) -> str | None:
    return None if text is None else text.casefold()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    driver = connection.connection.driver_connection
    assert driver is not None
    is_waiting = options.get(WAIT_OPTION, True)
    if not is_waiting:
        driver.execute("PRAGMA busy_timeout=0").close()
    try:
        connection.exec_driver_sql(f"BEGIN {options.get(BEGIN_OPTION, 'DEFERRED')}")
    finally:
        if not is_waiting:
            driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}").close()
