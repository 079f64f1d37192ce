"""Finding, filtering and replacing on the desk, and the list of articles, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, edit, ready, row, target
from tests.browser.test_looks import violations
from tests.factories import make_article, make_paired
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment

TARGETS = {
    "The cat sleeps.": "El gato duerme. 🙂 Otro gato.",
    "The dog runs.": "El perro corre.",
    "It is late.": "Es tarde, gato.",
    "The end.": "مرحبا gato.",
}


@pytest.fixture
def article(server):
    """Four sentences; the third is edited, the fourth accepted."""
    with server.app.app_context():
        article_id = make_paired("The cat sleeps. The dog runs.\n\nIt is late.\n\nThe end.", TARGETS.__getitem__)
        for position, accept in ((3, False), (4, True)):
            text = list(TARGETS.values())[position - 1] + ("" if accept else " Ya.")
            save_segment(
                article_id,
                "es",
                position,
                text=text,
                seen_version=1,
                reviewer_id=ensure_reviewer(None).id,
                accept=accept,
            )
    return f"{server.url}/articles/{article_id}/es"


def shown(page) -> list[int]:
    rows = page.locator(".row:not([hidden])")
    return [int(each) for each in rows.evaluate_all("rows => rows.map(row => row.dataset.segment)")]


def marked(page, name: str = "found") -> list[str]:
    return page.evaluate(f"[...(CSS.highlights.get('{name}') ?? [])].map(range => range.toString())")


def test_search_by_key_goes_from_hit_to_hit_and_back_to_the_sentence(article, open_page):
    page = ready(open_page(article, expect_errors=True))
    page.keyboard.press("/")
    expect(page.locator("#find-q")).to_be_focused()
    page.keyboard.type("GATO")
    expect(page.locator("#found")).to_have_text("4 hits in 3 sentences")
    assert marked(page) == ["gato"] * 4
    assert page.url == f"{article}?q=GATO"
    for number, position in ((1, 1), (2, 1), (3, 3), (4, 4), (1, 1)):
        page.keyboard.press("Enter")
        expect(page.locator("#found")).to_contain_text(f"{number} / 4")
        assert marked(page, "found-now") == ["gato"]
        expect(row(page, position)).to_have_class(re.compile("found-now"))
    page.keyboard.press("Shift+Enter")
    expect(page.locator("#found")).to_contain_text("4 / 4")
    expect(page.locator("#find-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row(page, 4)).to_be_focused()
    assert page.url == article
    assert marked(page) == []
    page.keyboard.press("/")
    page.keyboard.type("(")
    page.get_by_label("Regular expression").check()
    expect(page.locator("#found")).to_contain_text("This is no regular expression")


def test_filters_stand_in_the_address_and_rows_stay_under_the_hands(article, open_page):
    page = ready(open_page(f"{article}?show=machine"))
    assert shown(page) == [1, 2]
    expect(page.locator("#find-shown")).to_contain_text("Showing 2 of 4")
    expect(page.locator(".paragraph").nth(1)).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(row(page, 2)).to_be_focused()  # there is none after it that is shown
    page.keyboard.press("Control+Enter")
    expect(row(page, 2)).to_have_attribute("data-state", "accepted")
    expect(row(page, 1).locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row(page, 1)).to_be_focused()
    assert shown(page) == [1, 2]  # it does not match any more, and stays until somebody filters again
    page.get_by_role("button", name="Filter again").click()
    assert shown(page) == [1]

    page.keyboard.press("f")
    expect(page.get_by_role("checkbox", name="Unreviewed")).to_be_focused()
    page.get_by_role("checkbox", name="Accepted").press("Space")
    assert shown(page) == [1, 2, 4]
    assert page.url == f"{article}?show=machine,accepted"
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("gato")
    page.get_by_label("Only these sentences").check()
    expect(page.locator("#find-shown")).to_contain_text("Showing 2 of 4")
    assert page.url == f"{article}?show=machine,accepted&q=gato&only=1"
    page.reload()
    ready(page)
    assert shown(page) == [1, 4]
    page.get_by_role("link", name="Show all").first.click()
    assert shown(page) == [1, 2, 3, 4]
    page.goto(f"{article}?show=flagged")
    ready(page)
    expect(page.locator("#find-none")).to_be_visible()


def test_the_page_filters_as_the_server_does(article, open_page):
    page = ready(open_page(article))
    values = page.eval_on_selector_all("[data-selector]", "boxes => boxes.map(box => [box.name, box.value])")
    choices = [[pair] for pair in values] + [[values[1], values[2]], [values[0], values[-1]], [values[3], values[9]]]
    for choice in choices:
        for name, value in choice:
            page.locator(f'input[name="{name}"][value="{value}"]').evaluate("box => box.click()")
        here = shown(page)
        for name, value in choice:
            page.locator(f'input[name="{name}"][value="{value}"]').evaluate("box => box.click()")
        query = "&".join(f"{name}={value}" for name, value in choice)
        html = page.evaluate("url => fetch(url).then(response => response.text())", f"{article}?{query}")
        there = re.findall(r'<div class="row[^>]*data-segment="(\d+)"(?![^>]* hidden>)', html)
        assert here == [int(each) for each in there], choice


def test_replacing_saves_open_text_first_shows_what_changes_and_is_undone(article, open_page):
    page = ready(open_page(article))
    other = ready(open_page(article))
    box = edit(page, 2)
    box.fill("Mi gato corre.")
    page.keyboard.press("Alt+r")
    expect(page.locator("#find-q")).to_be_focused()
    page.keyboard.type("gato")
    page.locator("#find-with").fill("felino")
    page.locator("#find-with").press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("li")).to_have_count(4)
    expect(dialog.get_by_role("button", name="Replace")).to_be_focused()
    assert violations(page) == []
    dialog.locator("li").nth(3).get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Replace").click()
    expect(page.locator("#toasts")).to_contain_text("4 replaced in 3 sentences.")
    expect(target(page, 1)).to_have_text("El felino duerme. 🙂 Otro felino.")
    expect(target(page, 2)).to_have_text("Mi felino corre.")
    expect(target(page, 4)).to_have_text("مرحبا gato.")
    edit(other, 2)
    other.keyboard.press("Escape")
    expect(target(other, 2)).to_have_text("Mi felino corre.")

    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(target(page, 1)).to_have_text("El gato duerme. 🙂 Otro gato.")
    expect(target(page, 2)).to_have_text("Mi gato corre.")
    expect(row(page, 3)).to_have_attribute("data-state", "edited")
    page.reload()
    expect(target(page, 3)).to_have_text("Es tarde, gato. Ya.")


def test_a_server_that_is_away_is_said_and_nothing_is_lost(article, open_page):
    page = ready(open_page(article, expect_errors=True))
    page.keyboard.press("Alt+r")
    page.keyboard.type("gato")
    expect(page.locator("#found")).to_have_text("4 hits in 3 sentences")
    page.context.set_offline(True)
    page.keyboard.type("s")
    expect(page.locator("#found")).to_have_text("The server does not answer.")
    page.locator("#find-with").press("Enter")
    expect(page.locator("#toasts")).to_contain_text("Nothing was replaced; try again.")
    page.context.set_offline(False)
    page.locator("#find-q").fill("gato")
    expect(page.locator("#found")).to_have_text("4 hits in 3 sentences")


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_every_state_is_accessible_and_fits(server, article, open_page, theme, width):
    page = open_page(article, color_scheme=theme, viewport={"width": width, "height": 844}, expect_errors=True)
    ready(page)
    page.keyboard.press("f")
    assert violations(page) == [], "filters"
    for path in ("?q=gato&show=edited&with=x", "?show=flagged&q=gato&only=1", "?q=(&regex=1", "/replace?q=gato&with=x"):
        page.goto(article + path)
        ready(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{server.url}/?state=translating")
    assert violations(page) == []
    page.goto(server.url)
    page.get_by_label("All on this page").check()
    assert violations(page) == []


def test_many_articles_are_deleted_from_the_list_and_come_back(server, open_page):
    with server.app.app_context():
        for number in range(5):
            make_article(f"Article {number} is here.")
    page = ready(open_page(server.url))
    page.locator("select[name=sort]").select_option("title")
    expect(page.locator(".thing h2").first).to_have_text("Article 0 is here.")
    assert page.url == f"{server.url}/?sort=title"
    delete = page.locator("#bulk").get_by_role("button", name="Delete")
    expect(delete).to_be_disabled()
    boxes = page.locator("input[name=id]")
    boxes.nth(1).check()
    boxes.nth(3).click(modifiers=["Shift"])
    expect(page.locator("[data-bulk-count]")).to_have_text("3 chosen")
    delete.click()
    expect(page.locator("#toasts")).to_contain_text("3 articles are deleted.")
    expect(page.locator(".thing")).to_have_count(2)
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.locator(".thing")).to_have_count(5)
    assert page.url == f"{server.url}/?sort=title"
    ready(page).locator("#q").fill("article 3")
    expect(page.locator(".thing")).to_have_count(1)
    assert page.url == f"{server.url}/?q=article+3&sort=title"
