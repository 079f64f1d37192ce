from __future__ import annotations

import html
import re

import pytest

from tests.checks_given import give
from tests.factories import make_paired
from tests.web.conftest import HTMX
from workbench.services.segments import view_row

TEXT = "Then 7 came. They took 3 <b>cats</b>.\n\nThe cat sleeps.\n\nIt is late."
SAID = {
    "Then 7 came.": "Vinieron  8.",
    "They took 3 <b>cats</b>.": "Se llevaron  <b>los gatos</b>.",
    "The cat sleeps.": "EL GATO.",
    "It is late.": "Es tarde.",
}


@pytest.fixture
def desk(app, monkeypatch):
    give(monkeypatch)
    with app.app_context():
        return f"/articles/{make_paired(TEXT, SAID.get)}/es"


def row_of(page, position):
    found = re.search(rf'<div class="row[^>]*data-segment="{position}".*?\n</div>', page, re.DOTALL)
    assert found
    return found[0]


def form_of(page, action):
    """Return the values of the first form that posts there."""
    form = re.search(rf'<form[^>]*action="[^"]*{action}".*?</form>', page, re.DOTALL)
    assert form, action
    return {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form[0])}


def test_a_row_says_what_was_found_worst_first_and_marks_it(visitor, desk):
    page = visitor.get(desk).text
    first = row_of(page, 1)
    assert 'data-problem="blocking" data-checks="digits spaces" data-found="2"' in first
    assert re.findall(r"<li[^>]*><b>(\w+)</b> ([^<]*)</li>", first) == [
        ("Blocking", "7 is missing"),
        ("Warning", "Two spaces"),
    ]
    assert 'Then <mark data-severity="blocking">7</mark> came.</p>' in first
    assert '<mark data-severity="warning">Vinieron  8.</mark></p>' in first
    assert "machine translation, blocking" in first
    assert "data-problem" not in row_of(page, 4)
    assert "<ul" not in row_of(page, 4)


def test_strangers_words_stay_words_inside_and_outside_of_marks(visitor, desk):
    second = row_of(visitor.get(desk).text, 2)
    assert 'They took <mark data-severity="blocking">3</mark> &lt;b&gt;cats&lt;/b&gt;.</p>' in second
    assert '<mark data-severity="warning">llevaron  &lt;b&gt;los</mark> gatos&lt;/b&gt;.</p>' in second


def test_the_head_counts_sentences_and_leads_to_the_first(visitor, desk):
    page = visitor.get(desk).text
    assert re.search(r'<a href="#segment-1" data-count="blocking">2 blocking</a>', page)
    assert re.search(r'data-count="warning" hidden>', page)
    assert "2 sentences should not be published as they are" in page


def test_the_panel_comes_with_the_open_sentence_and_with_a_save(app, visitor, desk):
    page = visitor.get(f"{desk}?edit=1").text
    panel = re.search(r'<section class="panel checks" id="checks".*?</section>', page, re.DOTALL)[0]
    assert "7 is missing." in panel
    assert page.count("7 is missing.") == 2  # for the script, too
    saved = visitor.send(f"{desk}/segments/1", {"text": "Vinieron 7.", "version": "1"}, headers=HTMX).text
    template = re.search(r"<template data-checks-panel>.*?</template>", saved, re.DOTALL)[0]
    assert "Nothing was found in this sentence." in template


def test_a_fix_without_scripts_is_a_form_that_saves_it(app, visitor, desk):
    page = visitor.get(f"{desk}/segments/1/checks").text
    assert "<html" in page
    values = form_of(page, "/segments/1")
    assert values["text"] == "Vinieron  7."
    assert visitor.send(f"{desk}/segments/1", values).status_code == 303
    with app.app_context():
        assert view_row(1, "es", 1).target == "Vinieron  7."


def test_dismissed_without_scripts_and_brought_back(visitor, desk):
    page = visitor.get(f"{desk}/segments/1/checks").text
    values = form_of(page, "/checks/dismiss") | {"reason": "they <say> so"}
    answer = visitor.send(f"{desk}/segments/1/checks/dismiss", values)
    assert (answer.status_code, answer.location) == (303, f"{desk}/segments/1/checks")
    page = visitor.get(answer.location).text
    assert "1 dismissed" in page
    assert "<q>they &lt;say&gt; so</q>" in page
    assert "Reviewer 1" in page
    assert 'data-checks="spaces"' in row_of(visitor.get(desk).text, 1)
    answer = visitor.send(f"{desk}/segments/1/checks/restore", form_of(page, "/checks/restore"))
    assert answer.status_code == 303
    assert "dismissed" not in visitor.get(answer.location).text.replace("dismissed it", "")


def test_a_reason_that_is_missing_is_asked_for_in_place_and_what_was_typed_kept(visitor, desk):
    page = visitor.get(f"{desk}/segments/1/checks").text
    values = form_of(page, "/checks/dismiss") | {"reason": 'a"'}
    for headers in ({}, HTMX):
        answer = visitor.send(f"{desk}/segments/1/checks/dismiss", values, headers=headers)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert '<details class="dismiss" open>' in answer.text
        assert 'value="a&#34;"' in answer.text
        assert ("<html" in answer.text) == (not headers)


def test_with_scripts_the_row_and_the_panel_come_back(visitor, desk):
    page = visitor.get(f"{desk}/segments/2/checks", headers=HTMX).text
    assert "<html" not in page
    values = form_of(page, "/checks/dismiss") | {"reason": "all of them"}
    answer = visitor.send(f"{desk}/segments/2/checks/dismiss", values, headers=HTMX)
    assert answer.status_code == 200
    assert 'data-checks="spaces"' in row_of(answer.text, 2)
    assert 'hx-swap-oob="true"' in row_of(answer.text, 2)
    assert "1 dismissed" in answer.text
    assert 'id="name-prompt"' in answer.text or "name-prompt" in answer.text


def test_what_was_changed_meanwhile_is_409_with_what_is_found_now(visitor, desk):
    page = visitor.get(f"{desk}/segments/1/checks").text
    values = form_of(page, "/checks/dismiss") | {"reason": "all of them"}
    visitor.send(f"{desk}/segments/1", {"text": "Vinieron.", "version": "1"})
    answer = visitor.send(f"{desk}/segments/1/checks/dismiss", values, headers=HTMX)
    assert answer.status_code == 409
    assert "Somebody has changed the sentence" in answer.text
    assert "7 is missing." in answer.text


@pytest.mark.parametrize("path", ["/segments/99/checks", "/segments/1/checks?key=1-00000000"])
def test_a_sentence_that_is_not_there(visitor, desk, path):
    assert visitor.get(desk + path).status_code in (404, 410)


@pytest.mark.parametrize("value", ["", "x", "\0", "💥" * 1000])
def test_nonsense_dismisses_nothing(visitor, desk, value):
    values = {"finding": value, "digest": value, "key": value, "reason": value}
    assert visitor.send(f"{desk}/segments/1/checks/dismiss", values).status_code in (409, 410)
    assert visitor.send(f"{desk}/segments/1/checks/restore", values).status_code in (409, 410)


def test_three_at_most_stand_in_a_row(app, visitor, monkeypatch):
    give(monkeypatch)
    with app.app_context():
        article_id = make_paired("1 and 2 and 3 and 4 and 5 came. One  came.", lambda _: "UNO  DOS  TRES  .")
    page = visitor.get(f"/articles/{article_id}/es").text
    assert re.findall(r"<li[^>]*>(?:<b>\w+</b>)?\s*([^<]*)</li>", row_of(page, 1)) == [
        "1 is missing",
        "2 is missing",
        "3 is missing",
        "5 more",
    ]
    assert 'Two spaces <span class="quiet">× 2</span></li>' in row_of(page, 2)
