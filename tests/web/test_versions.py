"""A newer version comes in through the pages: the form that knows the address, the report, undo, and every refusal."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from tests.counting import count_sentences
from tests.factories import make_article, run_jobs
from tests.packages_builder import build_package

OLD = (
    "The government said on Monday that it would raise the price of bread in the whole country.\n\n"
    "Nobody in the capital believes that it will happen before the summer."
)
NEW = OLD.replace("Monday", "Tuesday")
ADDRESS = "https://example.org/news"


def form(**values: object) -> dict[str, object]:
    return {"text": OLD, "source": "auto", "target": "es", "url": ADDRESS, **values}


@pytest.fixture
def article(app, visitor) -> str:
    """The path of an article with an address, translated."""
    assert visitor.send("/articles", form()).location == "/articles/1/es"
    with app.app_context():
        run_jobs(app)
    return "/articles/1"


def test_a_known_address_asks_then_updates_and_costs_one_sentence(app, visitor, article):
    decoded = count_sentences(app)
    asked = visitor.send("/articles", form(text=NEW, url="HTTPS://EXAMPLE.org/news?utm_source=x#top"))
    assert asked.status_code == 422
    assert "This is a newer version of" in asked.text
    assert "on Tuesday" in asked.text
    updated = visitor.send("/articles", form(text=NEW, choice="update"))
    assert (updated.status_code, updated.location) == (303, "/articles/1/es?updated=2")
    with app.app_context():
        run_jobs(app)
    assert len(decoded) == 1
    assert "on Tuesday" in decoded[0]
    page = visitor.get(updated.location).text
    assert "1 sentence changed, 0 new, 0 dropped.</b> Everything else is as you left it." in page
    assert "/articles/1/versions/2" in page
    assert re.findall(r'data-segment="(\d)"[^>]*data-updated', page) == ["1"]


@pytest.mark.parametrize(("quality", "is_draft"), [("draft", True), ("standard", False)])
def test_an_update_begins_another_language_as_chosen(app, visitor, article, quality, is_draft):
    build_package(Path(app.instance_path) / "packages", "en", "fr")
    data = form(text=NEW, choice="update", target="fr", quality=quality)
    answer = visitor.send("/articles", data)
    assert answer.status_code == 303
    assert "/fr" in answer.location
    assert (">draft</span>" in visitor.get(answer.location).text) is is_draft


def test_a_known_address_can_become_a_new_article(visitor, article):
    assert visitor.send("/articles", form(text=NEW, choice="new")).location == "/articles/2/es"
    assert "on Monday" in visitor.get(article).text


def test_a_file_that_has_to_be_asked_about_is_kept_in_the_box(visitor, article):
    asked = visitor.send("/articles", form(text="", file=(BytesIO(NEW.encode()), "news.txt")))
    assert asked.status_code == 422
    box = re.search(r"<textarea[^>]*>(.*?)</textarea>", asked.text, re.DOTALL)
    assert box
    assert box[1] == NEW


@pytest.mark.parametrize(
    ("typed", "is_known"),
    [(ADDRESS, True), (f"{ADDRESS}#a", True), (f"{ADDRESS}2", False), ("exam", False), ("", False)],
)
def test_the_form_says_while_typing_whether_an_address_is_known(visitor, article, typed, is_known):
    answer = visitor.get("/articles/known", query_string={"url": typed})
    assert answer.status_code == 200
    assert ("This is a newer version of" in answer.text) is is_known


def test_a_wrong_address_is_said_at_its_field(visitor):
    answer = visitor.send("/articles", form(url="not an address"))
    assert answer.status_code == 422
    assert re.search(r'id="url-error">This is not a web address', answer.text)
    assert "on Monday" in answer.text


def test_a_new_version_of_a_chosen_article(app, visitor, article):
    assert f'{article}/versions/new"' in visitor.get(article).text
    assert f'value="{ADDRESS}"' in visitor.get(f"{article}/versions/new").text
    answer = visitor.send(f"{article}/versions", {"file": (BytesIO(NEW.encode()), "news.txt"), "text": ""})
    assert answer.location == "/articles/1/es?updated=2"
    report = visitor.get(f"{article}/versions/2").text
    assert "<del>Monday</del><ins>Tuesday</ins>" in report
    assert "1 sentence kept as it was, 1 changed" in report
    assert "Spanish</dt>" in report
    assert "1 kept, 1 changed, 0 new, 0 dropped" in visitor.get(article).text
    assert "Undo this update" in report


def test_the_report_has_dropped_and_moved_sentences_with_their_texts(app, visitor, article):
    visitor.send(f"{article}/es/segments/2", {"text": "Nadie lo cree.", "version": "1", "accept": "1"})
    first, second = OLD.split("\n\n")
    third = "A third paragraph has come in since then, about the weather."
    visitor.send(f"{article}/versions", {"text": f"{third}\n\n{first}"})
    report = visitor.get(f"{article}/versions/2").text
    assert "Nadie lo cree." in report
    assert "accepted" in report
    visitor.send(f"{article}/versions", {"text": f"{first}\n\n{third}\n\n{second}"})
    report = visitor.get(f"{article}/versions/3").text
    assert "1 translation came back from an earlier version" in report
    assert ">Moved" in report
    assert "Nadie lo cree." in visitor.get(f"{article}/es").text


def test_an_update_is_undone_by_one_button(app, visitor, article):
    before = re.findall(r'data-side="target"[^>]*>([^<]*)<', visitor.get(f"{article}/es").text)
    visitor.send(f"{article}/versions", {"text": NEW})
    answer = visitor.send(f"{article}/versions/2/undo")
    assert answer.location == "/articles/1/es?updated=3"
    page = visitor.get(answer.location).text
    assert re.findall(r'data-side="target"[^>]*>([^<]*)<', page) == before
    assert "Bring back version 1" in visitor.get(f"{article}/versions/2").text


def test_the_same_text_is_nothing_to_do(visitor, article):
    answer = visitor.send(f"{article}/versions", {"text": OLD})
    assert answer.location == "/articles/1/es"
    assert "The same text: there was nothing to do." in visitor.get(answer.location).text
    assert "Version 2" not in visitor.get(article).text


def test_another_article_is_asked_about_then_taken(visitor, article):
    other = "Rain fell on the northern coast, and the ships stayed in the harbour for a whole week."
    for path, values in ((f"{article}/versions", {"text": other}), ("/articles", form(text=other, choice="update"))):
        asked = visitor.send(path, values)
        assert asked.status_code == 409
        assert "This does not look like the same article." in asked.text
        assert 'value="force"' in asked.text
        assert 'value="new"' in asked.text
        assert other in asked.text
    assert (
        visitor.send(f"{article}/versions", {"text": other, "choice": "force"}).location == "/articles/1/es?updated=2"
    )


def test_another_language_is_refused_and_can_be_added(visitor, article):
    spanish = "El gobierno dijo el lunes que el precio del pan va a subir en todo el país antes del verano."
    asked = visitor.send(f"{article}/versions", {"text": spanish})
    assert asked.status_code == 422
    assert "The article is in English, this text in Spanish." in asked.text
    assert 'value="force"' not in asked.text
    assert 'value="new"' in asked.text


@pytest.mark.parametrize(
    ("values", "field", "words", "status"),
    [
        ({"text": ""}, "text", "Paste the article", 422),
        ({"text": "x " * 250_000}, "text", "characters", 422),
        ({"file": (BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0"), "picture.png")}, "file", "text", 422),
        ({"text": NEW, "url": "nowhere"}, "url", "not a web address", 422),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(visitor, article, values, field, words, status):
    answer = visitor.send(f"{article}/versions", values)
    assert answer.status_code == status
    message = re.search(rf'id="{field}-error">(.*?)</p>', answer.text, re.DOTALL)
    assert message
    assert words in message[1]


@pytest.mark.parametrize("path", ["/articles/9/versions/new", "/articles/1/versions/7", "/articles/9/versions/2"])
def test_what_is_not_there_is_said(visitor, article, path):
    assert visitor.get(path).status_code == 404


def test_an_article_without_a_translation_leads_to_the_report(app, visitor):
    with app.app_context():
        article_id = make_article(OLD)
    answer = visitor.send(f"/articles/{article_id}/versions", {"text": NEW})
    assert answer.location == f"/articles/{article_id}/versions/2"


def test_a_page_of_the_old_version_is_told_to_reload(app, visitor, article):
    old = visitor.get(f"{article}/es").text
    visitor.send(f"{article}/versions", {"text": "A new first paragraph stands here.\n\n" + OLD})
    answer = visitor.get(f"{article}/es/changes?since=0&version=1").text
    assert "The article has a newer version." in answer
    assert "data-segment" not in answer
    assert "data-segment" in visitor.get(f"{article}/es/changes?since=0&version=2").text
    key = re.search(r'data-segment="1"[^>]*data-key="([^"]+)"', old)
    assert key
    headers = {"HX-Request": "true"}
    saved = visitor.send(f"{article}/es/segments/1", {"text": "Texto.", "version": "1", "key": key[1]}, headers=headers)
    assert 'id="segment-2"' in saved.text
    assert "desk-newer" in saved.text


def test_a_sentence_that_changed_under_an_open_editor_is_not_overwritten(app, visitor, article):
    old = visitor.get(f"{article}/es").text
    key = re.search(r'data-segment="1"[^>]*data-key="([^"]+)"', old)
    assert key
    visitor.send(f"{article}/versions", {"text": NEW})
    values = {"text": "Texto.", "version": "1", "key": key[1]}
    answer = visitor.send(f"{article}/es/segments/1", values, headers={"HX-Request": "true"})
    assert answer.status_code == 410
    assert "changed or dropped this sentence" in answer.text
    assert visitor.send(f"{article}/es/segments/1", values).status_code == 410
    assert "Texto." not in visitor.get(f"{article}/es").text


def test_the_editor_of_a_changed_sentence_has_the_old_source_and_text(app, visitor, article):
    visitor.send(f"{article}/es/segments/1", {"text": "El gobierno habló.", "version": "1", "accept": "1"})
    visitor.send(f"{article}/versions", {"text": NEW})
    page = visitor.get(f"{article}/es?edit=1").text
    assert "<del>Monday</del><ins>Tuesday</ins>" in page
    assert re.search(r"data-former[^>]*>El gobierno habló\.<", page)
    assert "data-former" not in visitor.get(f"{article}/es?edit=2").text
