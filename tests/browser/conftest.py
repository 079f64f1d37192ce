"""A real server on a free port, a real Chromium, and the real starter model."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from waitress.server import create_server

from tests.conftest import test_settings
from tests.factories import make_translated
from workbench.app import create_app
from workbench.extensions import db

ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run")
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The same engine; the first one draws no window around it and takes half the time."""
WAIT_MS = 30_000
LOOKS = [("light", 1440), ("dark", 390)]
"""Themes and widths: colours do not hang on the width, nor what fits on the colours; all four take twice as long."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class Server:
    """A running application and its address."""

    app: Flask
    url: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    sync_api.expect.set_options(timeout=WAIT_MS)  # a machine that does other things as well
    with sync_api.sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, CHROMIUMS)), playwright.chromium.executable_path)
        if not Path(path).exists():
            if os.environ.get("REQUIRE_BROWSER") == "1":
                pytest.fail("REQUIRE_BROWSER=1, and there is no Chromium")
            pytest.skip("no Chromium on this machine")
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def serve(tmp_path: Path, empty_database: Path) -> Iterator[Callable[..., Server]]:
    """Start servers that stop with the test; settings can be given."""
    stops: list[Callable[[], None]] = []

    def start(**settings: object) -> Server:
        data = tmp_path / f"data-{len(stops)}"
        data.mkdir()
        (data / "workbench.sqlite").write_bytes(empty_database.read_bytes())
        app = create_app(test_settings(data) | settings)
        server = create_server(app, host="127.0.0.1", port=0, threads=8)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        worker = app.extensions["worker"]
        worker.start()

        def close() -> None:
            for channel in list(server.active_channels.values()):
                channel.handle_close()
            server.close()

        def stop() -> None:
            worker.stop()
            with suppress(OSError):  # the thread, woken by something else, may have closed the trigger already
                server.trigger.pull_trigger(close)  # in the server's own thread: it ends when nothing is left open
            thread.join(10)
            server.task_dispatcher.shutdown()
            with app.app_context():
                db.session.remove()
                db.engine.dispose()

        stops.append(stop)
        return Server(app, f"http://127.0.0.1:{server.effective_port}")

    yield start
    for stop in stops:
        stop()


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    return serve()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open pages in contexts of their own. Whatever a page complains about fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(url: str, *, expect_errors: bool = False, **options: object) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        if not expect_errors:
            page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def desk(server: Server) -> str:
    """The address of the desk of a small article that is translated."""
    with server.app.app_context():
        article_id = make_translated(server.app)
    return f"{server.url}/articles/{article_id}/es"


def ready(page: Any) -> Any:
    """Wait until the page's scripts run; return the page."""
    page.wait_for_function("() => window.htmx !== undefined")
    return page


def row(page: Any, position: int) -> Any:
    return page.locator(f'[data-segment="{position}"]')


def target(page: Any, position: int) -> Any:
    return row(page, position).locator("[data-side=target]")


def edit(page: Any, position: int) -> Any:
    """Open a sentence with the mouse; return its text box."""
    target(page, position).click()
    box = row(page, position).locator("textarea[name=text]")
    box.wait_for()
    return box
