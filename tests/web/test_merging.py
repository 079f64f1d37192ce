"""Merging, parting, history and what is missing: by form and by fragment."""

import re

import pytest

from tests.factories import make_paired
from tests.web.conftest import HTMX

SPANISH = {"The cat sleeps.": "El gato duerme.", "It costs 3.5 euros.": "Cuesta mucho.", "It is late.": "Es tarde."}
BOTH = "El gato duerme. Cuesta mucho."


@pytest.fixture
def desk(app) -> str:
    with app.app_context():
        return f"/articles/{make_paired('The cat sleeps. It costs 3.5 euros. It is late.', SPANISH.__getitem__)}/es"


def test_a_form_without_scripts_merges_and_parts(visitor, desk, text_of):
    page = visitor.get(f"{desk}?edit=1").text
    assert f'formaction="{desk}/segments/1/merge"' in page
    answer = visitor.send(f"{desk}/segments/1/merge", {"text": "El gato duerme.", "version": "1"})
    assert (answer.status_code, answer.location) == (303, f"{desk}?edit=1#segment-1")
    assert text_of(desk, 1) == BOTH
    assert "together with sentence 1" in visitor.get(desk).text
    # The sentence that stands in another's text is corrected there.
    assert '<textarea id="editor-1"' in visitor.get(f"{desk}?edit=2").text
    visitor.send(f"{desk}/segments/1/split", {"text": BOTH, "version": "2"})
    assert [text_of(desk, place) for place in (1, 2)] == ["El gato duerme.", "Cuesta mucho."]


def test_what_is_typed_goes_along(visitor, desk, text_of):
    visitor.send(f"{desk}/segments/1/merge", {"text": "Duerme el gato.", "version": "1"})
    assert text_of(desk, 1) == "Duerme el gato. Cuesta mucho."


def test_the_fragment_has_every_row_that_changed(visitor, desk):
    answer = visitor.send(f"{desk}/segments/1/merge", {"version": "1"}, headers=HTMX)
    assert answer.status_code == 200
    assert re.findall(r'data-segment="(\d)"[^>]*?(hx-swap-oob="true")?>', answer.text) == [
        ("1", ""),
        ("2", 'hx-swap-oob="true"'),
    ]
    assert 'data-merged="1"' in answer.text
    assert "data-steps data-undo" in answer.text


@pytest.mark.parametrize(
    ("path", "form", "status", "words"),
    [
        ("3/merge", {"version": "1"}, 422, "last sentence of its paragraph"),
        ("1/merge", {"version": "9"}, 409, "Nothing was done"),
        ("1/merge", {}, 409, "Nothing was done"),
        ("1/split", {"version": "1", "before": ""}, 422, "before and after the place"),
        ("1/split", {"version": "1", "before": "\0"}, 422, "before and after the place"),
        ("99/merge", {"version": "1"}, 404, "no sentence 99"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(visitor, desk, text_of, path, form, status, words):
    for headers in ({}, HTMX):
        answer = visitor.send(f"{desk}/segments/{path}", form, headers=headers)
        assert answer.status_code == status
        assert words in answer.text
    assert text_of(desk, 1) == "El gato duerme."


def test_a_text_for_a_sentence_that_was_merged_away_comes_back(visitor, other, desk):
    other.send(f"{desk}/segments/1/merge", {"version": "1"})
    answer = visitor.send(f"{desk}/segments/2", {"text": "Mío.", "version": "1"}, headers=HTMX)
    assert answer.status_code == 422
    assert "translated together with the one before it" in answer.text


@pytest.mark.parametrize(
    ("text", "items"), [("", ["3,5"]), ("Cuesta 3,5 euros.", []), ("Cuesta <b>3,5</b>", []), ("x" * 5000, ["3,5"])]
)
def test_what_is_missing_while_typing(visitor, desk, text, items):
    answer = visitor.send(f"{desk}/segments/2/missing", {"text": text}, headers=HTMX)
    assert answer.status_code == 200
    assert re.findall(r'data-insert-item="([^"]*)"', answer.text) == items


def revisions(page):
    return re.findall(r'name="older" value="(\d+)"', page)


def test_the_history_says_why_and_compares_any_two(visitor, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    visitor.send(f"{desk}/segments/1", {"text": "El gato ya duerme.", "version": "1"})
    visitor.send(f"{desk}/segments/1", {"text": "El gato ya duerme.", "version": "2", "accept": "1"})
    visitor.send(f"{desk}/segments/1/undo", {"version": "3"})
    path = f"{desk}/segments/1/history"
    page = visitor.get(path).text
    for words in ("Ana", "The model", "translated by the model", "corrected", "accepted", "undone", "4 changes"):
        assert words in page
    newest, *_, oldest = revisions(page)
    for query in ({"older": oldest, "newer": newest}, {"older": newest, "newer": oldest}):
        compared = visitor.get(path, query_string=query, headers=HTMX).text
        assert "<ins>ya </ins>" in compared.split("revisions")[0]
    same = visitor.get(path, query_string={"older": newest, "newer": newest}).text
    assert "Both say the same." in same
    assert visitor.get(path, query_string={"older": "999", "newer": newest}).status_code == 404
    assert visitor.get(path, query_string={"older": "x", "newer": ""}).status_code == 200


def test_an_older_version_is_restored_by_form_and_by_fragment(visitor, desk, text_of):
    visitor.send(f"{desk}/segments/1", {"text": "Uno.", "version": "1"})
    path = f"{desk}/segments/1/history"
    oldest = revisions(visitor.get(path).text)[-1]
    assert visitor.send(f"{path}/restore", {"revision": oldest, "version": "1"}).status_code == 409
    answer = visitor.send(f"{path}/restore", {"revision": oldest, "version": "2"})
    assert (answer.status_code, answer.location) == (303, f"{desk}#segment-1")
    assert text_of(desk, 1) == "El gato duerme."
    page = visitor.get(path).text
    assert "an older version restored" in page
    uno = revisions(page)[1]
    fragment = visitor.send(f"{path}/restore", {"revision": uno, "version": "3"}, headers=HTMX)
    assert 'data-state="edited"' in fragment.text
    assert text_of(desk, 1) == "Uno."
    for revision in ("999", "x", ""):
        assert visitor.send(f"{path}/restore", {"revision": revision, "version": "4"}).status_code == 404
    other_sentence = revisions(visitor.get(f"{desk}/segments/2/history").text)
    assert other_sentence == []  # one change alone: nothing to compare


def test_a_version_without_a_text_of_its_own_is_not_restored(visitor, desk):
    visitor.send(f"{desk}/segments/1/merge", {"version": "1"})
    visitor.send(f"{desk}/segments/1/split", {"version": "2"})
    path = f"{desk}/segments/2/history"
    merged = revisions(visitor.get(path).text)[1]
    assert visitor.send(f"{path}/restore", {"revision": merged, "version": "3"}).status_code == 422
