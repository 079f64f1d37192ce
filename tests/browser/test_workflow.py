"""Comments by keyboard, an approval with a reason, and what other desks see of both."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, WAIT_MS, edit, ready, row, target
from tests.browser.test_looks import violations
from tests.factories import make_paired
from workbench.translation.faults import Fault, FaultKind

TEXT = "The cat sleeps. The dog runs.\n\nIt is late."


@pytest.fixture
def blocked(server):
    """The address of a desk whose sentences came back untranslated."""
    with server.app.app_context():
        article_id = make_paired(TEXT, str.upper, faults=(Fault(FaultKind.ECHO),))
    return f"{server.url}/articles/{article_id}/es"


def test_a_comment_needs_no_mouse_and_survives_a_reload(desk, open_page):
    page = ready(open_page(desk))
    press, type_ = page.keyboard.press, page.keyboard.type
    press("j")
    press("j")
    press("c")
    box = page.locator("#comment-new")
    expect(box).to_be_focused()
    expect(row(page, 2).locator("textarea[name=text]")).to_be_visible()
    type_("Is this j, k, n and c?")
    press("Control+Enter")
    expect(page.locator(".thread .comment-text")).to_have_text("Is this j, k, n and c?")
    expect(row(page, 2)).to_have_attribute("data-state", "machine")
    expect(row(page, 2).locator(".comment-mark")).to_have_text(re.compile("^1"))

    expect(box).to_be_focused()
    type_("Half said")
    press("Escape")
    expect(row(page, 2).locator("textarea[name=text]")).to_be_focused()
    press("Alt+c")
    expect(box).to_be_focused()
    expect(box).to_have_value("Half said")
    page.reload()
    ready(page)
    expect(row(page, 2)).to_have_class(re.compile("unsaved"))
    page.locator("#segment-2 .comment-mark").click()
    expect(box).to_be_focused()
    expect(box).to_have_value("Half said")
    press("Control+Enter")
    expect(page.locator(".thread")).to_have_count(2)
    expect(box).to_have_value("")

    page.locator(".thread").first.get_by_role("button", name="Resolve").press("Enter")
    expect(page.locator("details.resolved > summary")).to_have_text("1 resolved")
    expect(row(page, 2).locator(".comment-mark")).to_have_text(re.compile("^1"))
    page.locator(".thread").first.get_by_role("button", name="Delete").press("Enter")
    expect(row(page, 2).locator(".comment-mark")).to_have_count(0)
    page.locator("#toasts").get_by_role("button", name="Undo").press("Enter")
    expect(row(page, 2).locator(".comment-mark")).to_have_count(1)


def test_a_comment_that_cannot_be_sent_is_kept(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    edit(page, 1)
    page.keyboard.press("Alt+c")
    page.context.set_offline(True)
    page.keyboard.type("Said in a tunnel")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comments-state")).to_contain_text("Kept in this browser")
    page.context.set_offline(False)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".thread .comment-text")).to_have_text("Said in a tunnel")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('comment:'))") == []


def test_what_another_says_of_the_open_sentence_comes_without_taking_a_word(desk, open_page):
    page, other = ready(open_page(desk)), ready(open_page(desk))
    edit(page, 1)
    page.keyboard.press("Alt+c")
    page.keyboard.type("Half s")
    row(other, 1).focus()
    other.keyboard.press("c")
    expect(other.locator("#comment-new")).to_be_focused()
    other.keyboard.type("From somebody else.")
    other.keyboard.press("Control+Enter")
    expect(other.locator(".thread")).to_have_count(1)
    expect(page.locator(".thread .comment-text")).to_have_text("From somebody else.", timeout=WAIT_MS)
    expect(row(page, 1).locator(".comment-mark")).to_have_text(re.compile("^1"))
    expect(page.locator("#comment-new")).to_be_focused()
    page.keyboard.type("aid")
    expect(page.locator("#comment-new")).to_have_value("Half said")


def test_an_approval_with_a_reason_and_the_edit_that_takes_it_back(blocked, open_page):
    page = ready(open_page(blocked, expect_errors=True))
    workflow = page.locator("#workflow")
    workflow.get_by_role("button", name="Send to review").press("Enter")
    expect(workflow.locator("#workflow-state")).to_have_text("In review")
    expect(workflow).to_be_focused()
    page.keyboard.press("Tab")  # to the link, the choice of a reviewer, back to draft, approve
    workflow.get_by_role("button", name="Approve").press("Enter")
    reason = page.get_by_label("Reason to approve it all the same")
    expect(reason).to_be_focused()
    expect(workflow.get_by_role("alert")).to_contain_text("blocking checks are open")
    assert violations(page) == [], "asks for a reason"
    page.keyboard.type("The names of a band: they stay.")
    page.keyboard.press("Enter")
    expect(workflow.locator("#workflow-state")).to_have_text("Approved")
    expect(workflow).to_contain_text("The names of a band: they stay.")

    edit(page, 1).fill("El gato duerme.")
    expect(workflow.locator("#workflow-state")).to_have_text("In review")
    expect(workflow).to_contain_text("changed a text after the approval")
    expect(row(page, 1).locator("textarea[name=text]")).to_be_focused()
    with page.expect_response(lambda answer: answer.url.endswith("/assign")) as assigned:  # the box says it at once
        workflow.get_by_label("Assigned to").select_option("me")
    assert assigned.value.ok
    expect(workflow.get_by_label("Assigned to")).to_have_value("me")

    page.goto(f"{blocked}/review")
    expect(page.locator(".log li")).to_have_count(4)
    expect(page.locator(".log blockquote")).to_have_text("The names of a band: they stay.")
    page.get_by_role("link", name="As approved").click()
    page.get_by_role("button", name="Bring this version back").click()
    expect(target(page, 1)).to_have_text("THE CAT SLEEPS.")
    page.get_by_role("button", name="Undo").click()
    expect(target(page, 1)).to_have_text("El gato duerme.")


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_the_pages_of_a_review_are_accessible_and_fit(server, open_page, theme, width):
    with server.app.app_context():
        article_id = make_paired(TEXT, lambda sentence: f"ترجمة {len(sentence)}", target="ar")
    desk = f"{server.url}/articles/{article_id}/ar"
    page = open_page(desk, color_scheme=theme, viewport={"width": width, "height": 844})
    ready(page)
    edit(page, 1).fill("القطة تنام.")
    page.keyboard.press("Alt+c")
    page.keyboard.type("W" * 300 + " שלום 🙂")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".thread")).to_have_count(1)
    page.locator(".thread summary").press("Enter")
    assert violations(page) == [], "desk"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{desk}/review")
    page.get_by_role("button", name="Later").click()
    page.get_by_label("Keep what stands now, as").fill("W" * 80)
    page.get_by_role("button", name="Keep").click()
    assert violations(page) == [], "review"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(desk)
    ready(page)
    edit(page, 2).fill("الكلب يجري.")
    expect(row(page, 2)).to_have_attribute("data-state", "edited")
    for path in ("review/versions/1", "segments/1/comments"):
        page.goto(f"{desk}/{path}")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
