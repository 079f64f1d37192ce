"""The glossary by mouse and keyboard: its page, and its terms under an open sentence."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, edit, ready, row
from tests.browser.test_looks import violations
from workbench.memory.entries import make_entry
from workbench.services.glossary import add_term, import_terms

LONG = "Донаудампфшифффартсгезелльшафт" * 6


def terms():
    pairs = [
        ("cat", "minino", "en", "es", "", False, "as the style book says"),
        ("The Guardian", "", "en", "es", "exact", True, ""),
        ("Prime Minister", "رئيس الوزراء", "en", "ar", "", False, "ملاحظة قصيرة"),
        (LONG, LONG, "ru", "de", "", False, "x" * 400),
    ]
    return [
        make_entry(source=a, target=b, source_language=c, target_language=d, case=e, keep=f, note=g)
        for a, b, c, d, e, f, g in pairs
    ]


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_every_state_is_accessible_and_fits(server, open_page, theme, width, tmp_path):
    page = ready(
        open_page(
            f"{server.url}/glossary",
            color_scheme=theme,
            viewport={"width": width, "height": 844},
            expect_errors=True,
        )
    )

    def check(state):
        assert violations(page) == [], state
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state

    check("empty")
    with server.app.app_context():
        import_terms(terms())
    page.goto(f"{server.url}/glossary")
    check("list")
    page.get_by_role("link", name="Correct “cat”").click()
    page.get_by_role("form", name="Correct “cat”").wait_for()
    check("correcting")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("source,target,source_language,target_language\ndog,perro,en,es\nmouse,,en,es\n")
    page.locator("input[name=file]").set_input_files(wrong)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("1 line is wrong, 1 right")
    check("preview")
    page.get_by_role("button", name="Import 1 right line").click()
    expect(page.locator(".things")).to_contain_text("perro")
    check("imported")


def test_correct_in_place_remove_and_undo(server, open_page):
    with server.app.app_context():
        add_term(terms()[0])
    page = ready(open_page(f"{server.url}/glossary"))
    page.get_by_role("link", name="Correct “cat”").click()
    form = page.get_by_role("form", name="Correct “cat”")
    form.get_by_label("Translation").fill("felino")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".thing")).to_contain_text("felino")
    assert page.url == f"{server.url}/glossary"
    page.get_by_role("button", name="Remove “cat”").click()
    expect(page.get_by_role("heading", name="No terms yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".thing")).to_contain_text("felino")


def test_the_open_sentence_offers_its_terms_and_says_when_they_are_followed(server, desk, open_page):
    with server.app.app_context():
        add_term(terms()[0])
    page = ready(open_page(desk))
    expect(row(page, 1).locator(".terms [data-term=cat]")).to_have_count(1)
    assert violations(page) == []
    box = edit(page, 1)
    hint = row(page, 1).locator(".term-hint")
    expect(hint).to_have_attribute("data-missing", "")
    assert violations(page) == []
    box.fill("El")
    row(page, 1).get_by_role("button", name="minino").click()
    expect(box).to_have_value("El minino")
    expect(box).to_be_focused()
    expect(hint).not_to_have_attribute("data-missing", "")  # once it is saved
    box.press("Control+z")
    expect(box).to_have_value("El")
    expect(hint).to_have_attribute("data-missing", "")
    box.press("Alt+g")
    expect(box).to_have_value("El minino")
    page.keyboard.press("Escape")
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    expect(row(page, 1).locator(".terms")).to_have_count(0)
