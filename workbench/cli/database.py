"""`flask db`: Flask-Migrate's own commands on this application's migrations."""

from __future__ import annotations

import click
from flask import current_app

from workbench.tables.setup import init_migrations


def database() -> click.Group:
    """Return Flask-Migrate's group, made to work on the current application."""
    from flask_migrate.cli import db

    init_migrations(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's documented way
    group: click.Group = db
    return group
