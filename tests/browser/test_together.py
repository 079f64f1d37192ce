"""Two people on one article: each sees what the other saves, and nobody's words are lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import edit, ready, row, target
from tests.browser.test_looks import violations

SAVED = re.compile("^Saved")


def name(page, words):
    """Make a correction in sentence 3, and say whose it is."""
    edit(page, 3).fill(f"Es tarde, dice {words}.")
    prompt = page.get_by_role("textbox", name="Whose correction is this?")
    prompt.fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(prompt).to_have_count(0)
    expect(row(page, 3).locator("textarea")).to_have_count(0)


def save(page, position, text):
    edit(page, position).fill(text)
    page.keyboard.press("Escape")
    expect(target(page, position)).to_have_text(text)


def test_what_one_saves_the_other_sees_with_a_name_and_without_losing_the_place(desk, open_page):
    ana, ben = ready(open_page(desk)), ready(open_page(desk))
    name(ana, "Ana")
    expect(target(ben, 3)).to_have_text("Es tarde, dice Ana.")
    ben.keyboard.press("j")
    expect(row(ben, 1)).to_be_focused()
    save(ana, 1, "El gato de Ana duerme.")
    expect(target(ben, 1)).to_have_text("El gato de Ana duerme.")
    expect(row(ben, 1).locator(".just-saved")).to_have_text("Ana")
    expect(row(ben, 1)).to_be_focused()
    expect(ben.locator("#desk-status")).to_contain_text("2 edited")
    expect(ben.get_by_role("status").filter(has_text="changed sentence")).to_have_text(
        re.compile(r"^Ana changed sentences? (1|1 and 3)\.$")
    )
    expect(row(ana, 1).locator(".just-saved")).to_have_count(0)
    expect(row(ben, 1).locator(".just-saved")).to_have_count(0)  # only for a moment


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_open_sentence_is_left_alone_and_says_that_it_changed(desk, open_page, theme):
    ana, ben = ready(open_page(desk)), ready(open_page(desk, color_scheme=theme, expect_errors=True))
    name(ana, "Ana")
    box = edit(ben, 1)
    machine = box.input_value()
    save(ana, 1, f"{machine[:-1]} ya.")
    note = row(ben, 1).locator(".elsewhere")
    expect(note).to_contain_text("Ana changed this sentence.")
    expect(box).to_have_value(machine)
    expect(box).to_be_focused()
    assert violations(ben) == []
    note.get_by_role("button", name="See").click()
    expect(row(ben, 1).get_by_role("alert")).to_contain_text("You have not changed it.")
    assert violations(ben) == []
    box.press("Alt+Digit7")
    expect(target(ben, 1)).to_have_text(f"{machine[:-1]} ya.")


def test_a_late_save_offers_a_merge_that_one_key_takes(desk, open_page):
    ana, ben = ready(open_page(desk)), ready(open_page(desk, expect_errors=True))
    name(ana, "Ana")
    save(ana, 1, "El gato viejo duerme en la casa.")
    expect(target(ben, 1)).to_have_text("El gato viejo duerme en la casa.")
    box = edit(ben, 1)
    box.fill("El gato viejo duerme en su casa.")
    expect(row(ben, 1).locator(".state")).to_have_text(SAVED)
    box.fill("El gato viejo duerme siempre en su casa.")
    expect(row(ben, 1)).to_have_attribute("data-version", "4")
    expect(target(ana, 1)).to_have_text("El gato viejo duerme siempre en su casa.")

    save(ana, 1, "El perro viejo duerme siempre en su casa.")
    expect(row(ben, 1).locator(".elsewhere")).to_be_visible()
    box.fill("El gato viejo duerme siempre en su casa, dicen.")
    conflict = row(ben, 1).locator("[data-conflict]")
    expect(conflict.get_by_role("alert")).to_contain_text("Ana saved this sentence while you were typing.")
    expect(conflict.locator("[data-theirs]")).to_have_text("El perro viejo duerme siempre en su casa.")
    expect(box).to_have_value("El gato viejo duerme siempre en su casa, dicen.")
    assert violations(ben) == []

    box.fill("El gato viejo duerme siempre en su casa, dicen aquí.")  # typing goes on; the merge follows
    expect(conflict.locator("[data-mine]")).to_have_text("El gato viejo duerme siempre en su casa, dicen aquí.")
    box.press("Alt+Digit8")
    merged = "El perro viejo duerme siempre en su casa, dicen aquí."
    expect(box).to_have_value(merged)
    expect(row(ben, 1).locator(".state")).to_have_text(SAVED)
    expect(conflict).to_have_count(0)
    expect(target(ana, 1)).to_have_text(merged)
    box.press("Control+z")
    expect(box).to_have_value("El gato viejo duerme siempre en su casa, dicen aquí.")


def test_words_that_both_changed_are_chosen_and_mine_can_be_kept_or_put_back(desk, open_page):
    ana, ben = ready(open_page(desk)), ready(open_page(desk, expect_errors=True))
    for key, taken in (("Alt+Digit6", "mine"), ("Alt+Digit7", "theirs"), ("Alt+Digit8", "merge")):
        save(ana, 1, "El gato viejo duerme en casa.")
        expect(target(ben, 1)).to_have_text("El gato viejo duerme en casa.")
        box = edit(ben, 1)
        theirs, mine = f"El perro viejo duerme en casa ({taken}).", f"El lobo viejo duerme aquí en casa ({taken})."
        save(ana, 1, theirs)
        expect(row(ben, 1).locator(".elsewhere")).to_be_visible()
        box.fill(mine)
        expect(row(ben, 1).get_by_role("alert")).to_be_visible()
        box.press(key)
        if taken == "mine":
            expect(row(ben, 1).locator(".state")).to_have_text(SAVED)
            expect(target(ana, 1)).to_have_text(mine)
        elif taken == "theirs":
            expect(target(ben, 1)).to_have_text(theirs)
            ben.get_by_role("button", name="Put mine back").click()
            expect(row(ben, 1).locator("textarea")).to_have_value(mine)
            expect(target(ana, 1)).to_have_text(mine)
        else:
            choice = row(ben, 1).locator(".choice").first
            expect(choice.get_by_role("radio").first).to_be_focused()  # nothing is taken before it is chosen
            expect(box).to_have_value(mine)
            for group in row(ben, 1).locator(".choice").all():
                group.get_by_role("radio").last.check()
            ben.keyboard.press("Alt+Digit8")
            expect(row(ben, 1).locator(".state")).to_have_text(SAVED)
            expect(target(ana, 1)).to_have_text(re.compile("El lobo viejo duerme aquí"))
        row(ben, 1).locator("textarea").press("Escape")
        expect(row(ben, 1).locator("textarea")).to_have_count(0)


def test_a_save_whose_answer_was_lost_is_no_conflict_with_oneself(desk, open_page):
    page = ready(open_page(desk, expect_errors=True))
    box = edit(page, 1)

    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/segments/1", lose, times=1)
    box.fill("Uno.")
    expect(row(page, 1).locator(".state")).to_contain_text("Kept in this browser")
    box.fill("Uno y dos.")
    expect(row(page, 1).locator(".state")).to_have_text(SAVED)
    expect(row(page, 1).locator("[data-conflict], .elsewhere")).to_have_count(0)
    expect(row(page, 1)).to_have_attribute("data-version", "3")


def test_who_is_here_is_seen_at_the_head_and_at_the_sentence_and_goes(desk, open_page):
    ana, ben = ready(open_page(desk)), ready(open_page(desk))
    here = ben.locator("#presence")
    expect(here).to_have_text("somebody")
    name(ana, "Ana")
    expect(here).to_have_text("Ana")
    edit(ana, 2)
    expect(row(ben, 2).locator(".here")).to_have_attribute("title", "Ana has this sentence open")
    expect(here.get_by_role("link", name="Ana")).to_have_attribute("href", "#segment-2")
    assert violations(ben) == []
    expect(ana.locator(".here")).to_have_count(0)
    ana.keyboard.press("Escape")
    expect(row(ben, 2).locator(".here")).to_have_count(0)
    ana.goto("about:blank")
    expect(here).to_have_text("")


def test_what_stands_beside_is_of_the_sentence_that_has_the_focus_when_two_are_open(desk, open_page):
    ana, ben = ready(open_page(desk, expect_errors=True)), ready(open_page(desk))
    box = edit(ana, 1)
    save(ben, 1, "De Ben.")
    box.fill("De Ana.")
    expect(row(ana, 1).locator("[data-conflict]")).to_be_visible()  # it stays open until somebody chooses
    edit(ana, 2)
    expect(ana.locator("#comments")).to_contain_text("Sentence 2")
    box.click()
    expect(ana.locator("#comments")).to_contain_text("Sentence 1")
    expect(ana.locator("#checks")).to_contain_text("Sentence 1")
    expect(ana.locator("#history")).to_contain_text("History of sentence 1")
    ana.keyboard.press("Alt+KeyC")
    ana.keyboard.type("Which one?")
    ana.keyboard.press("Control+Enter")
    expect(row(ana, 1)).to_have_attribute("data-comments", "1")
