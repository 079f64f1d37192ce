"""What the checks find, at the desk: marked, mended and dismissed with the keyboard, and told to everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, edit, ready, row, target
from tests.browser.test_looks import violations
from tests.checks_given import give
from tests.factories import make_paired

TEXT = "The cat sleeps. Then 7 came, said a man.\n\nIt is late. They took 3 of them. The dog runs."
SAID = {
    "The cat sleeps.": "El gato duerme.",
    "Then 7 came, said a man.": "Entonces  vinieron 8, dijo  un hombre 😀.",
    "It is late.": "Es tarde.",
    "They took 3 of them.": "Se los llevaron.",
    "The dog runs.": "EL PERRO CORRE.",
}


@pytest.fixture
def desk(server, monkeypatch):
    give(monkeypatch)
    server.app.extensions["worker"].stop()
    with server.app.app_context():
        return f"{server.url}/articles/{make_paired(TEXT, SAID.get)}/es"


@pytest.fixture
def panel(desk, open_page):
    """The panel beside a page of the desk that has its scripts."""

    def open_(**options):
        page = ready(open_page(desk, **options))
        return page, page.locator("#checks")

    return open_


def test_mend_with_one_key_and_take_it_back(panel):
    page, checks = panel()
    expect(page.locator("#desk-problems")).to_have_text("2 blocking", use_inner_text=True)
    page.keyboard.press("p")
    expect(row(page, 2)).to_be_focused()
    page.keyboard.press("Enter")
    box = row(page, 2).locator("textarea[name=text]")
    expect(checks).to_contain_text("7 is missing.")
    box.press("Alt+f")
    expect(box).to_have_value("Entonces  vinieron 7, dijo  un hombre 😀.")
    assert box.evaluate("box => box.selectionStart") == len("Entonces  vinieron 7")
    box.press("Control+z")
    expect(box).to_have_value(SAID["Then 7 came, said a man."])
    box.press("Control+Shift+z")
    before = box.bounding_box()
    caret = box.evaluate("box => box.selectionStart")
    expect(checks).not_to_contain_text("7 is missing.")  # after the save
    expect(row(page, 2)).to_have_attribute("data-problem", "warning")
    expect(row(page, 2).locator("[data-side=source] mark")).to_have_count(0)
    assert (box.bounding_box(), box.evaluate("box => box.selectionStart")) == (before, caret)
    box.type("!")  # what is typed is stored before the next fix, and stays
    box.press("Alt+f")
    expect(box).to_have_value("Entonces vinieron 7!, dijo un hombre 😀.")
    expect(checks).to_contain_text("Nothing was found in this sentence.")
    box.press("Alt+f")
    expect(page.locator("#toasts")).to_contain_text("Nothing here can be mended with a key.")
    box.press("Alt+z")  # what an undo brings back is found again
    expect(box).to_have_value("Entonces  vinieron 7!, dijo  un hombre 😀.")
    expect(checks.locator(".findings > li")).to_have_count(2)
    box.press("Alt+f")
    expect(box).to_have_value("Entonces vinieron 7!, dijo un hombre 😀.")
    expect(checks).to_contain_text("Nothing was found in this sentence.")
    box.press("Escape")
    expect(row(page, 2)).to_be_focused()
    expect(page.locator("#desk-problems")).to_have_text("1 blocking", use_inner_text=True)
    page.keyboard.press("p")
    expect(row(page, 4)).to_be_focused()


def test_dismiss_with_a_reason_and_bring_it_back(panel):
    page, checks = panel(expect_errors=True)
    other, _ = panel()
    box = edit(page, 4)
    edit(other, 4)
    box.press("Alt+d")
    reason = checks.locator("input[name=reason]")
    expect(reason).to_be_focused()
    reason.press("Escape")
    expect(box).to_be_focused()
    box.press("Alt+d")
    reason.type("ok")
    reason.press("Enter")  # the browser itself asks for a longer one
    expect(row(page, 4)).to_have_attribute("data-problem", "blocking")
    reason.type("…")
    reason.press("Enter")
    expect(checks.get_by_role("alert")).to_contain_text("cannot be dismissed without a reason")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("ok…")
    assert violations(page) == []
    reason.type(" they all know")
    reason.press("Enter")
    expect(checks).to_contain_text("1 dismissed")
    expect(box).to_be_focused()
    assert row(page, 4).get_attribute("data-problem") is None
    expect(page.locator("#desk-problems")).to_have_text("1 blocking", use_inner_text=True)
    expect(page.locator("#download-problems")).to_have_text("1 sentence should not be published as it is")

    # Somebody else's desk hears of it, its open sentence included.
    other_box = edit(other, 1)
    other_box.fill("El gato duerme ya.")
    expect(row(other, 4)).not_to_have_attribute("data-problem", "blocking")

    checks.locator("details.dismissed summary").click()
    expect(checks.locator("q")).to_have_text("ok… they all know")
    checks.get_by_role("button", name="Bring back").click()
    expect(row(page, 4)).to_have_attribute("data-problem", "blocking")
    expect(checks).not_to_contain_text("dismissed")
    expect(row(page, 4).locator("textarea")).to_be_visible()  # nothing of this closed the sentence


def test_a_click_on_a_marked_word_puts_the_caret_there(panel):
    page, _ = panel()
    mark = target(page, 2).locator("mark").last
    mark.click(position={"x": 2, "y": 5})
    box = row(page, 2).locator("textarea")
    start = SAID["Then 7 came, said a man."].index("dijo  un")
    assert abs(box.evaluate("box => box.selectionStart") - start) <= 1


def test_a_reason_is_not_lost_to_a_save_that_ends_meanwhile(panel):
    page, checks = panel(expect_errors=True)
    box = edit(page, 2)
    box.type("x")
    checks.locator("summary").first.click()
    reason = checks.locator("input[name=reason]").first
    reason.type("half a rea")
    expect(row(page, 2)).to_have_attribute("data-state", "edited")
    reason.type("son")
    expect(reason).to_have_value("half a reason")
    reason.press("Enter")
    expect(checks.get_by_role("alert")).to_contain_text("Somebody has changed the sentence")


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_rows_and_panel_are_accessible_and_fit(panel, theme, width):
    page, checks = panel(color_scheme=theme, viewport={"width": width, "height": 844})
    assert violations(page) == []
    edit(page, 2)
    expect(checks).to_contain_text("7 is missing.")
    checks.locator("summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_notes_stand_where_a_translation_from_right_to_left_begins(server, monkeypatch, open_page, width):
    give(monkeypatch)
    server.app.extensions["worker"].stop()
    with server.app.app_context():
        said = {"The cat sleeps.": "ينام القط  في البيت.", "Then 7 came, said a man.": "ثم جاء 8 رجال."}
        article_id = make_paired(TEXT, lambda sentence: said.get(sentence, "نعم."), target="ar")
    page = ready(open_page(f"{server.url}/articles/{article_id}/ar", viewport={"width": width, "height": 900}))
    text, note = row(page, 2).locator("[data-side=target]"), row(page, 2).locator(".faults")
    expect(text).to_have_attribute("dir", "rtl")
    expect(note).to_have_attribute("dir", "ltr")
    last = note.locator("li").last.bounding_box()
    first = text.evaluate("""text => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return range.getBoundingClientRect().right;
    }""")
    assert abs(last["x"] + last["width"] - first) < 2
