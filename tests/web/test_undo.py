"""Undo and redo by form and by fragment."""

import pytest

from tests.web.conftest import HTMX


@pytest.fixture
def saved(visitor, desk):
    """The path of a sentence that was corrected once."""
    visitor.send(f"{desk}/segments/2", {"text": "El perro corre ya.", "version": "1"})
    return f"{desk}/segments/2"


def test_a_form_without_scripts_undoes_and_redoes_through_the_page(visitor, desk, saved, text_of):
    page = visitor.get(f"{desk}?edit=2").text
    assert f'formaction="{saved}/undo"' in page
    assert page.count("disabled") == 1  # nothing to redo
    answer = visitor.send(f"{saved}/undo", {"text": "El perro corre ya.", "version": "2"})
    assert (answer.status_code, answer.location) == (303, f"{desk}?edit=2#segment-2")
    assert text_of(desk, 2) != "El perro corre ya."
    visitor.send(f"{saved}/redo", {"text": text_of(desk, 2), "version": "3"})
    assert text_of(desk, 2) == "El perro corre ya."


def test_what_is_typed_is_saved_before_so_that_redo_brings_it_back(visitor, desk, saved, text_of):
    visitor.send(f"{saved}/undo", {"text": "Sin guardar.", "version": "2"})
    assert text_of(desk, 2) == "El perro corre ya."
    visitor.send(f"{saved}/redo", {"version": "4"})
    assert text_of(desk, 2) == "Sin guardar."


def test_the_fragment_has_the_row_what_is_left_and_words(visitor, saved):
    answer = visitor.send(f"{saved}/undo", {"version": "2"}, headers=HTMX)
    assert answer.status_code == 200
    assert 'data-segment="2" data-state="machine" data-version="3"' in answer.text
    assert "data-steps data-redo" in answer.text
    assert "Sentence 2: undone." in answer.text
    assert "<html" not in answer.text


def test_a_stale_undo_is_a_409_and_changes_nothing(visitor, other, desk, saved, text_of):
    other.send("/reviewer", {"name": "Luis"})
    other.send(saved, {"text": "De Luis.", "version": "2"})
    for headers in ({}, HTMX):
        answer = visitor.send(f"{saved}/undo", {"version": "2"}, headers=headers)
        assert answer.status_code == 409
        assert "Luis saved this sentence meanwhile. Nothing was done." in answer.text
    assert text_of(desk, 2) == "De Luis."
    typed = visitor.send(f"{saved}/undo", {"version": "2", "text": "Mío."})
    assert typed.status_code == 409
    assert ">Mío.</textarea>" in typed.text


@pytest.mark.parametrize(("name", "words"), [("undo", "nothing to undo"), ("redo", "nothing to redo")])
def test_nothing_to_take_back_is_said(visitor, desk, name, words):
    answer = visitor.send(f"{desk}/segments/1/{name}", {"version": "1"})
    assert answer.status_code == 422
    assert words in answer.text


def test_my_last_change_is_undone_wherever_it_is(visitor, other, desk, saved, text_of):
    other.send(f"{desk}/segments/3", {"text": "De otra.", "version": "1"})
    answer = visitor.send(f"{desk}/undo", headers=HTMX)
    assert 'data-undone="2"' in answer.text
    assert visitor.send(f"{desk}/undo", headers=HTMX).status_code == 204
    assert visitor.send(f"{desk}/redo").location == f"{desk}#segment-2"
    assert text_of(desk, 2) == "El perro corre ya."
    assert text_of(desk, 3) == "De otra."


def test_who_has_changed_nothing_has_nothing_to_undo_and_becomes_nobody(visitor, desk):
    assert visitor.send(f"{desk}/undo", headers=HTMX).status_code == 204
    assert visitor.send(f"{desk}/redo").location == desk


@pytest.mark.parametrize("path", ["segments/99/undo", "segments/0/redo"])
def test_a_sentence_that_is_not_there_is_a_404(visitor, desk, path):
    assert visitor.send(f"{desk}/{path}", {"version": "1"}).status_code == 404
