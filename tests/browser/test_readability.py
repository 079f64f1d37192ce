"""Readability on the desk in a real browser: tints, the verdict's links, the plot, what a correction changes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, edit, ready, row, target
from tests.browser.test_looks import violations
from tests.factories import NEWS, make_heavy, make_paired

TINT = "cell => getComputedStyle(cell).backgroundColor"
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture
def heavy(server) -> str:
    """The address of a desk whose translation is far heavier than its source."""
    with server.app.app_context():
        return f"{server.url}/articles/{make_paired(NEWS, make_heavy)}/es"


def shifts(page) -> float:
    """Return how much the page has jumped so far, as browsers measure it."""
    return page.evaluate(
        """() => new Promise(resolve => new PerformanceObserver(list =>
            resolve(list.getEntries().filter(e => !e.hadRecentInput).reduce((sum, e) => sum + e.value, 0))
        ).observe({type: "layout-shift", buffered: true}) || setTimeout(() => resolve(0), 300))"""
    )


def test_tints_go_and_come_with_a_key_and_a_button_and_are_remembered(heavy, open_page):
    page = ready(open_page(heavy))
    tinted = target(page, 1)
    button = page.get_by_role("button", name="Tint hard sentences")
    expect(tinted).to_have_attribute("data-level", re.compile("hard"))
    expect(button).to_have_attribute("aria-pressed", "true")
    assert tinted.evaluate(TINT) != CLEAR
    page.keyboard.press("t")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#toasts")).to_contain_text("Hard sentences are not tinted.")
    assert tinted.evaluate(TINT) == CLEAR
    page.reload()
    ready(page)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert tinted.evaluate(TINT) == CLEAR
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert tinted.evaluate(TINT) != CLEAR


def test_t_is_a_letter_while_somebody_types(heavy, open_page):
    page = ready(open_page(heavy))
    box = edit(page, 1)
    box.press("Control+a")
    page.keyboard.type("tttt")
    expect(box).to_have_value("tttt")
    expect(page.locator("#tints")).to_have_attribute("aria-pressed", "true")


def test_nothing_is_tinted_on_paper(heavy, open_page):
    page = ready(open_page(heavy))
    page.emulate_media(media="print")
    assert target(page, 1).evaluate(TINT) == CLEAR


def test_the_verdict_leads_to_its_sentences_with_the_keyboard(heavy, open_page):
    page = ready(open_page(heavy))
    link = page.locator(".responsible a").last
    position = int(link.text_content())
    link.focus()
    page.keyboard.press("Enter")
    expect(row(page, position)).to_be_focused()
    page.locator("#profile-summary").click()
    page.locator("#paragraph-3").focus()
    page.keyboard.press("Enter")
    expect(row(page, 7)).to_be_focused()


def test_a_correction_changes_its_tint_at_once_and_then_the_panel(heavy, open_page):
    page = ready(open_page(heavy))
    expect(page.locator(".plot canvas")).to_be_visible()
    page.locator("#drift-summary").click()
    words = page.locator("#scores section").nth(1).locator(".quiet").first
    before = words.text_content()
    box = edit(page, 1)
    expect(page.locator("#reading")).to_contain_text("a long sentence")
    box.fill("El consejo se reunió el lunes.")
    expect(target(page, 1)).not_to_have_attribute("data-level", re.compile("hard"))
    expect(page.locator("#reading")).to_contain_text("Not hard to read · 6 words")
    expect(words).not_to_have_text(before)
    expect(page.locator("#scores")).not_to_have_attribute("data-stale", "")
    expect(page.locator("#drift-details")).to_have_attribute("open", "")
    expect(page.locator(".plot canvas")).to_have_count(1)
    expect(box).to_be_focused()
    expect(box).to_have_value("El consejo se reunió el lunes.")


def test_what_textstat_said_stays_until_it_says_something_new(heavy, open_page):
    page = ready(open_page(heavy))
    page.locator("#textstat-summary").click()
    table = page.locator("#textstat-details table").last
    expect(table).to_be_visible()
    before = table.text_content()
    panel = page.locator("#scores").element_handle()
    height = panel.bounding_box()["height"]
    page.route("**/textstat", lambda route: (asked.append(route), None)[1])
    asked = []
    edit(page, 1).fill("El consejo se reunió el lunes.")
    page.wait_for_function("panel => !panel.isConnected", arg=panel)
    expect(page.locator("#textstat-details")).to_have_attribute("open", "")
    expect(table).to_have_text(before)
    assert abs(page.locator("#scores").bounding_box()["height"] - height) < 40, "no more than a line of numbers"
    while not asked:
        page.wait_for_timeout(20)
    asked[0].continue_()
    expect(table).not_to_have_text(before)


def test_a_panel_that_comes_late_is_followed_by_a_newer_one(heavy, open_page):
    page = ready(open_page(heavy))
    held, asked = [], []

    def hold_first(route):
        asked.append(route.fetch() if not asked else None)
        return held.append(route) if asked[1:] == [] else route.continue_()

    page.route("**/es/readability", hold_first)
    box = edit(page, 1)
    box.fill("El consejo se reunió el lunes.")
    while not held:
        page.wait_for_timeout(20)
    words = page.locator("#scores section").nth(1).locator(".quiet").first
    with page.expect_response(lambda answer: "/changes" in answer.url):
        box.fill("El consejo se reunió.")
    page.wait_for_timeout(1500)  # the panel would be asked for again now
    held[0].fulfill(response=asked[0])
    expect(page.locator("#reading")).to_contain_text("4 words")
    old = re.search(r"([\d,]+) words", asked[0].text().split("Translation, ")[1]).group(1)
    expect(words).to_contain_text(f"{int(old) - 2} words")
    expect(page.locator("#scores")).not_to_have_attribute("data-stale", "")


def test_a_save_that_comes_late_leaves_what_stands_beside_another_sentence(heavy, open_page):
    page = ready(open_page(heavy))
    held = []
    page.route(
        "**/segments/1",
        lambda route: held.append(route) if route.request.method == "POST" else route.continue_(),
    )
    edit(page, 1).fill("El consejo se reunió el lunes.")
    while not held:
        page.wait_for_timeout(20)
    edit(page, 3)
    expect(page.locator("#reading")).to_contain_text("Sentence 3")
    with page.expect_response("**/segments/1"):
        held[0].continue_()
    expect(page.locator("#scores")).to_have_attribute("data-stale", "")
    page.wait_for_timeout(500)  # what must not come has no end to wait for
    expect(page.locator("#reading")).to_contain_text("Sentence 3")


def test_figures_that_are_old_say_so(heavy, open_page):
    page = ready(open_page(heavy))
    note = page.get_by_text("Counted before the last correction")
    expect(note).to_be_hidden()
    page.route(
        "**/readability", lambda route: route.abort() if "segments" not in route.request.url else route.continue_()
    )
    edit(page, 1).fill("El consejo se reunió el lunes.")
    expect(page.locator("#scores")).to_have_attribute("data-stale", "")
    expect(note).to_be_visible()


def test_a_click_on_the_plot_goes_to_the_paragraph_and_nothing_jumps(heavy, open_page):
    page = ready(open_page(heavy))
    over = page.locator(".plot .u-over")
    expect(over).to_be_visible()
    box = over.bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 20)
    expect(page.locator(".plot-place")).to_have_text(re.compile(r"^Paragraph 1: "))
    page.mouse.click(box["x"] + box["width"] - 1, box["y"] + 20)
    expect(row(page, 10)).to_be_focused()
    assert shifts(page) < 0.01
    width = page.locator(".plot canvas").bounding_box()["width"]
    page.set_viewport_size({"width": 720, "height": 900})
    page.wait_for_function(
        "w => document.querySelector('.plot canvas').getBoundingClientRect().width > w + 50", arg=width
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    page.set_viewport_size({"width": 400, "height": 900})
    page.wait_for_function("document.querySelector('.plot canvas').getBoundingClientRect().width < 400")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_what_is_open_has_the_whole_width_and_leaves_no_column_empty(heavy, open_page):
    page = ready(open_page(heavy, viewport={"width": 1440, "height": 900}))
    plot, more, panel = (page.locator(f"#scores{part}") for part in (" .profile", " .disclosures", ""))
    closed = panel.bounding_box()["height"]
    assert more.bounding_box()["y"] < plot.bounding_box()["y"] + plot.bounding_box()["height"], "beside the plot"
    page.locator("#profile-summary").click()
    assert more.bounding_box()["y"] >= plot.bounding_box()["y"] + plot.bounding_box()["height"] - 1, "below it"
    assert more.bounding_box()["width"] >= panel.bounding_box()["width"] - 4
    page.locator("#profile-summary").click()
    assert panel.bounding_box()["height"] == closed


def test_tables_need_no_scrolling_sideways_on_a_phone(heavy, open_page):
    page = ready(open_page(heavy, viewport={"width": 390, "height": 844}))
    page.locator("#drift-summary").click()
    page.locator("#profile-summary").click()
    page.locator("#textstat-summary").click()
    regions = page.locator(".disclosures .scroll")
    expect(regions).to_have_count(4)
    assert regions.evaluate_all("all => all.map(each => each.scrollWidth - each.clientWidth)") == [0, 0, 0, 0]


def test_the_pointer_of_the_highest_score_stands_on_its_scale(server, open_page):
    with server.app.app_context():
        article_id = make_paired("The cat sat on the mat. " * 20, lambda sentence: "La casa es la casa.")
    page = ready(open_page(f"{server.url}/articles/{article_id}/es"))
    scale, pointer = (page.locator(f"#scores {part}").first.bounding_box() for part in (".scale", ".pointer"))
    assert pointer["x"] + pointer["width"] == pytest.approx(scale["x"] + scale["width"], abs=0.1)


def test_the_plot_follows_the_theme(heavy, open_page):
    page = ready(open_page(heavy, color_scheme="light"))
    expect(page.locator(".plot canvas")).to_be_visible()
    picture = "document.querySelector('.plot canvas').toDataURL()"
    light = page.evaluate(picture)
    page.get_by_role("button", name="Use the dark theme").click()
    page.wait_for_function(f"light => {picture} !== light", arg=light)


def test_without_scripts_the_table_is_there_and_no_plot(heavy, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(heavy)
    expect(page.locator(".plot")).to_be_hidden()
    expect(page.locator("#tints")).to_be_hidden()
    page.locator("#profile-summary").click()
    expect(page.locator("#paragraph-2")).to_be_visible()
    context.close()


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_readability_is_accessible_in_every_state_and_fits(server, heavy, open_page, theme, width):
    page = ready(open_page(heavy, color_scheme=theme, viewport={"width": width, "height": 844}))
    page.locator("#profile-plot").scroll_into_view_if_needed()
    expect(page.locator(".plot canvas")).to_be_attached()
    for name in ("drift", "profile", "textstat"):
        page.locator(f"#{name}-summary").click()
    expect(page.locator("#textstat-details table").first).to_be_visible()
    edit(page, 2)
    expect(page.locator("#reading")).to_contain_text("a long sentence")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for path in ("/?sort=readability", "/articles/1/es/readability/textstat", "/articles/1/es/segments/1/readability"):
        page.goto(server.url + path)
        ready(page)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
