"""Bringing the database of an application to this version's tables."""

from __future__ import annotations

import logging
from pathlib import Path

from flask import Flask
from sqlalchemy.exc import ArgumentError, DatabaseError

from workbench import tables  # noqa: F401  # registers the tables with their metadata
from workbench.config import BadConfiguration
from workbench.errors import StorageProblem
from workbench.extensions import db
from workbench.tables.problems import explain
from workbench.tables.sqlite import tune
from workbench.wording import words

MIGRATIONS_DIR = Path(__file__).resolve().parent.parent / "migrations"


def init_app(app: Flask) -> None:
    """Give the application its database, tuned for many writers. Nothing connects yet.

    Raises:
        BadConfiguration: The database's URL cannot be used.
    """
    try:
        db.init_app(app)
        with app.app_context():
            tune(db.engine)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise BadConfiguration(
            f"WORKBENCH_DATABASE_URL cannot be used: {error}.",
            hint="Leave it empty for SQLite; another database needs its Python driver installed.",
        ) from error


def init_migrations(app: Flask) -> None:
    """Make Flask-Migrate's commands work on this application. Alembic is imported only here."""
    from flask_migrate import Migrate

    if "migrate" not in app.extensions:
        Migrate(app, db, directory=str(MIGRATIONS_DIR), render_as_batch=True)


def upgrade_database(app: Flask) -> None:
    """Create or migrate the tables; do nothing where they are up to date.

    Raises:
        StorageProblem: The file is not a database, is damaged, locked, or cannot be written.
    """
    init_migrations(app)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    try:
        with app.app_context():
            config = app.extensions["migrate"].migrate.get_config()
            with db.engine.connect() as connection:
                current = MigrationContext.configure(connection).get_current_heads()
            if set(current) != set(ScriptDirectory.from_config(config).get_heads()):
                command.upgrade(config, "head")
    except CommandError as error:
        raise StorageProblem(
            words("The database was made by a newer version of the workbench ({error}).", error=error),
            hint=words("Update the workbench, or name another data folder with WORKBENCH_DATA_DIR."),
        ) from error
    except DatabaseError as error:
        raise explain(error) from error
