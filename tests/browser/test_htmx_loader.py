"""htmx from the network, and from this server when the network fails, is slow, or lies."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ready
from workbench.config import resource_dir
from workbench.web.assets import CDN

FILE = resource_dir("static") / "vendor" / "htmx" / "htmx.min.js"
HEADERS = {"access-control-allow-origin": "*", "content-type": "text/javascript"}
SCRIPTS = "[...document.scripts].map(s => s.src).filter(s => s.includes('htmx.min'))"
RUNS = "() => window.runs"
COUNT_RUNS = """
let kept;
window.runs = 0;
Object.defineProperty(window, "htmx", { get: () => kept, set(value) { kept = value; window.runs += 1; } });
"""


@pytest.fixture
def blank(serve, open_page):
    """A page that has not loaded anything yet, and the server's address."""
    server = serve(assets="cdn")
    page = open_page("about:blank", expect_errors=True)
    page.add_init_script(COUNT_RUNS)
    return page, server.url


def answer(body: bytes):
    return lambda route: route.fulfill(status=200, body=body, headers=HEADERS)


def test_the_network_s_file_is_used_when_it_comes_in_time(blank):
    page, url = blank
    page.route(CDN.url, answer(FILE.read_bytes()))
    ready_page(page, url)
    assert page.evaluate(SCRIPTS) == [CDN.url]
    assert page.evaluate("htmx.config.allowEval") is False


@pytest.mark.parametrize("failure", ["aborted", "another file", "status 500"])
def test_this_server_s_file_is_used_when_the_network_s_is_not_it(blank, failure):
    page, url = blank
    if failure == "aborted":
        page.route(CDN.url, lambda route: route.abort())
    elif failure == "another file":
        page.route(CDN.url, answer(FILE.read_bytes() + b";window.stolen = true"))
    else:
        page.route(CDN.url, lambda route: route.fulfill(status=500))
    ready_page(page, url)
    assert page.evaluate(RUNS) == 1
    assert page.evaluate("window.stolen") is None
    assert page.evaluate("sessionStorage.getItem('htmx-from')") == "local"
    assert any("/static/vendor/htmx/" in src for src in page.evaluate(SCRIPTS))


def test_a_file_that_comes_late_does_not_run_as_a_second_copy(blank):
    page, url = blank
    late = []
    page.route(CDN.url, lambda route: late.append(route))
    page.goto(url)
    ready(page)
    assert len(late) == 1
    answer(FILE.read_bytes())(late[0])
    page.wait_for_timeout(500)
    assert page.evaluate(RUNS) == 1
    page.reload()
    ready(page)
    assert len(late) == 1  # remembered: the network was not asked again
    assert page.evaluate("htmx.config.includeIndicatorStyles") is False


def ready_page(page, url: str) -> None:
    page.goto(url)
    ready(page)
