from __future__ import annotations

import re
from io import BytesIO

import pytest

from tests.factories import make_translated
from tests.formats.test_tmx import OKAPI, OMEGAT
from tests.web.conftest import HTMX


def add(visitor, source="The cat sleeps.", target="El gato duerme.", **values):
    return visitor.send(
        "/memory", {"source_language": "en", "target_language": "es", "source": source, "target": target, **values}
    )


def ids(page):
    return re.findall(r'href="/memory/(\d+)["?]', page)


def accept(visitor, desk, position, text):
    page = visitor.get(f"{desk}?edit={position}").text
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    answer = visitor.send(f"{desk}/segments/{position}", {"text": text, "version": version, "accept": "1"})
    assert answer.status_code == 303


def test_an_empty_memory_says_what_it_is_for(visitor):
    page = visitor.get("/memory").text
    assert "The memory is empty" in page
    assert 'aria-current="page">Memory' in page


def test_entries_are_added_found_corrected_removed_and_brought_back(visitor):
    assert add(visitor).status_code == 303
    add(visitor, "Straße gesperrt.", "Calle CORTADA.", source_language="de")
    page = visitor.get("/memory").text
    assert "2 entries" in page
    assert "Straße" in visitor.get("/memory?q=STRASSE").text
    assert ids(visitor.get("/memory?q=cortada+gesperrt").text) == ids(visitor.get("/memory?pair=de>es").text) == ["2"]
    assert "No entry has “nothing”" in visitor.get("/memory?q=nothing", headers=HTMX).text
    assert "<html" not in visitor.get("/memory", headers=HTMX).text

    changed = {"source": "The cat sleeps.", "target": "Duerme el gato.", "version": "1", "note": "x"}
    assert visitor.send("/memory/1", changed).status_code == 303
    assert "Duerme el gato." in visitor.get("/memory").text
    stale = visitor.send("/memory/1", changed | {"target": "Otro."})
    assert stale.status_code == 422
    assert "Somebody else changed it meanwhile" in stale.text
    assert ">Otro.</textarea>" in stale.text

    assert visitor.send("/memory/1/remove").status_code == 303
    page = visitor.get("/memory").text
    assert ids(page) == ["2"]
    assert 'action="/memory/1/restore"' in page
    assert visitor.get("/memory/1").status_code == 404
    visitor.send("/memory/1/restore")
    assert "Duerme el gato." in visitor.get("/memory").text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"source": " "}, "source"),
        ({"target": ""}, "target"),
        ({"source_language": "!!"}, "source_language"),
        ({"target_language": "en"}, "target_language"),
    ],
)
def test_a_form_that_cannot_be_stored_says_where_and_keeps_what_was_typed(visitor, values, field):
    answer = add(visitor, **({"source": "Kept.", "target": "Guardado."} | values))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert ("Kept." in answer.text) == ("source" not in values)


def test_a_tmx_file_is_imported_and_exported(visitor):
    answer = visitor.send("/memory/import", {"file": (BytesIO(OKAPI.encode()), "a.tmx")})
    assert answer.status_code == 303
    page = visitor.get("/memory").text
    assert "4 added, 0 changed, 0 as before, 2 left out." in page
    exported = visitor.get("/memory/export?pair=en>es")
    assert exported.headers["Content-Disposition"] == "attachment; filename=memory.en-es.tmx"
    assert exported.data.count(b"<tu ") == 3
    again = visitor.send("/memory/import", {"file": (BytesIO(exported.data), "a.tmx")})
    assert again.status_code == 303
    assert "0 added, 0 changed, 3 as before" in visitor.get("/memory").text
    exported.close()


@pytest.mark.parametrize("data", [b"", b"<html/>", OMEGAT.encode()[:-20]])
def test_a_file_that_cannot_be_imported_is_said_so_and_changes_nothing(visitor, data):
    answer = visitor.send("/memory/import", {"file": (BytesIO(data), "a.tmx")})
    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text
    assert "The memory is empty" in visitor.get("/memory").text


def test_an_export_of_nothing_is_an_error(visitor):
    assert visitor.get("/memory/export?pair=en>es").status_code == 422
    assert visitor.get("/memory/export").status_code == 422


def test_similar_sentences_are_shown_with_what_differs_but_not_the_sentence_s_own(visitor, desk):
    assert "Nothing similar was accepted yet." in visitor.get(f"{desk}/segments/1/matches", headers=HTMX).text
    add(visitor, "The black cat sleeps.", "El gato negro duerme.")
    accept(visitor, desk, 1, "El gato duerme.")
    fragment = visitor.get(f"{desk}/segments/1/matches", headers=HTMX).text
    assert "<html" not in fragment
    assert "83 %" in fragment
    assert re.search("<del>\\s*black\\s*</del>", fragment)
    assert "El gato negro duerme." in fragment
    assert "El gato duerme." not in fragment
    page = visitor.get(f"{desk}/segments/1/matches").text
    assert "<html" in page
    visitor.send("/memory/1/remove")
    assert "Nothing similar" in visitor.get(f"{desk}/segments/1/matches", headers=HTMX).text
    assert visitor.get(f"{desk}/segments/99/matches").status_code == 404
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    visitor.send(f"{desk}/segments/1", {"text": "El gato negro duerme.", "version": version})
    assert "El gato negro duerme." in visitor.get(desk).text
    fragment = visitor.get(f"{desk}/segments/1/matches", headers=HTMX).text
    assert "100 %" in fragment  # what was accepted before stands there no more, so it is offered


def test_matches_are_for_the_sentence_that_the_page_shows(visitor, desk):
    add(visitor, "The black cat sleeps.", "El gato negro duerme.")
    key = re.search(r'data-segment="1"[^>]*data-key="([^"]+)"', visitor.get(desk).text)[1]
    page = visitor.get(f"{desk}/segments/1/matches?key={key}").text
    assert f'name="key" value="{key}"' in page
    for headers in ({}, HTMX):
        answer = visitor.get(f"{desk}/segments/1/matches?key=999-00000000", headers=headers)
        assert answer.status_code == 410
        assert "has another sentence at this place" in answer.text
        assert "El gato negro" not in answer.text


def test_long_and_right_to_left_texts_stay_what_they_are(visitor):
    add(visitor, "W" * 5_000, "שלום עולם", target_language="he")
    page = visitor.get("/memory").text
    assert 'lang="he" dir="rtl">שלום עולם' in page
    assert "W" * 700 not in page
    assert "W" * 5_000 in visitor.get("/memory/1").text


def test_a_sentence_from_the_memory_says_so(visitor, app):
    add(visitor, "The cat sleeps.", "El gato se durmió.")
    with app.app_context():
        desk = f"/articles/{make_translated(app)}/es"
    page = visitor.get(desk).text
    assert 'aria-label="Sentence 1, from the memory, 100 %"' in page
    assert 'aria-label="Sentence 2, machine translation"' in page
    assert "The memory" in visitor.get(f"{desk}/segments/1/history").text


def test_the_place_in_the_list_is_kept_by_everything_that_is_done_there(visitor):
    for number in range(51):
        add(visitor, f"The cat has {number} mice.", f"El gato tiene {number} ratones.")
    where = "?q=cat&pair=en>es&page=2"
    page = visitor.get(f"/memory{where}").text
    assert ids(page) == ["1"]
    part = "q=cat&amp;pair=en%3Ees&amp;page=2"
    assert f'href="/memory/1?{part}"' in page
    assert f'action="/memory/1/remove?{part}"' in page
    entry = visitor.get(f"/memory/1{where}").text
    assert f'action="/memory/1?{part}"' in entry
    assert f'href="/memory?{part}"' in entry
    url = f"/memory?{part.replace('&amp;', '&')}"
    changed = {"source": "The cat has no mice.", "target": "El gato no tiene ratones.", "version": "1"}
    assert visitor.send(f"/memory/1{where}", changed).location == url
    assert visitor.send(f"/memory/2/remove{where}").location == url
    assert f'action="/memory/2/restore?{part}"' in visitor.get("/memory").text
    assert visitor.send(f"/memory/2/restore{where}").location == url
