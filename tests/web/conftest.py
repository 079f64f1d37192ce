"""Forms as a browser sends them: with the page's token."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.conftest import test_settings
from tests.factories import make_translated
from workbench.app import create_app
from workbench.extensions import db
from workbench.services.articles import list_articles

HTMX = {"HX-Request": "true"}


class Visitor:
    """A client that fills in forms."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    @cached_property
    def _token(self) -> str:
        found = re.search(r'name="csrf-token" content="([^"]+)"', self.client.get("/articles/new").text)
        assert found
        return found[1]

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def send(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        values = {"csrf_token": self._token, **(data or {})}
        files = {name: FileStorage(*value) for name, value in values.items() if isinstance(value, tuple)}
        if not files:
            return self.client.post(path, data=values, **options)
        # Encoded here: the test client would leave the temporary file of a large upload open.
        boundary, body = encode_multipart(values | files)
        content_type = f'multipart/form-data; boundary="{boundary}"'
        return self.client.post(path, data=body, content_type=content_type, **options)


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    return Visitor(client)


@pytest.fixture
def other(app: Flask) -> Visitor:
    """Somebody else's browser."""
    return Visitor(app.test_client())


@pytest.fixture(scope="session")
def translated_database(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Path:
    """A database with one translated article; copied, because translating it takes longer than most tests."""
    data = tmp_path_factory.mktemp("translated")
    shutil.copy(empty_database, data)
    app = create_app(test_settings(data))
    with app.app_context():
        assert make_translated(app) == 1
        db.session.remove()
        db.engine.dispose()
    return data / empty_database.name


@pytest.fixture
def desk(app: Flask, tmp_path: Path, translated_database: Path) -> str:
    """The path of the desk of a translated article of three sentences."""
    with app.app_context():
        assert list_articles().total == 0, "its database is replaced"
        db.session.remove()
        db.engine.dispose()
    shutil.copy(translated_database, tmp_path / "data")
    return "/articles/1/es"


@pytest.fixture
def text_of(visitor: Visitor) -> Callable[[str, int], str]:
    def read(desk: str, position: int) -> str:
        page = visitor.get(desk).text
        found = re.search(rf'data-segment="{position}".*?data-side="target"[^>]*>(.*?)</p>', page, re.DOTALL)
        assert found
        return re.sub("</?mark[^>]*>", "", found[1])

    return read
