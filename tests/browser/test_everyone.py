"""The desk for everyone: narrow, zoomed, widely spaced, from right to left, with the keyboard, heard, in Spanish."""

from __future__ import annotations

from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target
from tests.browser.test_looks import PAGES, violations
from tests.factories import long_text, make_article, make_paired, make_translated
from workbench.services.translations import start_translation

# WCAG 1.4.12, as a reader's own style sheet sets it.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                         word-spacing: 0.16em !important }
                     p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Texts that their box cuts off, and boxes that reach beyond the page.
CUT_OFF = """() => [...document.querySelectorAll("a, button, h1, h2, label, td, th, p, .chip")].filter((element) => {
  const style = getComputedStyle(element);
  if (!element.checkVisibility() || element.closest(".visually-hidden, .scroll, table")) return false;
  const cuts = style.overflow !== "visible" && style.overflow !== "auto";
  const isWide = element.getBoundingClientRect().right > innerWidth + 1;
  return isWide || (cuts && element.scrollWidth > element.clientWidth + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""
COVERED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const places = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].map(([x, y]) => [box.x + box.width * x, box.y + box.height * y]);
  const isSeen = places.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) && top.closest("main, header, footer"));
  });
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const around = element.closest(".row.open, .search, :focus-within");
  const isMarked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  return { what: element.outerHTML.slice(0, 150), isSeen, isMarked, isBox: element.matches("textarea") && !!around };
}"""


def test_nothing_is_lost_at_320_pixels_with_wide_spacing(server, open_page):
    """320 px is 1,280 at a zoom of 400 % (WCAG 1.4.10)."""
    with server.app.app_context():
        make_translated(server.app)
    size = {"width": 320, "height": 640}
    page = open_page(server.url, viewport=size, locale="es-ES", expect_errors=True)
    for path in (*PAGES, "/articles/1/es?edit=1"):
        page.goto(server.url + path)
        ready(page)
        page.evaluate(SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert page.evaluate(CUT_OFF) == [], path


def test_the_keyboard_is_always_seen(desk, open_page):
    page = ready(open_page(desk, viewport={"width": 1440, "height": 500}))
    seen = 0
    for _ in range(30):
        page.keyboard.press("Tab")
        found = page.evaluate(COVERED)
        if found is None:
            break
        assert found["isSeen"], found["what"]
        assert found["isMarked"] or found["isBox"], found["what"]
        seen += 1
    assert seen > 12
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("j")
        assert page.evaluate(COVERED)["isSeen"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("ar", "ينام القط في 3.5 ساعات مع Maria."), ("he", "החתול ישן עם Maria.")]
)
def test_a_text_from_right_to_left(server, open_page, language, sentence):
    ends = cycle(["", " John.", " 12 %."])
    with server.app.app_context():
        make_paired("The cat sleeps. The dog runs.\n\nIt is late.", lambda _: sentence + next(ends), target=language)
    page = ready(open_page(f"{server.url}/articles/1/{language}"))
    box = edit(page, 1)
    expect(box).to_have_attribute("dir", "rtl")
    assert box.evaluate("box => getComputedStyle(box).direction") == "rtl"
    page.keyboard.press("Control+End")  # the mouse put the caret where it pointed
    page.keyboard.type("1")
    expect(row(page, 1).locator(".editor .state")).to_contain_text("Saved")
    assert row(page, 1).locator(".editor-line").evaluate("line => getComputedStyle(line).direction") == "ltr"
    page.keyboard.press("Escape")
    expect(target(page, 1)).to_have_text(sentence + "1")
    # The text begins at its own side: at the right of its cell.
    right = """cell => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return [text, cell].map((each) => each.getBoundingClientRect().right);
    }"""
    text_right, cell_right = target(page, 2).evaluate(right)
    assert cell_right - text_right < 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    assert violations(page) == []


HEARD = """
  window.heard = [];
  const live = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])";
  new MutationObserver((changes) => {
    for (const { target } of document.body ? changes : []) {
      const region = (target.closest ? target : target.parentElement)?.closest(live);
      if (region && region.textContent.trim()) window.heard.push(region.textContent.trim());
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
"""


def test_a_translation_that_streams_in_is_not_read_aloud_sentence_by_sentence(server, open_page):
    page = ready(open_page(server.url))
    page.add_init_script(HEARD)
    with server.app.app_context():
        article_id = make_article(long_text(100))
        start_translation(article_id, "es")
    page.goto(f"{server.url}/articles/{article_id}/es")
    expect(page.locator("#desk-chip")).to_have_text("Not reviewed", timeout=60_000)
    expect(row(page, 100)).to_have_attribute("data-state", "machine")
    assert len(page.evaluate("window.heard")) <= 5


def test_high_contrast_has_its_marks_and_calm_has_no_motion(desk, open_page):
    page = ready(open_page(desk, forced_colors="active", reduced_motion="reduce", color_scheme="dark"))
    edit(page, 1)
    # The palette is the reader's: axe reads the page's own colours and cannot judge their contrast.
    assert [found for found in violations(page) if not found.startswith("color-contrast")] == []
    mark = "getComputedStyle(document.querySelector('[data-segment=\"2\"] .mark'), '::before').backgroundColor"
    assert page.evaluate(mark) != page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    durations = page.evaluate(
        """[...document.querySelectorAll("*")].map((e) => getComputedStyle(e))
             .flatMap((style) => [style.animationDuration, style.transitionDuration])"""
    )
    assert max(float(part.strip().removesuffix("s")) for each in set(durations) for part in each.split(",")) < 0.001


def test_headings_and_landmarks_are_in_order_in_spanish_too(desk, open_page):
    page = ready(open_page(desk, locale="es-ES"))
    levels = page.eval_on_selector_all(
        "h1, h2, h3", "all => all.filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    for role in ("banner", "main", "complementary"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("navigation", name="Principal")).to_be_visible()
    edit(page, 1).fill("Uno.")
    expect(row(page, 1).locator(".editor .state")).to_contain_text("Guardado")


def test_the_choice_of_a_language_needs_no_mouse_and_the_theme_goes_back_to_the_systems(server, open_page):
    page = ready(open_page(server.url, color_scheme="light"))
    page.locator(".language-menu summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".language-menu form")).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Artículos")
    ready(page)
    button = page.locator("[data-theme-button]")
    button.click()
    expect(page.locator("#theme-said")).to_have_text("El tema oscuro está activado.")
    assert page.evaluate("localStorage.getItem('theme')") == "dark"
    button.click()
    assert page.evaluate("[localStorage.getItem('theme'), document.documentElement.dataset.theme ?? null]") == [
        None,
        None,
    ]
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_role("button", name="Usar el tema claro")).to_be_visible()
