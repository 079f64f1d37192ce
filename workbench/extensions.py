"""The Flask extensions' objects, and the workbench's own: settings and engine of one application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, current_app
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from workbench.config import Settings

if TYPE_CHECKING:
    from workbench.translation.engine import Engine


class Base(DeclarativeBase):
    """Base of all tables. Named constraints let SQLite's batch migrations find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Workbench:
    """Settings and translation engine of one application; the engine is made at its first use."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine: Engine | None = None

    def init_app(self, app: Flask) -> None:
        """Make this instance the one that `workbench()` finds in the application's context."""
        app.extensions["workbench"] = self

    @property
    def engine(self) -> Engine:
        """The process's engine. Making one is cheap: models load when a translation first needs them."""
        if self._engine is None:
            from workbench.translation.engine import Engine

            self._engine = Engine(self.settings)
        return self._engine


def workbench() -> Workbench:
    """Return the current application's settings and engine."""
    found: Workbench = current_app.extensions["workbench"]
    return found


db = SQLAlchemy(model_class=Base)
csrf = CSRFProtect()
