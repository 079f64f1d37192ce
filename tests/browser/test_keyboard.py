"""The whole review without a mouse."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import ready, row, target
from tests.factories import make_paired


def test_a_review_needs_no_mouse(desk, open_page):
    page = ready(open_page(desk))
    press = page.keyboard.press
    press("ArrowDown")
    expect(row(page, 1)).to_be_focused()
    press("j")
    expect(row(page, 2)).to_be_focused()
    press("ArrowUp")
    expect(row(page, 1)).to_be_focused()

    press("Enter")
    box = row(page, 1).locator("textarea")
    expect(box).to_be_focused()
    press("Control+a")
    page.keyboard.type("El gato duerme, j y k y n incluidas?")
    press("Control+Enter")
    expect(target(page, 1)).to_have_text("El gato duerme, j y k y n incluidas?")
    expect(row(page, 1)).to_have_attribute("data-state", "accepted")

    expect(row(page, 2).locator("textarea")).to_be_focused()
    press("Escape")
    expect(row(page, 2)).to_be_focused()
    expect(row(page, 2)).to_have_attribute("data-state", "machine")
    press("n")
    expect(row(page, 3)).to_be_focused()
    press("Control+Enter")
    expect(row(page, 3)).to_have_attribute("data-state", "accepted")
    expect(row(page, 2).locator("textarea")).to_be_focused()
    press("Control+Enter")
    expect(page.locator("#toasts")).to_contain_text("Every sentence is reviewed.")
    expect(page.locator("#desk-chip")).to_have_text("Reviewed")
    expect(page.locator("#download-note")).to_have_text("all reviewed")


def test_tab_visits_the_sentences_once_and_leaves_them(desk, open_page):
    page = ready(open_page(desk))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('[data-segment]')")
    page.keyboard.press("Shift+Tab")
    expect(row(page, 2)).to_be_focused()


def test_the_help_opens_with_a_question_mark_and_closes_with_escape(desk, open_page):
    page = ready(open_page(desk))
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys")
    expect(help_).to_be_visible()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-segment]')") is None
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()


def test_a_slash_finds_on_the_list_but_is_a_slash_while_typing(server, desk, open_page):
    page = ready(open_page(server.url))
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("cat/dog")
    expect(search).to_have_value("cat/dog")
    expect(page.get_by_role("heading", name=re.compile("No article has"))).to_be_visible()
    search.fill("CAT sleeps")
    expect(page.locator(".thing")).to_have_count(1)


def test_letters_count_by_their_place_where_the_keyboard_has_none_and_with_caps_lock(desk, open_page):
    page = ready(open_page(desk))

    def press(key, code, shift="false"):
        page.evaluate(
            f"document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
            f" {{ key: '{key}', code: '{code}', shiftKey: {shift}, bubbles: true, cancelable: true }}))"
        )

    press("ت", "KeyJ")  # an Arabic keyboard
    expect(row(page, 1)).to_be_focused()
    press("J", "KeyJ")  # Caps Lock
    expect(row(page, 2)).to_be_focused()
    press("л", "KeyK")  # a Russian one
    expect(row(page, 1)).to_be_focused()
    press("k", "KeyN")  # a layout of its own: the letter that is typed counts
    expect(row(page, 1)).to_be_focused()
    press("؟", "Slash", "true")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_next_problem_is_one_that_is_shown(server, open_page):
    with server.app.app_context():
        texts = {"It has 12 homes.": "Tiene 13 casas.", "It has 14 homes.": "Tiene 15 casas."}
        article_id = make_paired(
            "It is late. It has 12 homes. The dog runs. It has 14 homes.", lambda each: texts.get(each, "Es tarde.")
        )
    page = ready(open_page(f"{server.url}/articles/{article_id}/es?q=tarde&only=1"))
    page.locator("body").press("p")
    expect(page.locator("#toasts")).to_contain_text("nothing in what is shown")
    expect(row(page, 2)).to_be_hidden()
