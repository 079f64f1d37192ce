"""Stopping a translation and going on with it, from the desk and from the list of jobs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ready
from tests.factories import LONG_TAIL, long_text, make_article
from workbench.services.translations import start_translation

# The page's clock is the test's: Date.now() moves only when the test says so.
NOTE_QUESTIONS = """
const { fetch } = window;
window.asked = [];
window.answered = 0;
window.fetch = (url, options) => {
  if (String(url).includes("/changes")) window.asked.push(Date.now());
  return fetch(url, options).finally(() => (window.answered += 1));
};
"""


@pytest.fixture
def running(server) -> str:
    """The address of a desk whose translation takes a while."""
    with server.app.app_context():
        article_id = make_article(long_text(600, tail=LONG_TAIL))
        start_translation(article_id, "es")
    return f"{server.url}/articles/{article_id}/es"


def test_a_cancelled_translation_keeps_what_it_has_and_is_resumed(running, open_page):
    page = ready(open_page(running))
    expect(page.locator("[data-segment]:not([data-state=pending])").first).to_be_attached()
    page.get_by_role("button", name="Cancel").click()
    resume = page.get_by_role("button", name="Resume")
    expect(resume).to_be_visible()
    expect(page.locator("#desk-chip")).to_have_text("Incomplete")
    done = page.locator("[data-segment]:not([data-state=pending])").count()
    assert 0 < done < 600
    resume.click()
    expect(page.locator("[data-segment][data-state=pending]")).to_have_count(0, timeout=60_000)
    expect(page.locator("#desk-chip")).to_have_text("Not reviewed")
    versions = page.eval_on_selector_all("[data-segment]", "rows => rows.map(row => row.dataset.version)")
    assert set(versions) == {"1"}  # none was done twice


def test_the_list_of_jobs_follows_them(server, running, open_page):
    page = ready(open_page(f"{server.url}/jobs"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".chip")).to_have_text("cancelled")
    page.get_by_role("button", name="Retry").click()
    expect(page.locator(".chip").first).to_have_text("done", timeout=60_000)


def test_a_page_without_scripts_works(server, running, open_page):
    page = open_page(running, java_script_enabled=False)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Resume")).to_be_visible()
    page.get_by_role("link", name="1", exact=True).click()
    page.get_by_role("textbox", name="Spanish translation of sentence 1").fill("Sin guiones.")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator('[data-segment="1"] [data-side=target]')).to_have_text("Sin guiones.")
    expect(page.get_by_role("textbox", name="Whose correction is this?")).to_be_visible()


def test_the_desk_asks_often_at_first_and_then_once_a_second(server, open_page):
    server.app.extensions["worker"].stop()
    with server.app.app_context():
        article_id = make_article()
        start_translation(article_id, "es")
    page = open_page("about:blank")
    page.clock.install()
    page.add_init_script(NOTE_QUESTIONS)
    page.clock.pause_at(page.evaluate("Date.now()") + 100)  # before the page is there: a busy machine must not matter
    page.goto(f"{server.url}/articles/{article_id}/es")
    for _ in range(120):
        page.clock.run_for(50)
        page.wait_for_function("() => window.answered === window.asked.length")
    asked = page.evaluate("window.asked")
    pauses = [later - earlier for earlier, later in pairwise(asked)]
    assert len(pauses) > 8
    assert all(250 <= pause <= 400 for pause in pauses[:6])
    assert all(1000 <= pause <= 1200 for pause in pauses[8:])
