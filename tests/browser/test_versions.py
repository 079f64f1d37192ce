"""A newer version while people are at work: the form, the editor of a changed sentence, a page that is out of date."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target
from tests.factories import LONGEST, make_translated, run_jobs
from workbench.formats import read_pasted
from workbench.services.segments import view_row
from workbench.services.updates import update_article

OLD = "The cat sleeps in the house. The dog runs in the garden.\n\nIt is late in the evening."


def update(server, article_id: int, text: str) -> None:
    with server.app.app_context():
        update_article(article_id, read_pasted(text, max_chars=LONGEST), source_url="https://example.org/a")
        run_jobs(server.app)


@pytest.fixture
def article_id(server) -> int:
    with server.app.app_context():
        return make_translated(server.app, OLD)


def test_the_old_translation_is_taken_with_a_key_and_saved(server, article_id, open_page):
    with server.app.app_context():
        old = view_row(article_id, "es", 2).target
    update(server, article_id, OLD.replace("garden", "park"))
    page = ready(open_page(f"{server.url}/articles/{article_id}/es"))
    expect(row(page, 2)).to_have_attribute("data-updated", "")
    box = edit(page, 2)
    expect(row(page, 2).locator(".former ins")).to_have_text("park")
    box = row(page, 2).locator("textarea[name=text]")
    new = box.input_value()
    page.keyboard.press("Control+Alt+o")
    expect(box).to_have_value(new)
    page.keyboard.press("Alt+o")
    expect(box).not_to_have_value(new)
    page.keyboard.press("Control+z")
    expect(box).to_have_value(new)
    page.keyboard.press("Alt+o")
    expect(box).to_have_value(old)
    page.keyboard.press("Control+Enter")
    expect(row(page, 2)).to_have_attribute("data-state", "accepted")
    assert row(page, 2).get_attribute("data-updated") is None
    expect(target(page, 2)).to_have_text(old)


def test_typing_on_a_page_of_the_old_version_reaches_its_own_sentence(server, article_id, open_page):
    page = ready(open_page(f"{server.url}/articles/{article_id}/es"))
    box = edit(page, 1)
    update(server, article_id, "Something new stands first of all.\n\n" + OLD)
    box.fill("El gato descansa.")
    expect(page.get_by_text("The article has a newer version.")).to_be_visible()
    with server.app.app_context():
        assert view_row(article_id, "es", 2).target == "El gato descansa."
    page.get_by_role("link", name="Show the new one").click()
    expect(target(page, 2)).to_have_text("El gato descansa.")
    expect(row(page, 4)).to_be_visible()


def test_a_text_typed_over_a_sentence_that_changed_is_refused_kept_and_shown(server, article_id, open_page):
    page = ready(open_page(f"{server.url}/articles/{article_id}/es", expect_errors=True))
    box = edit(page, 2)
    update(server, article_id, OLD.replace("garden", "park"))
    box.fill("Un perro corre.")
    expect(row(page, 2).get_by_role("alert")).to_contain_text("changed or dropped this sentence")
    page.reload()
    ready(page)
    expect(page.locator(".toast")).to_contain_text("Un perro corre.")
    assert page.locator(".row.unsaved").count() == 0
    page.locator(".toast [data-dismiss]").click()
    page.reload()
    ready(page)
    expect(page.locator(".toast")).to_have_count(0)


def test_the_form_offers_to_update_as_soon_as_the_address_is_known(server, article_id, open_page):
    update(server, article_id, OLD.replace("garden", "park"))
    page = ready(open_page(f"{server.url}/articles/new"))
    page.fill("#text", OLD)
    page.fill("#url", "https://example.org/nothing")
    expect(page.get_by_role("button", name="Add and translate")).to_be_visible()
    page.fill("#url", "https://example.org/a#comments")
    page.get_by_role("button", name="Update that article").click()
    expect(page.get_by_role("status").filter(has_text="1 sentence changed")).to_be_visible()
    assert page.url.endswith(f"/articles/{article_id}/es?updated=3")
