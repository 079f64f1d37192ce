"""Every page and state in both themes: no axe violation, nothing wider than the screen, the theme stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row
from tests.factories import LONGEST, make_article, make_translated, run_jobs
from workbench.formats import read_pasted
from workbench.services.translations import start_translation
from workbench.services.updates import update_article

PAGES = (
    "/",
    "/?q=nothing-has-this",
    "/articles/new",
    "/articles/1",
    "/articles/1/es",
    "/glossary",
    "/memory",
    "/models",
    "/jobs",
    "/nowhere",
)
AWFUL = "word " * 60 + "W" * 300 + "\n\n🙂🙂🙂 שלום עולם مرحبا بالعالم\n\n- one\n- two\n\n你好世界。再见。\n\n…!?"


def violations(page) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # Not on by default: targets of 24 px (WCAG 2.5.8). What is in order need not be listed.
    options = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    found = axe.Axe().run(page, options=options).response["violations"]
    return [f"{entry['id']}: {node['html'][:200]}" for entry in found for node in entry["nodes"]]


# Each theme, width and language once with each other one: four walks tell as much as eight.
LOOKS = (("light", 1440, "en-GB"), ("dark", 390, "en-GB"), ("dark", 1440, "es-ES"), ("light", 390, "es-ES"))


@pytest.mark.parametrize(("theme", "width", "language"), LOOKS)
def test_every_page_is_accessible_and_fits(server, open_page, theme, width, language):
    with server.app.app_context():
        make_translated(server.app)
    size = {"width": width, "height": 844}
    page = open_page(server.url, color_scheme=theme, viewport=size, locale=language, expect_errors=True)
    for path in PAGES:
        page.goto(server.url + path)
        ready(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_pages_of_a_newer_version_are_accessible_and_fit(server, open_page, theme, width):
    with server.app.app_context():
        article_id = make_translated(server.app)
        newer = "The dog runs.\n\nThe old cat sleeps.\n\nSomething new has happened to both of them."
        update_article(article_id, read_pasted(newer, max_chars=LONGEST))
        run_jobs(server.app)
    page = open_page(server.url, color_scheme=theme, viewport={"width": width, "height": 844}, expect_errors=True)
    for path in ("versions/2", "versions/new", "es?updated=2", "", "es?edit=1"):
        page.goto(f"{server.url}/articles/{article_id}/{path}".rstrip("/"))
        ready(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{server.url}/articles/{article_id}/versions/new")
    page.fill("#text", "Ministers met on Monday to talk about the price of bread.")
    page.get_by_role("button", name="Update the article").click()
    expect(page.get_by_role("alert")).to_contain_text("does not look like the same article")
    assert violations(page) == [], "another article"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_state_of_the_desk_is_accessible(server, desk, open_page, theme):
    page = ready(open_page(desk, color_scheme=theme, expect_errors=True))
    box = edit(page, 1)
    expect(page.locator("#history li").first).to_be_visible()
    assert violations(page) == [], "open sentence"
    box.fill("Uno.")
    page.locator(".name-prompt").wait_for()
    assert violations(page) == [], "name prompt"

    other = ready(open_page(desk, color_scheme=theme))
    edit(other, 2).fill("De otra persona.")
    other.keyboard.press("Escape")
    expect(row(other, 2)).to_have_attribute("data-state", "edited")
    box = edit(page, 2)
    edit(other, 2).fill("De otra persona, otra vez.")
    other.keyboard.press("Escape")
    expect(row(other, 2)).to_have_attribute("data-version", "3")
    box.fill("Mío.")
    expect(row(page, 2).get_by_role("alert")).to_be_visible()
    assert violations(page) == [], "conflict"

    page.keyboard.press("Escape")
    page.locator("[data-help]").click()
    assert violations(page) == [], "help"
    page.keyboard.press("Escape")
    page.context.set_offline(True)
    edit_box = row(page, 2).locator("textarea")
    edit_box.fill("Sin red.")
    assert violations(page) == [], "offline"


def test_a_waiting_translation_is_accessible_and_drawn_without_its_words(server, open_page):
    server.app.extensions["worker"].stop()
    with server.app.app_context():
        article_id = make_article("The cat sleeps. The dog runs.")
        start_translation(article_id, "es")
    page = ready(open_page(f"{server.url}/articles/{article_id}/es"))
    expect(page.locator("#desk-status")).to_contain_text("Waiting for its turn")
    cell = row(page, 1).locator("[data-side=target]")
    assert cell.text_content() == ""
    assert cell.bounding_box()["height"] == row(page, 1).locator("[data-side=source]").bounding_box()["height"]
    assert violations(page) == []


@pytest.mark.parametrize("width", [1440, 720, 390])
def test_awful_texts_stay_inside_the_page(server, open_page, width):
    with server.app.app_context():
        article_id = make_translated(server.app, AWFUL)
    page = ready(open_page(f"{server.url}/articles/{article_id}/es", viewport={"width": width, "height": 844}))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.eval_on_selector_all("[data-side]", "cells => cells.map(c => [c.scrollWidth, c.clientWidth])")
    assert all(inner <= outer for inner, outer in boxes)


def test_the_theme_follows_the_system_until_it_is_chosen_and_then_stays(server, open_page):
    page = ready(open_page(server.url, color_scheme="dark"))
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.emulate_media(color_scheme="light")
    light = page.evaluate(paper)
    assert dark != light
    page.get_by_role("button", name="Use the dark theme").click()
    assert page.evaluate(paper) == dark
    page.goto(f"{server.url}/models")
    assert page.evaluate(paper) == dark
    expect(page.get_by_role("button", name="Use the light theme")).to_be_visible()
