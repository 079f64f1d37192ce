"""Fixtures that all tests share: a real database in a folder of its own, the real starter model."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule

from workbench.app import create_app
from workbench.config import resource_dir
from workbench.extensions import db
from workbench.tables.setup import upgrade_database

# The same examples at each run, so that what is green stays green. HYPOTHESIS_SEARCH=1 looks for others.
settings.register_profile("workbench", derandomize="HYPOTHESIS_SEARCH" not in os.environ, deadline=None)
settings.load_profile("workbench")

SEED = resource_dir("seeds") / "articles" / "000_fd79899e2d11a5a3.txt"

# What the developer's shell sets must not change what the tests see.
for _name in [name for name in os.environ if name.startswith("WORKBENCH_")]:
    del os.environ[_name]

# Every test has an application of its own; that it compiles all templates again was a third of the time of web tests.
_compiled_templates = tempfile.mkdtemp(prefix="compiled-templates-")
atexit.register(shutil.rmtree, _compiled_templates, ignore_errors=True)
Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": FileSystemBytecodeCache(_compiled_templates)}


class _LateRule(Rule):
    """A route that compiles how its addresses are built when one is asked for, not for each test's application."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            compiled = Rule._compile_builder(rule, append_unknown).__get__(rule, None)
            setattr(rule, "_build_unknown" if append_unknown else "_build", compiled)
            return compiled(**values)

        return build


Flask.url_rule_class = _LateRule


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without articles; copied for each test, because migrating takes longer than a test."""
    folder = tmp_path_factory.mktemp("empty")
    app = create_app(test_settings(folder))
    upgrade_database(app)
    with app.app_context():
        db.engine.dispose()
    return folder / "workbench.sqlite"


def test_settings(folder: Path) -> dict[str, object]:
    """Return settings under which nothing outside `folder` is read or written."""
    return {"data_dir": folder, "argos_packages": False, "assets": "local", "run_jobs": False, "secret_key": "test"}


test_settings.__test__ = False  # type: ignore[attr-defined]  # a helper, not a test


@pytest.fixture
def app(tmp_path: Path, empty_database: Path) -> Iterator[Flask]:
    """An application with an empty database and no worker of its own."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "workbench.sqlite").write_bytes(empty_database.read_bytes())
    app = create_app(test_settings(data))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def context(app: Flask) -> Iterator[Flask]:
    """The application with its context pushed, for calling services."""
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser-like client that keeps cookies."""
    return app.test_client()


@pytest.fixture
def seed_bytes() -> bytes:
    """The seed article as it lies on disk."""
    return SEED.read_bytes()
