"""What SQLite must be told at every connection so that many readers and writers get along.

Python's sqlite3 begins transactions late and by guessing. Here SQLAlchemy begins them: reads with BEGIN
(a stable snapshot), writes with BEGIN IMMEDIATE, because a deferred transaction that reads first and then
writes fails at once when somebody else wrote in between, however long the busy timeout is.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event

BEGIN_OPTION = "workbench_begin"
BUSY_TIMEOUT_MS = 15_000


def tune(engine: Engine) -> None:
    """Make every connection of a SQLite engine safe for concurrent use; other databases are left alone."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # no implicit BEGIN by the driver
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",  # in WAL mode a power cut can lose the last commits, never the database
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get(BEGIN_OPTION, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
