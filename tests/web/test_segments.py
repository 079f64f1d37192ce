from __future__ import annotations

import re

import pytest

from tests.factories import make_translated
from tests.web.conftest import HTMX


def test_a_correction_redirects_to_its_sentence_and_stays(visitor, desk, text_of):
    answer = visitor.send(f"{desk}/segments/2", {"text": "El perro corre.", "version": "1"})
    assert (answer.status_code, answer.location) == (303, f"{desk}#segment-2")
    assert text_of(desk, 2) == "El perro corre."


def test_htmx_gets_the_row_its_repeats_and_the_question_for_a_name(app, visitor):
    with app.app_context():
        article_id = make_translated(app, "It is late.\n\nThe cat sleeps.\n\nIt is late.")
    path = f"/articles/{article_id}/es/segments/1"
    answer = visitor.send(path, {"text": "Es tarde ya.", "version": "1"}, headers=HTMX)
    assert answer.status_code == 200
    row = r'data-segment="(\d)" data-state="(\w+)" data-version="(\d)".*?(hx-swap-oob="true")?>'
    rows = re.findall(row, answer.text)
    assert rows == [("1", "edited", "2", ""), ("3", "edited", "2", 'hx-swap-oob="true"')]
    assert answer.text.count("Es tarde ya.") == 2
    assert "Whose correction is this?" in answer.text
    assert "<html" not in answer.text


def test_accepting_accepts(visitor, desk):
    row = visitor.get(f"{desk}/segments/1", headers=HTMX).text
    text = re.search(r'data-side="target"[^>]*>(.*?)</p>', row)[1]
    visitor.send(f"{desk}/segments/1", {"text": text, "version": "1", "accept": "1"})
    assert 'data-segment="1" data-state="accepted"' in visitor.get(desk).text


def test_a_stale_edit_is_a_409_with_both_texts(visitor, other, desk, text_of):
    other.send("/reviewer", {"name": "Ana"})
    other.send(f"{desk}/segments/1", {"text": "De <b>Ana</b>.", "version": "1"})
    for headers in ({}, HTMX):
        answer = visitor.send(f"{desk}/segments/1", {"text": "Mío.", "version": "1"}, headers=headers)
        assert answer.status_code == 409
        assert "Ana saved this sentence while you were typing." in answer.text
        theirs = re.search(r"<dd[^>]* data-theirs [^>]*>(.*?)</dd>", answer.text)[1]
        assert re.sub("</?ins>", "", theirs) == "De &lt;b&gt;Ana&lt;/b&gt;."
        assert 'data-version="2"' in answer.text
    assert text_of(desk, 1) == "De &lt;b&gt;Ana&lt;/b&gt;."


def test_the_conflict_page_s_own_form_keeps_mine(visitor, other, desk, text_of):
    other.send(f"{desk}/segments/1", {"text": "De otra.", "version": "1"})
    page = visitor.send(f"{desk}/segments/1", {"text": "Mío.", "version": "1"}).text
    assert re.search(r"<textarea[^>]*>Mío\.</textarea>", page)
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    assert visitor.send(f"{desk}/segments/1", {"text": "Mío.", "version": version}).status_code == 303
    assert text_of(desk, 1) == "Mío."


def test_a_stale_edit_offers_a_merge_which_one_button_stores(visitor, other, desk, text_of):
    visitor.send(f"{desk}/segments/1", {"text": "El gato viejo duerme en casa.", "version": "1"})
    other.send(f"{desk}/segments/1", {"text": "El perro viejo duerme en casa.", "version": "2"})
    other.send(f"{desk}/segments/1", {"text": "El perro viejo duerme ya en casa.", "version": "3"})
    page = visitor.send(f"{desk}/segments/1", {"text": "El gato viejo duerme en su casa.", "version": "2"}).text
    assert "<del>gato</del>" in page
    assert [change.strip() for change in re.findall("<ins data-piece>(.*?)</ins>", page)] == ["perro", "ya", "su"]
    merged = re.search(r'name="merge" value="([^"]*)"', page)[1]
    assert merged == "El perro viejo duerme ya en su casa."
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    answer = visitor.send(f"{desk}/segments/1", {"text": "El gato…", "merge": merged, "version": version})
    assert answer.status_code == 303
    assert text_of(desk, 1) == merged


def test_words_that_both_changed_are_a_choice(visitor, other, desk):
    visitor.send(f"{desk}/segments/1", {"text": "El gato gris duerme.", "version": "1"})
    other.send(f"{desk}/segments/1", {"text": "El <i> gris duerme.", "version": "2"})
    notice = visitor.send(f"{desk}/segments/1", {"text": "El lobo gris duerme.", "version": "2"}, headers=HTMX).text
    assert re.findall(r'<input type="radio" name="choice-\d" value="([^"]*)"', notice) == ["&lt;i&gt;", "lobo"]
    assert "<del>gato</del>" in notice  # how it was


def test_who_changed_nothing_is_told_so(visitor, other, desk):
    visitor.send(f"{desk}/segments/1", {"text": "El gato gris duerme.", "version": "1"})
    other.send(f"{desk}/segments/1", {"text": "El perro duerme.", "version": "2"})
    notice = visitor.send(f"{desk}/segments/1", {"text": "El gato gris duerme.", "version": "2"}, headers=HTMX)
    assert notice.status_code == 409
    assert "You have not changed it." in notice.text
    assert "data-merge" not in notice.text


def test_the_model_s_text_never_makes_an_edit_stale(visitor, desk, text_of):
    """A sentence can be opened while it waits for the model (version 0) and saved after the model's text came."""
    assert visitor.send(f"{desk}/segments/1", {"text": "Mío.", "version": "0"}).status_code == 303
    assert text_of(desk, 1) == "Mío."


@pytest.mark.parametrize(("text", "words"), [("", "cannot be empty"), (" \r\n ", "cannot be empty"), ("a\0b", "NUL")])
def test_a_text_that_cannot_be_stored_is_a_422_and_comes_back(visitor, desk, text, words):
    page = visitor.send(f"{desk}/segments/1", {"text": text, "version": "1"})
    assert page.status_code == 422
    assert words in page.text
    assert "<textarea" in page.text
    notice = visitor.send(f"{desk}/segments/1", {"text": text, "version": "1"}, headers=HTMX)
    assert notice.status_code == 422
    assert words in notice.text
    assert "<textarea" not in notice.text


@pytest.mark.parametrize("version", ["", "one", "-1", "99999999999999999999"])
def test_a_version_that_makes_no_sense_is_a_conflict_not_a_crash(visitor, other, desk, version):
    other.send(f"{desk}/segments/1", {"text": "De otra.", "version": "1"})
    assert visitor.send(f"{desk}/segments/1", {"text": "Mío.", "version": version}).status_code == 409


def test_the_address_of_a_sentence_leads_to_the_desk(visitor, desk):
    assert visitor.get(f"{desk}/segments/2").location == f"{desk}#segment-2"
    assert visitor.get(f"{desk}/segments/2?edit=1").location == f"{desk}?edit=2#segment-2"


def test_an_open_sentence_comes_as_a_fragment_or_in_the_page(visitor, desk):
    fragment = visitor.get(f"{desk}/segments/2?edit=1", headers=HTMX)
    assert '<textarea id="editor-2" name="text"' in fragment.text
    assert "HX-Request" in fragment.headers["Vary"]
    page = visitor.get(f"{desk}?edit=2").text
    assert page.count("<textarea") == 1
    assert fragment.text.split("csrf_token")[0].strip() in page


@pytest.mark.parametrize("path", ["segments/4", "segments/0", "segments/4/history"])
def test_a_sentence_that_is_not_there_is_a_404(visitor, desk, path):
    assert visitor.get(f"{desk}/{path}", headers=HTMX).status_code == 404


def test_the_history_names_people_and_marks_changes(visitor, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    visitor.send(f"{desk}/segments/1", {"text": "El gato <i>duerme</i>.", "version": "1"})
    for headers, whole in (({}, True), (HTMX, False)):
        text = visitor.get(f"{desk}/segments/1/history", headers=headers).text
        assert ("<html" in text) is whole
        assert "Ana" in text
        assert "The model" in text
        assert "<i>" not in text
        assert "<ins>" in text


def test_a_reviewer_is_made_once_and_keeps_the_name(visitor, desk):
    visitor.send(f"{desk}/segments/1", {"text": "Uno.", "version": "1"})
    assert "edited by Reviewer 1" in visitor.get(desk).text
    visitor.send("/reviewer", {"name": " Ana  María "})
    visitor.send(f"{desk}/segments/2", {"text": "Dos.", "version": "1"})
    page = visitor.get(desk).text
    assert page.count("edited by Ana María") >= 2
    assert "Reviewer 1" not in page


@pytest.mark.parametrize(("name", "status"), [("", 422), ("x" * 81, 422), ("Ana", 200)])
def test_a_name_is_checked_and_the_form_kept(visitor, desk, name, status):
    visitor.send(f"{desk}/segments/1", {"text": "Uno.", "version": "1"})
    answer = visitor.send("/reviewer", {"name": name}, headers=HTMX)
    assert answer.status_code == status
    assert ("A name has between" in answer.text) is (status == 422)


def test_later_is_an_answer(visitor, desk):
    visitor.send(f"{desk}/segments/1", {"text": "Uno.", "version": "1"})
    assert "Whose correction" in visitor.get(desk).text
    visitor.send("/reviewer", {"later": "1", "name": ""})
    assert "Whose correction" not in visitor.get(desk).text


@pytest.mark.parametrize("away", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_naming_never_leads_away(visitor, away):
    assert visitor.send("/reviewer", {"name": "Ana", "next": away}).location == "/"
