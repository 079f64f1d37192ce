"""Nothing typed is lost: not without a server, not with a closed tab."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target


def test_a_text_typed_offline_is_kept_and_saved_when_the_server_is_back(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 1)
    page.context.set_offline(True)
    box.fill("Escrito sin red.")
    expect(row(page, 1).locator(".state")).to_contain_text("Kept in this browser; trying again.")
    page.keyboard.press("Escape")
    expect(box).to_have_value("Escrito sin red.")
    page.context.set_offline(False)
    expect(row(page, 1).locator(".state")).to_have_text(re.compile("^Saved"))
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("Escrito sin red.")


def test_opening_a_sentence_offline_says_so_and_works_again_later(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))  # an error that nobody caught would fail this test
    page.context.set_offline(True)
    target(page, 1).click()
    expect(page.locator("#toasts")).to_contain_text("The server does not answer.")
    expect(row(page, 1).locator("textarea")).to_have_count(0)
    page.context.set_offline(False)
    target(page, 1).click()
    expect(row(page, 1).locator("textarea")).to_be_focused()


def test_a_reload_offers_the_unsaved_text_back(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 2)
    # Until the reload, nothing leaves this page: neither its saves nor its farewell.
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')); }")
    box.fill("A medio guardar.")
    expect(row(page, 2).locator(".state")).to_contain_text("Kept in this browser")
    page.reload()
    ready(page)
    expect(page.locator("#toasts")).to_contain_text("Sentence 2 has text that was not saved.")
    assert target(page, 2).text_content() != "A medio guardar."
    page.get_by_role("button", name="Open", exact=True).click()
    expect(row(page, 2).locator("textarea")).to_have_value("A medio guardar.")
    expect(row(page, 2).locator(".state")).to_have_text(re.compile("^Saved"))
    page.reload()
    expect(target(page, 2)).to_have_text("A medio guardar.")
    expect(page.locator("#toasts .toast")).to_have_count(0)


def test_leaving_the_page_at_once_still_saves(desk, open_page):
    page = ready(open_page(desk))
    edit(page, 1).fill("Justo antes de salir.")
    page.goto("about:blank")
    for _ in range(50):  # the farewell may reach the server after the next page
        page.wait_for_timeout(100)
        if "Justo antes de salir." in page.request.get(desk).text():
            break
    page.goto(desk)
    expect(target(page, 1)).to_have_text("Justo antes de salir.")


def test_one_save_is_on_its_way_at_a_time_and_the_newest_text_follows(desk, open_page):
    page = ready(open_page(desk))
    running, most, sent = 0, 0, []

    def slow(route):
        nonlocal running, most
        if route.request.method != "POST":
            return route.continue_()
        running += 1
        most = max(most, running)
        sent.append(route.request.post_data)
        page.wait_for_timeout(500)
        running -= 1
        return route.continue_()

    box = edit(page, 1)
    page.route("**/segments/1", slow)
    box.fill("Primera.")
    page.wait_for_timeout(900)
    box.fill("Segunda.")
    page.wait_for_timeout(900)
    box.fill("Tercera.")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("Tercera.")
    assert most == 1
    assert len(sent) == len(set(sent))
    page.unroute_all()
    page.reload()
    expect(target(page, 1)).to_have_text("Tercera.")


def test_an_empty_sentence_is_refused_in_words_and_typing_goes_on(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 1)
    box.fill("")
    expect(row(page, 1).get_by_role("alert")).to_contain_text("A translation cannot be empty.")
    box.fill("Vale.")
    expect(row(page, 1).locator(".state")).to_have_text(re.compile("^Saved"))
    expect(row(page, 1).get_by_role("alert")).to_have_count(0)


def test_an_expired_page_keeps_the_text_and_says_so(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 1)
    page.context.clear_cookies()
    box.fill("Con la página caducada.")
    expect(page.locator("#toasts")).to_contain_text("Reload the page and try again; your text is kept.")
    expect(row(page, 1).locator(".state")).to_contain_text("Kept in this browser")
    page.reload()
    ready(page)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(row(page, 1).locator("textarea")).to_have_value("Con la página caducada.")
    expect(row(page, 1).locator(".state")).to_have_text(re.compile("^Saved"))
