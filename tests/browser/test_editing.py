"""Undo through a reload, sentences merged and parted, the history, and what is inserted with a key."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WAIT_MS, edit, ready, row, target
from tests.factories import make_paired

TEXT = "The cat sleeps. The dog runs 3.5 km. It is late.\n\nNobody knows."
SPANISH = {
    "The cat sleeps.": "El gato duerme.",
    "The dog runs 3.5 km.": "El perro corre.",
    "It is late.": "Es tarde.",
    "Nobody knows.": "Nadie lo sabe.",
}


@pytest.fixture
def desk(server) -> str:
    with server.app.app_context():
        article_id = make_paired(TEXT, SPANISH.__getitem__)
    return f"{server.url}/articles/{article_id}/es"


@pytest.fixture
def page(desk, open_page):
    return ready(open_page(desk))


def typed(page, position, text):
    box = edit(page, position)
    box.fill(text)
    expect(row(page, position).locator(".state")).to_have_text(re.compile("^Saved"), timeout=WAIT_MS)
    return box


def test_saves_are_undone_and_redone_through_a_reload(page):
    typed(page, 1, "Uno.")
    box = typed(page, 1, "Dos.")
    page.reload()
    ready(page)
    box = edit(page, 1)
    undo, redo = (row(page, 1).get_by_role("button", name=name) for name in ("Undo the last save", "Redo"))
    expect(undo).to_be_enabled()
    expect(redo).to_be_disabled()
    page.keyboard.press("Alt+z")
    expect(box).to_have_value("Uno.")
    expect(box).to_be_focused()
    undo.click()
    expect(box).to_have_value("El gato duerme.")
    expect(undo).to_be_disabled()
    expect(row(page, 1)).to_have_attribute("data-state", "machine")
    page.reload()
    ready(page)
    box = edit(page, 1)
    page.keyboard.press("Alt+Shift+z")
    expect(box).to_have_value("Uno.")
    page.keyboard.press("Alt+Shift+z")
    expect(box).to_have_value("Dos.")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("Dos.")
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(target(page, 1)).to_have_text("Uno.")
    expect(row(page, 1)).to_be_focused()
    expect(page.locator("#toasts")).to_contain_text("Sentence 1: undone.")
    page.keyboard.press("Shift+U")
    expect(target(page, 1)).to_have_text("Dos.")


def test_what_is_being_typed_is_saved_before_it_is_undone(page):
    box = edit(page, 1)
    box.fill("A medio escribir.")
    page.keyboard.press("Alt+z")
    expect(box).to_have_value("El gato duerme.")
    page.keyboard.press("Alt+Shift+z")
    expect(box).to_have_value("A medio escribir.")


def test_two_sentences_become_one_and_two_again_and_the_export_follows(page, desk):
    box = edit(page, 1)
    page.keyboard.press("Alt+m")
    expect(box).to_have_value("El gato duerme. El perro corre.")
    expect(row(page, 2)).to_have_attribute("data-merged", "1")
    expect(target(page, 2)).to_contain_text("together with sentence 1")
    box.fill("El gato duerme y el perro corre.")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("El gato duerme y el perro corre.")
    expect(row(page, 1)).to_contain_text("Translated together with sentence 2")
    exported = page.request.get(f"{desk}/download?format=text").text()
    assert "El gato duerme y el perro corre. Es tarde." in exported

    target(page, 2).get_by_role("link").click()  # the text stands in the first one: that opens
    box = row(page, 1).locator("textarea[name=text]")
    expect(box).to_be_focused()
    box.evaluate("box => box.setSelectionRange(14, 14)")
    page.keyboard.press("Alt+Shift+m")
    expect(box).to_have_value("El gato duerme")
    expect(target(page, 2)).to_have_text("y el perro corre.")
    page.keyboard.press("Alt+z")
    expect(box).to_have_value("El gato duerme y el perro corre.")
    expect(row(page, 2)).to_have_attribute("data-merged", "1")


def test_the_menu_does_it_with_the_mouse_and_closes_with_escape(page):
    box = edit(page, 1)
    menu = row(page, 1).locator("details.more")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", re.compile(""))
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    menu.get_by_role("button", name="Merge with the next sentence").click()
    expect(box).to_have_value("El gato duerme. El perro corre.")
    expect(box).to_be_focused()


def test_what_the_text_lacks_and_the_source_itself_come_with_a_key(page):
    box = edit(page, 2)
    expect(box).to_have_attribute("lang", "es")
    expect(box).to_have_attribute("spellcheck", "true")
    box.fill("El perro corre km.")
    box.evaluate("box => box.setSelectionRange(15, 15)")
    page.keyboard.press("Alt+n")
    expect(box).to_have_value("El perro corre 3,5 km.")
    page.keyboard.press("Alt+n")
    expect(page.locator("#toasts")).to_contain_text("No number, date or address of the source is missing.")
    page.keyboard.press("Alt+s")
    expect(box).to_have_value("The dog runs 3.5 km.")
    page.keyboard.press("Control+z")
    expect(box).to_have_value("El perro corre 3,5 km.")


def test_two_versions_are_compared_and_one_restored_without_a_mouse(page):
    typed(page, 1, "El gato duerme ya.")
    box = typed(page, 1, "El gato duerme ya mucho.")
    panel = page.locator("#history")
    expect(panel).to_contain_text("3 changes")
    page.keyboard.press("Alt+h")
    expect(panel).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_label("to", exact=True).first).to_be_focused()
    oldest = panel.get_by_label("from", exact=True).last
    oldest.focus()
    page.keyboard.press("Space")
    panel.get_by_role("button", name="Compare the two chosen").press("Enter")
    expect(panel.locator(".compared ins")).to_have_text("ya mucho")
    panel.get_by_role("button", name=re.compile("^Restore the version of")).last.press("Enter")
    expect(box).to_have_value("El gato duerme.")
    expect(panel).to_contain_text("an older version restored")


def test_a_text_that_the_browser_cannot_keep_is_said_and_leaving_asks(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 1)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    page.context.set_offline(True)
    box.fill("En ningún otro sitio.")
    expect(row(page, 1).locator(".state")).to_contain_text("this browser cannot keep it. Leave this page open")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("() => { location.href = 'about:blank'; }")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.context.set_offline(False)
    expect(row(page, 1).locator(".state")).to_have_text(re.compile("^Saved"), timeout=WAIT_MS)


def test_the_same_sentence_open_in_two_tabs_loses_neither_text(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    second = page.context.new_page()
    second.goto(desk)
    ready(second)
    mine, theirs = edit(page, 1), edit(second, 1)
    theirs.fill("De la otra pestaña.")
    expect(row(second, 1).locator(".state")).to_have_text(re.compile("^Saved"), timeout=WAIT_MS)
    mine.fill("De esta pestaña.")
    expect(row(page, 1).locator("[data-conflict]")).to_contain_text("De la otra pestaña")
    page.close()  # while the conflict is open
    third = second.context.new_page()
    third.goto(desk)
    ready(third)
    expect(third.locator("#toasts")).to_contain_text("Sentence 1 has text that was not saved.")
    third.get_by_role("button", name="Open", exact=True).click()
    expect(row(third, 1).locator("textarea")).to_have_value("De esta pestaña.")
    expect(row(third, 1).locator("[data-conflict]")).to_contain_text("De la otra pestaña")


def test_the_help_gives_the_focus_back_and_a_phone_has_it_too(desk, open_page):
    page = ready(open_page(desk))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys")
    expect(help_.get_by_role("rowheader", name="In an open sentence")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row(page, 2)).to_be_focused()

    phone = ready(open_page(desk, viewport={"width": 390, "height": 700}, has_touch=True))
    button = phone.get_by_role("button", name="all keys")
    button.tap()
    help_ = phone.get_by_role("dialog", name="Keys")
    close = help_.get_by_role("button", name="Close")
    help_.get_by_text("search", exact=True).last.scroll_into_view_if_needed()
    expect(close).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    close.tap()
    expect(help_).to_be_hidden()
    expect(button).to_be_focused()
