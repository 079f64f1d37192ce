"""Faults, other translations and the text in between, on the desk, with the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target
from tests.browser.test_looks import violations
from tests.factories import make_article, make_translated, run_jobs
from tests.packages_builder import build_package
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.leases import claim_job, finish_job
from workbench.services.translations import start_translation
from workbench.translation.faults import Fault, FaultKind

NUMBERS = "They paid 244,890 dollars. It rained."


@pytest.fixture
def flagged(server) -> str:
    """The address of a desk whose first sentence has lost its number and repeats itself."""
    server.app.extensions["worker"].stop()
    with server.app.app_context():
        article_id = make_article(NUMBERS)
        start_translation(article_id, "es")
        job_id = claim_job("test")
        faults = (Fault(FaultKind.LOOP), Fault(FaultKind.LOST_ITEM, "244,890"))
        translation_id = read_assignment(job_id).translation_id
        texts = [
            MachineText("They paid 244,890 dollars.", "Pagaron pagaron pagaron.", -0.2, None, faults),
            MachineText("It rained.", "Llovió.", -0.9, None),
        ]
        store_batch(job_id, "test", translation_id, texts)
        finish_job(job_id, "test")
    return f"{server.url}/articles/{article_id}/es"


@pytest.fixture
def chained(serve) -> str:
    """The address of a desk that was translated from Spanish through English into French."""
    server = serve()
    packages = Path(server.app.instance_path) / "packages"
    build_package(packages, "es", "en", shift=1)
    build_package(packages, "en", "fr", shift=2)
    with server.app.app_context():
        article_id = make_article("The people of the city. In the end.", source="es")
        start_translation(article_id, "fr")
        run_jobs(server.app)
    return f"{server.url}/articles/{article_id}/fr"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_row_tells_what_is_wrong_until_somebody_has_looked(flagged, open_page, theme):
    page = ready(open_page(flagged, color_scheme=theme))
    expect(row(page, 1).locator(".faults")).to_contain_text("244,890 is missing in the translation")
    expect(row(page, 1)).to_have_attribute("data-confidence", "doubtful")
    expect(row(page, 2)).to_have_attribute("data-confidence", "doubtful")
    expect(row(page, 2).locator(".faults")).to_have_count(0)
    source, note = (row(page, 1).locator(part).bounding_box() for part in ("[data-side=source]", ".faults"))
    text = target(page, 1).bounding_box()
    assert source["width"] == text["width"] > 300
    assert (note["x"], note["y"]) == (text["x"], text["y"] + text["height"])
    assert violations(page) == []
    box = edit(page, 1)
    expect(row(page, 1).locator("mark")).to_have_text("244,890")
    expect(page.locator("#checks")).to_contain_text("244,890 is missing in the translation.")
    assert violations(page) == []
    box.fill("Pagaron 244.890 dólares.")
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    expect(page.locator("#checks")).to_contain_text("Nothing was found in this sentence.")
    expect(row(page, 1).locator("mark")).to_have_count(0)
    assert row(page, 1).get_attribute("data-confidence") is None


@pytest.mark.parametrize("width", [1440, 390])
def test_an_alternative_is_taken_and_taken_back_without_a_mouse(server, open_page, width):
    with server.app.app_context():
        article_id = make_translated(server.app, "Police arrested three men after the robbery. It is late.")
    url = f"{server.url}/articles/{article_id}/es"
    page = ready(open_page(url, viewport={"width": width, "height": 844}))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    box = row(page, 1).locator("textarea[name=text]")
    expect(box).to_be_focused()
    machine = box.input_value()
    page.keyboard.press("Alt+a")
    choices = page.locator("#alternatives [data-take]")
    expect(choices.nth(1)).to_be_visible()
    assert violations(page) == []
    second = choices.nth(1).inner_text()
    assert second != machine
    page.keyboard.press("Alt+2")
    expect(box).to_be_focused()
    expect(box).to_have_value(second)
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    page.keyboard.press("Control+z")
    expect(box).to_have_value(machine)
    page.keyboard.press("Alt+1")
    first = choices.nth(0).inner_text()
    expect(box).to_have_value(first)
    page.keyboard.type("12")
    expect(box).to_have_value(first + "12")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text(first + "12")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_panel_can_be_used_without_closing_the_sentence(desk, open_page):
    page = ready(open_page(desk))
    edit(page, 1)
    row(page, 1).get_by_role("link", name="Alternatives").click()
    panel = page.locator("#alternatives")
    panel.get_by_label("Beam").select_option("8")
    panel.get_by_role("button", name="Translate again").click()
    expect(panel).to_contain_text("Translated again with beam 8, it comes out the same.")
    expect(row(page, 1).locator("textarea")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row(page, 1).locator("textarea")).to_have_count(0)
    edit(page, 2)
    expect(panel).to_be_hidden()
    page.keyboard.press("Alt+1")
    expect(panel.locator("[data-take]").first).to_be_visible()
    page.locator("header.bar").click()
    expect(row(page, 2).locator("textarea")).to_have_count(0)


def test_a_server_that_is_away_is_told_in_the_panel(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    edit(page, 1)
    page.context.set_offline(True)
    page.keyboard.press("Alt+a")
    panel = page.locator("#alternatives")
    expect(panel).to_contain_text("The server does not answer.")
    page.context.set_offline(False)
    panel.get_by_role("button", name="Try again").click()
    expect(panel.locator("form.again")).to_be_visible()


def test_the_text_in_between_is_corrected_with_the_keyboard(chained, open_page):
    page = ready(open_page(chained))
    before = target(page, 1).inner_text()
    edit(page, 1)
    between = row(page, 1).get_by_label("Through English")
    assert violations(page) == []
    page.keyboard.press("Tab")
    for _ in range(8):
        if between.evaluate("box => box === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(between).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("the end")
    page.keyboard.press("Control+Enter")
    expect(row(page, 1)).to_have_attribute("data-version", "2")
    box = row(page, 1).locator("textarea[name=text]")
    expect(box).to_be_focused()
    changed = box.input_value()
    assert changed not in (before, "the end")
    expect(row(page, 1).get_by_label("Through English")).to_have_value("the end")

    box.fill("Mon texte.")
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    row(page, 1).get_by_label("Through English").fill("the city")
    row(page, 1).get_by_role("button", name="Translate on").click()
    offered = page.locator("#alternatives [data-take='1']")
    expect(offered).to_be_visible()
    expect(box).to_have_value("Mon texte.")
    text = offered.inner_text()
    page.keyboard.press("Alt+1")
    expect(box).to_have_value(text)


def between(page, position):
    return row(page, position).get_by_label("Through English")


def test_a_correction_that_was_left_behind_is_kept_and_offered(chained, open_page):
    page = ready(open_page(chained))
    edit(page, 1)
    between(page, 1).fill("the end")
    page.keyboard.press("Escape")
    expect(row(page, 1)).to_have_class(re.compile("unsaved"))
    expect(page.get_by_text("Sentence 1: your text in between is kept")).to_be_visible()
    ready(page).reload()
    expect(page.get_by_text("Sentence 1 has text that was not saved.")).to_be_visible()
    page.get_by_role("button", name="Open", exact=True).click()
    expect(between(page, 1)).to_have_value("the end")
    expect(row(page, 1).locator(".pivot-notice")).to_contain_text("Your text was put back.")
    row(page, 1).get_by_role("button", name="Translate on").click()
    expect(row(page, 1)).to_have_attribute("data-version", "2")
    expect(between(page, 1)).to_have_value("the end")
    page.keyboard.press("Escape")
    expect(row(page, 1).locator("textarea")).to_have_count(0)
    page.reload()
    ready(page)
    expect(page.get_by_text("text that was not saved")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:'))") == []


def test_somebody_else_s_correction_is_shown_and_can_be_replaced(chained, open_page):
    page = ready(open_page(chained, expect_errors=True))
    other = ready(open_page(chained))
    for each in (page, other):
        edit(each, 1)
    between(other, 1).fill("the end")
    between(other, 1).press("Control+Enter")
    expect(row(other, 1)).to_have_attribute("data-version", "2")
    between(page, 1).fill("the city")
    between(page, 1).press("Control+Enter")
    expect(row(page, 1).locator(".pivot-notice")).to_contain_text("is now “the end”")
    between(page, 1).press("Control+Enter")
    expect(row(page, 1)).to_have_attribute("data-version", "3")
    expect(between(page, 1)).to_have_value("the city")


@pytest.mark.parametrize("opened", [1, 2])
def test_an_answer_that_comes_after_closing_opens_nothing(chained, open_page, opened):
    page = ready(open_page(chained))
    before = target(page, 1).inner_text()
    held = []
    page.route("**/segments/1/pivot", lambda route: held.append(route))
    edit(page, 1)
    between(page, 1).fill("the end")
    between(page, 1).press("Control+Enter")
    expect(row(page, 1).locator(".pivot-notice")).to_have_text("Translating…")
    page.wait_for_timeout(100)
    page.keyboard.press("Escape")
    expect(row(page, 1).locator("textarea")).to_have_count(0)
    box = edit(page, opened)
    box.evaluate("box => box.setSelectionRange(1, 1)")
    with page.expect_response("**/changes?*"):
        held[0].continue_()
    expect(box).to_be_focused()
    assert box.evaluate("box => box.selectionStart") == 1  # it was not opened a second time
    assert row(page, 3 - opened).locator("textarea").count() == 0
    page.keyboard.press("Escape")
    expect(row(page, opened).locator("textarea")).to_have_count(0)
    expect(target(page, 1)).not_to_have_text(before)
    edit(page, 1)
    expect(between(page, 1)).to_have_value("the end")
