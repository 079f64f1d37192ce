"""A match of the memory is shown beside the open sentence and taken with the keyboard or the mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, edit, ready, row, target
from tests.browser.test_looks import violations
from tests.factories import make_translated
from workbench.services.memory import Wording, add_entry
from workbench.services.reviewers import rename_reviewer


@pytest.fixture
def remembered(server, desk):
    with server.app.app_context():
        ana = rename_reviewer(None, "Ana").id
        add_entry(Wording("en", "es", "The black cat sleeps.", "El gato negro duerme."), reviewer_id=ana)
        add_entry(Wording("en", "es", "The cat sleeps!", "¡El gato duerme!"), reviewer_id=ana)
    return desk


def test_a_match_is_taken_with_the_keyboard_and_taken_back(remembered, open_page):
    page = ready(open_page(remembered))
    before = target(page, 1).text_content()
    box = edit(page, 1)
    matches = page.locator("#matches .match")
    expect(matches).to_have_count(2)
    expect(matches.nth(0)).to_contain_text("93 %")
    expect(matches.nth(0)).to_contain_text("Ana")
    expect(matches.nth(1).locator("del")).to_have_text("black")
    page.keyboard.press("Alt+Shift+Digit2")
    expect(box).to_have_value("El gato negro duerme.")
    page.keyboard.press("Control+z")
    expect(box).to_have_value(before)
    page.keyboard.press("Alt+Shift+Digit1")
    page.keyboard.press("Control+Enter")
    expect(target(page, 1)).to_have_text("¡El gato duerme!")
    expect(row(page, 1)).to_have_attribute("data-state", "accepted")
    expect(page.locator("#matches")).to_contain_text("Nothing similar")  # for the next sentence


def test_a_match_of_the_sentence_before_is_not_taken_into_the_next(remembered, open_page):
    page = ready(open_page(remembered))
    edit(page, 1)
    expect(page.locator("#matches .match")).to_have_count(2)
    held = []
    page.route("**/segments/2/matches*", lambda route: held.append(route))
    before = target(page, 2).text_content()
    box = edit(page, 2)
    page.keyboard.press("Alt+Shift+Digit1")
    page.wait_for_timeout(100)
    expect(box).to_have_value(before)
    expect(page.locator("#matches .match")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("#matches")).to_contain_text("similar")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_row_from_the_memory_shows_how_well_it_matched_until_it_is_changed(server, remembered, open_page, width):
    with server.app.app_context():
        article_id = make_translated(server.app, "The black cat sleeps. The cat sleeps!")
    url = f"{server.url}/articles/{article_id}/es"
    page = ready(open_page(url, viewport={"width": width, "height": 844}))
    expect(row(page, 1)).to_have_attribute("data-match", "100")
    expect(row(page, 1).locator(".mark")).to_have_text("100 %")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    edit(page, 1).fill("El gato negro duerme ya.")
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    expect(row(page, 1).locator(".mark")).to_have_text("")
    assert row(page, 1).get_attribute("data-match") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_match_is_taken_with_the_mouse_and_the_sentence_stays_open(remembered, open_page, theme):
    page = ready(open_page(remembered, color_scheme=theme))
    box = edit(page, 1)
    page.get_by_role("button", name="Use match 1").click()
    expect(box).to_have_value("¡El gato duerme!")
    expect(box).to_be_focused()
    assert violations(page) == []


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_the_pages_of_the_memory_are_accessible_and_fit(server, remembered, open_page, theme, width):
    with server.app.app_context():
        ana = rename_reviewer(None, "Ana").id
        add_entry(Wording("en", "he", "W" * 400, "שלום עולם"), reviewer_id=ana)
    page = open_page(server.url, color_scheme=theme, viewport={"width": width, "height": 844}, expect_errors=True)
    for path in ("/memory", "/memory?q=nothing", "/memory/1", "/articles/1/es/segments/1/matches"):
        page.goto(server.url + path)
        ready(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_removed_entry_is_brought_back_with_undo(server, remembered, open_page):
    page = ready(open_page(f"{server.url}/memory"))
    expect(page.locator(".thing .entry-texts")).to_have_count(2)
    page.get_by_role("button", name="Remove “The black cat sleeps.”").click()
    expect(page.locator(".thing .entry-texts")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".thing .entry-texts")).to_have_count(2)
