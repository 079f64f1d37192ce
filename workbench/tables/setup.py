"""Bringing the database of an application to this version's tables."""

from __future__ import annotations

import logging
from pathlib import Path

from flask import Flask
from sqlalchemy import inspect
from sqlalchemy.exc import DatabaseError

from workbench import tables  # noqa: F401  # registers the tables with their metadata
from workbench.errors import StorageProblem
from workbench.extensions import db
from workbench.tables.sqlite import tune

MIGRATIONS_DIR = Path(__file__).resolve().parent.parent / "migrations"


def init_app(app: Flask) -> None:
    """Tune the application's database connections. Nothing connects yet."""
    with app.app_context():
        tune(db.engine)


def init_migrations(app: Flask) -> None:
    """Make Flask-Migrate's commands work on this application. Alembic is imported only here."""
    from flask_migrate import Migrate

    if "migrate" not in app.extensions:
        Migrate(app, db, directory=str(MIGRATIONS_DIR), render_as_batch=True)


def upgrade_database(app: Flask) -> bool:
    """Create or migrate the tables; return whether the database was made new.

    Raises:
        StorageProblem: The file is not a database, is damaged, or cannot be written.
    """
    from alembic.util import CommandError

    init_migrations(app)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command

    try:
        with app.app_context():
            is_new = not inspect(db.engine).has_table("article")
            config = app.extensions["migrate"].migrate.get_config()
            command.upgrade(config, "head")
            return is_new
    except CommandError as error:
        raise StorageProblem(
            f"The database was made by a newer version of the workbench ({error}).",
            hint="Update the workbench, or name another data folder with WORKBENCH_DATA_DIR.",
        ) from error
    except DatabaseError as error:
        raise StorageProblem(
            f"The database cannot be opened: {error.orig}.",
            hint=f"Look in {app.instance_path}; a copy from a backup can take the file's place.",
        ) from error
