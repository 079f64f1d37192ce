"""An article of many sentences: all of them are in the page, each is reached at once, and nothing moves by itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row
from tests.factories import LONG_TAIL, long_text, make_paired

SENTENCES = 500
ALL_LAID_OUT = ".paragraph { content-visibility: visible !important }"
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(
    ...list.getEntries().map((each) => [each.value, each.sources.map((source) => source.node?.outerHTML?.slice(0, 80))])
  )).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.fixture
def large(server) -> str:
    with server.app.app_context():
        article_id = make_paired(long_text(SENTENCES, tail=LONG_TAIL), lambda text: text.replace("Number", "El número"))
    return f"{server.url}/articles/{article_id}/es"


def top_of(page, position) -> float:
    return row(page, position).evaluate("row => row.getBoundingClientRect().top")


def test_every_sentence_is_reached_where_it_is(large, open_page):
    page = ready(open_page(f"{large}#segment-350"))
    assert page.locator("[data-segment]").count() == SENTENCES
    page.wait_for_function("() => Math.abs(document.getElementById('segment-350').getBoundingClientRect().top) < 200")
    row(page, 350).focus()
    for position in range(351, 356):
        page.keyboard.press("j")
        expect(row(page, position)).to_be_focused()
        assert 0 <= top_of(page, position) < 880
    edit(page, 355).fill("El número trescientos cincuenta y cinco.")
    page.keyboard.press("Escape")
    expect(row(page, 355)).to_have_attribute("data-state", "edited")
    assert 0 <= top_of(page, 355) < 880
    assert page.evaluate(
        "() => window.find('Number 133 is here', false, false, true)"
    )  # as the browser's own search finds it
    # What was estimated was estimated well: the page is not much longer or shorter once all of it was in sight.
    before = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate(f"() => document.styleSheets[document.styleSheets.length - 1].insertRule('{ALL_LAID_OUT}')")
    after = page.evaluate("document.documentElement.scrollHeight")
    assert 0.8 < after / before < 1.25, (before, after)


def test_nothing_moves_while_a_translation_streams_in(server, open_page):
    page = open_page(f"{server.url}/articles/new")
    page.get_by_label("Paste the text").fill(long_text(80, tail=LONG_TAIL))
    page.get_by_label("Language of the article").select_option("English")
    page.get_by_role("button", name="Add and translate").click()
    page.wait_for_url(re.compile(r"/es$"))
    page.evaluate(SHIFTS)
    expect(page.get_by_role("progressbar", name="Translated sentences")).to_have_count(0, timeout=120_000)
    expect(page.locator("[data-segment][data-state=pending]")).to_have_count(0)
    expect(page.locator("#scores section").nth(1)).to_contain_text("words a sentence")
    assert page.evaluate("window.shifts") == []
