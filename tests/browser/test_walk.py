"""An article from the form to the file, as an editor does it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target
from tests.conftest import SEED
from tests.factories import LONG_TAIL, long_text


def test_an_article_goes_from_the_form_to_the_file(server, open_page):
    page = open_page(server.url)
    expect(page.get_by_role("heading", name="No articles yet")).to_be_visible()
    page.get_by_role("link", name="Add an article").first.click()
    page.get_by_label("Or choose a file").set_input_files(SEED)
    page.get_by_role("button", name="Add and translate").click()

    page.wait_for_url(re.compile(r"/articles/\d+/es$"))
    expect(page.locator("[data-segment][data-state=pending]")).to_have_count(0)
    expect(page.locator("#scores")).to_contain_text("Szigriszt-Pazos")
    expect(page.locator("#desk-chip")).to_have_text("Not reviewed")
    total = page.locator("[data-segment]").count()

    box = edit(ready(page), 2)
    box.fill("El embajador habló el lunes.")
    expect(row(page, 2).locator(".state")).to_have_text(re.compile(r"^Saved \d"))
    expect(page.locator("#download-note")).to_have_text(f"{total - 2} sentences unreviewed")
    page.keyboard.press("Escape")
    expect(target(page, 2)).to_have_text("El embajador habló el lunes.")

    page.reload()
    expect(target(page, 2)).to_have_text("El embajador habló el lunes.")
    expect(row(page, 2)).to_have_attribute("data-state", "edited")
    follower = page.locator('[data-follows="2"]')
    expect(follower.locator("[data-side=target]")).to_have_text("El embajador habló el lunes.")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    name = download.value.suggested_filename
    assert re.fullmatch(rf"mom-im-afraid-[a-z-]+\.es\.{total - 2}-unreviewed\.txt", name)
    text = download.value.path().read_text(encoding="utf-8")
    assert text.count("El embajador habló el lunes.") == 2
    assert "unreviewed" not in text


def test_rows_fill_in_while_a_job_runs_and_an_open_sentence_is_left_alone(server, open_page):
    page = open_page(f"{server.url}/articles/new")
    page.get_by_label("Paste the text").fill(long_text(300, tail=LONG_TAIL))
    page.get_by_label("Language of the article").select_option("English")
    page.get_by_role("button", name="Add and translate").click()
    page.wait_for_url(re.compile(r"/es$"))
    bar = page.get_by_role("progressbar", name="Translated sentences")
    expect(bar).to_be_visible()
    box = edit(ready(page), 300)
    box.press_sequentially("La última.", delay=20)
    page.evaluate("document.querySelector('textarea').dataset.same = 'yes'")

    expect(bar).to_have_count(0, timeout=60_000)
    expect(page.locator("[data-segment][data-state=pending]")).to_have_count(0)
    assert box.get_attribute("data-same") == "yes"
    expect(box).to_have_value("La última.")
    expect(box).to_be_focused()
    expect(row(page, 300)).to_have_attribute("data-state", "edited")
    expect(page.locator("#scores section").nth(1)).to_contain_text("words a sentence")


def test_a_save_moves_neither_the_caret_nor_the_text_box(desk, open_page):
    page = ready(open_page(desk))
    box = edit(page, 1)
    box.fill("El gato duerme.")
    box.evaluate("box => { box.dataset.same = 'yes'; box.setSelectionRange(3, 3); }")
    page.keyboard.type("viejo ")
    expect(row(page, 1).locator(".state")).to_have_text(re.compile("^Saved"))
    assert box.evaluate("box => [box.dataset.same, box.selectionStart]") == ["yes", 9]
    page.keyboard.type("y gris ")
    expect(box).to_have_value("El viejo y gris gato duerme.")


def test_clicking_a_word_puts_the_caret_there(desk, open_page):
    page = ready(open_page(desk))
    edit(page, 1).fill("Palabra una y dos.")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("Palabra una y dos.")
    line = target(page, 1).bounding_box()
    page.mouse.click(line["x"] + 16, line["y"] + line["height"] / 2)
    box = row(page, 1).locator("textarea")
    box.wait_for()
    assert box.evaluate("box => box.selectionStart") < 3


def test_a_row_that_says_the_same_is_not_replaced_under_a_click(desk, open_page):
    """The poll after a save brings the saved row again; a click that is on its way must find the row it was for."""
    page = ready(open_page(desk))
    held = []
    page.route("**/changes*", lambda route: held.append(route))  # Playwright wants a function of Python
    edit(page, 1).fill("Palabra una y dos.")
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text("Palabra una y dos.")
    row(page, 1).evaluate("row => { row.isTheOne = true; }")
    while not held:
        page.wait_for_timeout(20)
    with page.expect_response("**/changes*") as answer:
        held[0].continue_()
    assert 'data-segment="1"' in answer.value.text()
    expect(page.locator("#desk-status")).to_contain_text("1 edited")
    assert row(page, 1).evaluate("row => row.isTheOne")


def test_clicking_the_next_sentence_saves_this_one_and_opens_that_one(desk, open_page):
    page = ready(open_page(desk))
    edit(page, 1).fill("Uno.")
    box = edit(page, 2)
    expect(box).to_be_focused()
    expect(target(page, 1)).to_have_text("Uno.")
    expect(row(page, 1)).to_have_attribute("data-state", "edited")
    expect(page.locator("textarea[name=text]")).to_have_count(1)


def test_the_first_correction_asks_for_a_name_and_later_ones_carry_it(desk, open_page):
    page = ready(open_page(desk))
    edit(page, 1).fill("Uno.")
    prompt = page.get_by_role("textbox", name="Whose correction is this?")
    prompt.wait_for()
    expect(row(page, 1).locator("textarea")).to_be_focused()
    prompt.fill("Ana")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(prompt).to_have_count(0)
    edit(page, 2).fill("El perro corre.")
    page.keyboard.press("Escape")
    expect(row(page, 2)).to_have_attribute("aria-label", "Sentence 2, edited by Ana")
    page.reload()
    expect(row(page, 1)).to_have_attribute("aria-label", "Sentence 1, edited by Ana")
    expect(prompt).to_have_count(0)


def test_the_history_stands_beside_the_open_sentence(desk, open_page):
    page = ready(open_page(desk))
    machine = target(page, 1).text_content()
    edit(page, 1).fill(f"{machine} Sí.")
    history = page.locator("#history")
    expect(history.locator("li")).to_have_count(2)
    expect(history.locator("li").first.locator("ins")).to_contain_text("Sí")
    expect(history.locator("li").last).to_contain_text("The model")


def test_a_deleted_article_comes_back(server, desk, open_page):
    page = open_page(server.url)
    page.get_by_role("button", name=re.compile("^Delete “")).click()
    expect(page.get_by_role("heading", name="No articles yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".thing")).to_have_count(1)
