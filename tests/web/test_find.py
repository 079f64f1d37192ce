"""Finding, filtering and replacing with links and forms alone, and as fragments."""

from __future__ import annotations

import re

import pytest

from tests.factories import long_text, make_paired
from tests.web.conftest import HTMX
from workbench.web.preview import MOST_CHARACTERS, MOST_DRAWN

TARGETS = {
    "The cat sleeps.": "El gato duerme.",
    "The <b>dog</b> runs 🙂 after the cat.": "El perro <b>corre</b> 🙂 tras el gato.",
    "It is late.": "Es tarde.",
}


@pytest.fixture
def desk(app):
    with app.app_context():
        article_id = make_paired("\n\n".join(TARGETS), TARGETS.__getitem__)
    return f"/articles/{article_id}/es"


def shown(page: str) -> list[int]:
    rows = re.findall(r'<div class="row[^>]*data-segment="(\d+)"[^>]*>', page)
    hidden = re.findall(r'<div class="row[^>]*data-segment="(\d+)"[^>]* hidden>', page)
    return [int(row) for row in rows if row not in hidden]


@pytest.mark.parametrize(
    ("query", "positions", "words"),
    [
        ("", [1, 2, 3], None),
        ("?show=machine", [2, 3], "Showing 2 of 3"),
        ("?show=edited", [1], "Showing 1 of 3"),
        ("?show=edited,machine", [1, 2, 3], "Showing 3 of 3"),
        ("?show=edited&show=accepted", [1], "Showing 1 of 3"),
        ("?show=accepted", [], "No sentence matches."),
        ("?q=GATO", [1, 2, 3], "2 hits in 2 sentences"),
        ("?q=gato&only=1", [1, 2], "Showing 2 of 3"),
        ("?q=gato&show=machine", [2, 3], "1 hit in 1 sentence"),
        ("?q=late&in=source&only=1", [3], "1 hit in 1 sentence"),
        ("?q=duermé&accents=1", [1, 2, 3], "1 hit in 1 sentence"),
        ("?q=nothing&only=1", [], "Nothing found"),
        ("?show=nonsense&check=%00&in=x&q=", [1, 2, 3], None),
    ],
)
def test_the_address_says_what_is_shown(visitor, desk, query, positions, words):
    visitor.send(f"{desk}/segments/1", {"text": "El gato duerme ya.", "version": "1"})
    answer = visitor.get(desk + query)
    assert answer.status_code == 200
    assert shown(answer.text) == positions
    if words:
        assert words in " ".join(answer.text.split())


def test_hits_are_marked_and_texts_stay_escaped(visitor, desk):
    page = visitor.get(f"{desk}?q=gato").text
    assert 'El <mark class="hit">gato</mark> duerme.' in page
    assert 'El perro &lt;b&gt;corre&lt;/b&gt; 🙂 tras el <mark class="hit">gato</mark>.' in page
    assert "<b>corre</b>" not in page
    inside = visitor.get(f"{desk}?q=%3Cb%3E").text
    assert '<mark class="hit">&lt;b&gt;</mark>corre' in inside


def test_hits_are_marked_where_a_check_marks_too(app, visitor):
    with app.app_context():
        article_id = make_paired("It is late now.", lambda _: "Es tarde tarde ya.")
    page = visitor.get(f"/articles/{article_id}/es?q=de").text
    assert 'data-problem="warning"' in page
    target = re.search(r'data-side="target"[^>]*>(.*?)</p>', page)[1]
    assert re.search(r'<mark data-severity="\w+">[^/]*<mark class="hit">de</mark></mark>', target)
    assert target.count('<mark class="hit">de</mark>') == 2


def test_scripts_get_the_places_in_utf16(visitor, desk):
    page = visitor.get(f"{desk}/find?q=tras", headers=HTMX).text
    assert 'data-hits="2:target:25-29"' in page  # one more than in characters: the emoji is two units


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?q=(&regex=1", "This is no regular expression"),
        ("?q=(a%7Caa)%2B%24&regex=1", "This pattern takes too long."),
        ("?q=((a{1000}){1000}){1000}&regex=1", "The pattern repeats too much."),
        (f"?q={'x' * 501}", "500 characters"),
    ],
)
@pytest.mark.parametrize("path", ["", "/find", "/replace"])
def test_a_pattern_that_cannot_be_used_is_a_422_with_its_reason(app, visitor, path, query, words):
    with app.app_context():
        article_id = make_paired("One.", lambda _: "a" * 200 + "!")
    answer = visitor.get(f"/articles/{article_id}/es{path}{query}", headers=HTMX if path else {})
    assert answer.status_code == 422
    assert words in answer.text


def tick(page: str) -> list[str]:
    return re.findall(r'name="sentence" value="([^"]+)" checked', page)


def test_replacing_needs_no_script_and_is_undone_by_a_form(visitor, desk, text_of):
    preview = visitor.get(f"{desk}/replace?q=gato&with=felino&case=1")
    assert preview.status_code == 200
    assert "<del>gato</del><ins>felino</ins>" in preview.text
    assert "2 sentences change." in preview.text
    sentences = tick(preview.text)
    assert len(sentences) == 2
    answer = visitor.send(f"{desk}/replace", {"q": "gato", "with": "felino", "case": "1", "sentence": sentences})
    assert (answer.status_code, answer.location) == (303, f"{desk}?q=gato&case=1&with=felino")
    assert text_of(desk, 1) == "El felino duerme."
    page = visitor.get(desk).text  # text_of took the message
    assert "El felino duerme." in page
    history = visitor.get(f"{desk}/segments/1/history").text
    assert "felino" in history


def test_a_large_preview_is_drawn_in_part_and_replaced_as_a_whole(app, visitor, text_of):
    with app.app_context():
        article_id = make_paired(long_text(MOST_DRAWN + 30), lambda text: f"Aquí {text.split()[1]}.")
    desk = f"/articles/{article_id}/es"
    page = visitor.get(f"{desk}/replace?q=Aquí&with=Ahí").text
    assert page.count("<del>") == MOST_DRAWN
    assert f"{MOST_DRAWN + 30} sentences change." in page
    assert "30 more sentences that are not shown here change too." in page
    boxes = tick(page)
    assert len(boxes) == MOST_DRAWN + 1
    visitor.send(f"{desk}/replace", {"q": "Aquí", "with": "Ahí", "sentence": boxes[1:]})
    assert [text_of(desk, position)[:4].strip() for position in (1, 2, MOST_DRAWN + 1, MOST_DRAWN + 30)] == [
        "Aquí",
        "Ahí",
        "Ahí",
        "Ahí",
    ]


def test_a_preview_of_long_sentences_draws_fewer(app, visitor):
    with app.app_context():
        article_id = make_paired(long_text(40), lambda text: "gato " * 1_000 + text.split()[1])
    page = visitor.get(f"/articles/{article_id}/es/replace?q=gato&with=felino").text
    assert len(page) < 5 * MOST_CHARACTERS
    assert "40 sentences change." in page
    assert re.search(r"\d+ more sentences that are not shown here change too\.", page)


def test_the_message_offers_the_way_back_and_forth(visitor, desk, text_of):
    sentences = tick(visitor.get(f"{desk}/replace?q=gato&with=felino").text)
    answer = visitor.send(
        f"{desk}/replace", {"q": "gato", "with": "felino", "sentence": sentences}, follow_redirects=True
    )
    assert "2 replaced in 2 sentences." in answer.text
    undo = re.search(r'action="([^"]+/replace/\d+/undo[^"]*)"', answer.text)[1].replace("&amp;", "&")
    back = visitor.send(undo, follow_redirects=True)
    assert "2 sentences are as they were." in back.text
    assert text_of(desk, 1) == "El gato duerme."
    redo = re.search(r'action="([^"]+/replace/\d+/undo[^"]*)"', back.text)[1].replace("&amp;", "&")
    assert "Replaced again in 2 sentences." in visitor.send(redo, follow_redirects=True).text
    assert text_of(desk, 1) == "El felino duerme."


def test_a_fragment_has_the_rows_the_message_and_the_counts(visitor, desk):
    preview = visitor.get(f"{desk}/replace?q=gato&with=felino", headers=HTMX).text
    assert "<html" not in preview
    values = {"q": "gato", "with": "felino", "sentence": tick(preview)}
    answer = visitor.send(f"{desk}/replace", values, headers=HTMX)
    assert re.findall(r'data-segment="(\d)"[^>]*hx-swap-oob="true"', answer.text) == ["1", "2"]
    assert "2 replaced in 2 sentences." in answer.text
    assert "0 accepted · 2 edited · 1 to go" in answer.text


def test_what_somebody_changed_meanwhile_is_named(visitor, other, desk):
    sentences = tick(visitor.get(f"{desk}/replace?q=gato&with=felino").text)
    other.send(f"{desk}/segments/1", {"text": "Otro gato.", "version": "1"})
    answer = visitor.send(
        f"{desk}/replace", {"q": "gato", "with": "felino", "sentence": sentences}, follow_redirects=True
    )
    assert "1 replaced in 1 sentence. Left as they are: 1 (somebody changed it meanwhile)." in answer.text


@pytest.mark.parametrize(
    "sentence", ["", "x", "1", "1.1", "1.1.x", "-1.1.1-00000000", "1.1." + "9" * 200, "1.٣.1-00000000"]
)
def test_a_box_that_makes_no_sense_replaces_nothing(visitor, desk, sentence, text_of):
    answer = visitor.send(
        f"{desk}/replace", {"q": "gato", "with": "felino", "sentence": sentence}, follow_redirects=True
    )
    assert answer.status_code == 200
    assert "Nothing was replaced." in answer.text
    assert text_of(desk, 1) == "El gato duerme."


def test_nothing_to_search_for_is_said(visitor, desk):
    assert visitor.get(f"{desk}/replace").status_code == 422
    assert visitor.send(f"{desk}/replace", {"q": ""}).status_code == 422
    assert visitor.get(f"{desk}/find", headers=HTMX).status_code == 200
    assert visitor.get(f"{desk}/find?q=gato").location.endswith("?q=gato")
    assert (
        visitor.send(f"{desk}/replace", {"q": "gato", "with": "a\0", "sentence": "1.1.1-0a0a0a0a"}).status_code == 422
    )


def test_a_long_replacement_is_a_422_in_the_preview(visitor, desk):
    answer = visitor.get(f"{desk}/replace?q=g&with={'x' * 2001}")
    assert answer.status_code == 422
    assert "2000 characters" in answer.text


@pytest.mark.parametrize("path", ["/find?q=a", "/replace?q=a"])
def test_a_translation_that_is_not_there_is_a_404(visitor, path):
    assert visitor.get("/articles/99/es" + path, headers=HTMX).status_code == 404
    assert visitor.send("/articles/99/es/replace", {"q": "a"}).status_code == 404
    assert visitor.send("/articles/99/es/replace/1/undo").status_code == 404
