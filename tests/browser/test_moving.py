"""Moving from sentence to sentence: by number, past what is hidden, over rows that came anew, and below the bar."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row
from tests.factories import make_paired
from workbench.services.merging import merge_with_next
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment

SENTENCES = [f"Line {number} has {number} homes." for number in range(1, 9)]
WRONG = {2, 4, 7}


@pytest.fixture
def article(server) -> str:
    """Eight sentences in four paragraphs: 2, 4 and 7 have another number, 3 is accepted, 6 stands in the text of 5."""

    def translate(text: str) -> str:
        number = int(text.split()[1])
        return f"La línea {number} tiene {number + 50 if number in WRONG else number} casas."

    with server.app.app_context():
        text = "\n\n".join(" ".join(SENTENCES[start : start + 2]) for start in range(0, 8, 2))
        article_id = make_paired(text, translate)
        reviewer = ensure_reviewer(None).id
        stored = translate(SENTENCES[2])
        save_segment(article_id, "es", 3, text=stored, seen_version=1, reviewer_id=reviewer, accept=True)
        merge_with_next(article_id, "es", 5, seen_version=1, reviewer_id=reviewer)
    return f"{server.url}/articles/{article_id}/es"


def visited(page, key: str, times: int) -> list[int]:
    found = []
    for _ in range(times):
        page.keyboard.press(key)
        found.append(int(page.evaluate("document.activeElement.dataset.segment")))
    return found


def test_keys_visit_every_sentence_the_unreviewed_and_the_problems_round_and_round(article, open_page):
    page = ready(open_page(article))
    assert visited(page, "j", 9) == [1, 2, 3, 4, 5, 6, 7, 8, 8]
    assert visited(page, "k", 3) == [7, 6, 5]
    assert visited(page, "n", 7) == [7, 8, 1, 2, 4, 7, 8]
    problems = [place for place in range(1, 9) if row(page, place).get_attribute("data-problem")]
    assert problems == sorted(WRONG)
    assert visited(page, "p", 4) == [2, 4, 7, 2]
    assert page.locator('.rows [tabindex="0"]').evaluate_all("rows => rows.map(row => row.id)") == ["segment-2"]


def test_what_a_filter_hides_is_passed_over(article, open_page):
    page = ready(open_page(f"{article}?show=unreviewed,accepted"))
    page.locator('[data-segment="1"] .number').evaluate("link => link.closest('.row').focus()")
    assert visited(page, "j", 6) == [2, 3, 4, 7, 8, 8]
    page.goto(f"{article}?show=blocking")
    ready(page)
    page.keyboard.press("j")
    hidden = {place for place in range(1, 9) if row(page, place).is_hidden()}
    assert hidden == set(range(1, 9)) - WRONG
    assert visited(page, "k", 1) == [2]
    assert visited(page, "j", 3) == [4, 7, 7]
    assert visited(page, "n", 3) == [2, 4, 7]


def test_a_row_that_came_anew_is_found_like_the_one_before(server, article, open_page):
    page = ready(open_page(article))
    page.keyboard.press("j")
    row(page, 2).evaluate("row => { window.before = row; }")
    with server.app.app_context():
        text = "La línea 2 tiene 2 casas."
        save_segment(
            int(article.split("/")[-2]), "es", 2, text=text, seen_version=1, reviewer_id=ensure_reviewer(None).id
        )
    expect(row(page, 2)).to_have_attribute("data-state", "edited")
    assert not page.evaluate("window.before.isConnected")
    assert visited(page, "j", 2) == [2, 3]
    assert visited(page, "p", 2) == [4, 7]
    assert visited(page, "n", 4) == [8, 1, 4, 7]
    edit(page, 8).fill("La línea 8 tiene 80 casas.")
    page.keyboard.press("Escape")
    expect(row(page, 8)).to_have_attribute("data-problem", "blocking")
    expect(row(page, 8)).to_be_focused()
    assert visited(page, "k", 1) == [7]
    assert visited(page, "p", 2) == [8, 4]


def test_a_sentence_that_is_moved_to_stops_below_the_open_bar(article, open_page):
    page = ready(open_page(f"{article}?q=casas", viewport={"width": 1440, "height": 420}))
    row(page, 8).evaluate("row => row.focus()")
    for place in visited(page, "k", 6):
        bar = page.locator("#find").evaluate("bar => bar.getBoundingClientRect().bottom")
        assert row(page, place).evaluate("row => row.getBoundingClientRect().top") >= bar
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert visited(page, "k", 1) == [1]
    assert "under-bar" not in row(page, 1).get_attribute("class")
