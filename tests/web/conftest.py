"""Forms as a browser sends them: with the page's token."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.factories import make_translated

HTMX = {"HX-Request": "true"}


class Visitor:
    """A client that fills in forms."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def send(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        page = self.client.get("/articles/new").text
        token = re.search(r'name="csrf-token" content="([^"]+)"', page)
        assert token
        values = {"csrf_token": token[1], **(data or {})}
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


@pytest.fixture
def desk(app: Flask) -> str:
    """The path of the desk of a translated article of three sentences."""
    with app.app_context():
        return f"/articles/{make_translated(app)}/es"


@pytest.fixture
def text_of(visitor: Visitor) -> Callable[[str, int], str]:
    def read(desk: str, position: int) -> str:
        page = visitor.get(desk).text
        found = re.search(rf'data-segment="{position}".*?data-side="target"[^>]*>(.*?)</p>', page, re.DOTALL)
        assert found
        return re.sub("</?mark[^>]*>", "", found[1])

    return read
