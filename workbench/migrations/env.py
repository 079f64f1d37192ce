"""How Alembic reaches the application's database. Run by Flask-Migrate, inside an application context."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from flask import current_app

from workbench.tables.sqlite import BEGIN_OPTION
from workbench.tables.types import UtcDateTime, Word


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our column types as what they are in the database: a migration must not change with the code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Word):
        return "sa.String(length=20)"
    return False


def run_migrations() -> None:
    """Run the migrations in one transaction, so that a killed one leaves the old tables."""
    migrate = current_app.extensions["migrate"]
    with migrate.db.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        driver = connection.connection.driver_connection
        if is_sqlite and driver is not None:
            # Batch mode drops and makes tables anew; with foreign keys on, a drop deletes what points to it.
            driver.execute("PRAGMA foreign_keys=OFF")
        try:
            connection = connection.execution_options(**{BEGIN_OPTION: "IMMEDIATE"})
            context.configure(
                connection=connection,
                target_metadata=migrate.db.metadata,
                transactional_ddl=True,
                render_item=render_item,
                **migrate.configure_args,
            )
            with context.begin_transaction():
                context.run_migrations()
            connection.commit()
        finally:
            if is_sqlite and driver is not None:
                connection.rollback()
                driver.execute("PRAGMA foreign_keys=ON")


run_migrations()
