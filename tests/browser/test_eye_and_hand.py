"""What eye and hand find: where the focus is, that it is in sight, and that nothing moves or sticks out."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ready, row
from tests.factories import make_article

IN_SIGHT = """
() => {
  const box = document.activeElement.getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && document.activeElement.contains(there);
}
"""

WATCH = """
(line) => {
  const state = line.querySelector(".state");
  window.seen = [];
  const note = () => window.seen.push([state.textContent, line.getBoundingClientRect().height]);
  new MutationObserver(note).observe(state, { childList: true, characterData: true, subtree: true });
}
"""


def test_a_comment_is_sent_and_its_box_stays_in_sight(desk, open_page):
    page = ready(open_page(desk, viewport={"width": 1280, "height": 620}))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(row(page, 1).locator("textarea[name=text]")).to_be_focused()
    page.keyboard.press("Alt+c")
    box = page.locator("#comment-new")
    expect(box).to_be_focused()
    expect(page.locator("#comments .comments-state")).to_be_attached()
    assert page.evaluate(IN_SIGHT)
    page.keyboard.type("Is this right?\nOr that?\nOr neither?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#comments .comment-text")).to_contain_text("Or neither?")
    expect(page.locator("form.name-prompt")).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.type("x")
    page.wait_for_function(IN_SIGHT)


def test_the_line_for_replacing_opens_by_key_from_the_find_bar(desk, open_page):
    page = ready(open_page(desk))
    page.keyboard.press("/")
    page.keyboard.type("o")
    page.keyboard.press("Alt+r")
    expect(page.locator("#find-with")).to_be_focused()
    page.keyboard.type("a")
    page.keyboard.press("Enter")
    preview = page.locator("#replace-preview")
    expect(preview.get_by_role("button", name="Replace", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(page.locator("#find-q")).to_be_focused()


def test_after_a_move_the_focus_is_where_it_was_and_can_be_seen(desk, open_page):
    page = ready(open_page(desk))
    page.get_by_role("button", name="Send to review").focus()
    page.keyboard.press("Enter")
    workflow = page.locator("#workflow")
    expect(workflow).to_be_focused()
    expect(page.locator("#workflow-state")).to_have_text("In review")
    assert workflow.evaluate("box => getComputedStyle(box).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [390, 320])
def test_a_row_on_a_phone_is_as_high_while_it_is_saved_as_before(desk, open_page, width):
    page = ready(open_page(f"{desk}?edit=1", viewport={"width": width, "height": 844}))
    line = row(page, 1).locator(".editor-line")
    expect(line.locator(".state")).to_be_empty()
    before = line.bounding_box()["height"]
    line.evaluate(WATCH)
    row(page, 1).locator("textarea[name=text]").press_sequentially("!")
    expect(line.locator(".state")).to_contain_text("Saved")
    seen = page.evaluate("window.seen")
    assert "Saving…" in [words for words, _ in seen]
    assert {height for _, height in seen} == {before}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_title_of_one_long_word_does_not_make_the_list_wider_than_the_page(server, open_page):
    with server.app.app_context():
        make_article("W" * 300 + " is here. And so is this.")
    page = ready(open_page(server.url))
    expect(page.locator(".thing h2")).to_contain_text("WWWW")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_the_menu_of_languages_moves_nothing(server, open_page):
    page = ready(open_page(server.url, viewport={"width": 390, "height": 844}))
    before = page.locator("h1").bounding_box()
    page.locator(".language-menu summary").click()
    expect(page.get_by_role("button", name="Español")).to_be_visible()
    assert page.locator("h1").bounding_box() == before
