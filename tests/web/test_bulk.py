"""The list of articles: narrowed, sorted, and worked on as a whole, with forms alone."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from tests.factories import make_article, make_paired


@pytest.fixture
def articles(app):
    with app.app_context():
        return {
            "cats": make_paired("Cats sleep.", lambda _: "Los gatos duermen."),
            "dogs": make_article("Dogs run."),
            "wolves": make_paired("Wölfe heulen.", lambda _: "Wolves howl.", source="de", target="en"),
        }


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Wölfe heulen.", "Dogs run.", "Cats sleep."]),
        ("?sort=title", ["Cats sleep.", "Dogs run.", "Wölfe heulen."]),
        ("?sort=oldest", ["Cats sleep.", "Dogs run.", "Wölfe heulen."]),
        ("?source=de", ["Wölfe heulen."]),
        ("?target=es", ["Cats sleep."]),
        ("?state=untranslated", ["Dogs run."]),
        ("?state=unreviewed&source=en", ["Cats sleep."]),
        ("?state=translating", []),
        ("?state=%00&sort=x&page=-3", ["Wölfe heulen.", "Dogs run.", "Cats sleep."]),
    ],
)
def test_the_address_says_what_is_listed(visitor, articles, query, titles):
    page = visitor.get("/" + query).text
    assert re.findall(r"<h2[^>]*><a[^>]*>(.*?)</a></h2>", page) == titles
    if not titles:
        assert "No article matches" in page


def test_pages_keep_what_was_asked_for(app, visitor):
    with app.app_context():
        for number in range(51):
            make_article(f"Article {number} is here.")
    page = visitor.get("/?source=en&sort=title&q=here").text
    assert "/?q=here&amp;source=en&amp;sort=title&amp;page=2" in page
    assert "All 51 found" in page


def test_what_is_ticked_is_deleted_and_comes_back(visitor, articles):
    ids = [articles["cats"], articles["dogs"]]
    answer = visitor.send("/articles/bulk", {"action": "delete", "id": ids, "sort": "title"})
    assert (answer.status_code, answer.location) == (303, "/?sort=title")
    page = visitor.get("/").text
    assert "2 articles are deleted." in page
    assert "Cats sleep." not in page
    undo = re.search(r'action="(/articles/bulk/restore[^"]+)"', page)[1].replace("&amp;", "&")
    assert visitor.send(undo).location == "/?sort=title"
    page = visitor.get("/").text
    assert "2 articles are back." in page
    assert "Cats sleep." in page
    assert visitor.send(undo).status_code == 404


def test_all_that_are_found_are_taken_whatever_is_ticked(visitor, articles):
    values = {"action": "delete", "all": "1", "source": "en", "id": [articles["wolves"]]}
    visitor.send("/articles/bulk", values)
    page = visitor.get("/").text
    assert "2 articles are deleted." in page
    assert "Wölfe heulen." in page


def test_many_are_translated_and_what_is_left_is_told(visitor, articles):
    values = {"action": "translate", "into": "es", "id": [*articles.values(), "999999"]}
    page = visitor.send("/articles/bulk", values, follow_redirects=True).text
    assert "1 article is being translated." in page
    assert "1 article is left: No installed model translates from de to es. “Wölfe heulen.”" in page
    assert "1 article is left: it is translated already. “Cats sleep.”" in page
    assert "it is not there any more" in page
    assert visitor.get(f"/articles/{articles['dogs']}/es").status_code == 200


def test_many_are_exported_as_one_file(visitor, articles):
    answer = visitor.send("/articles/bulk", {"action": "export", "id": list(articles.values())})
    assert answer.mimetype == "application/zip"
    assert "translations.zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert sorted(archive.namelist()) == [
            "cats-sleep.es.1-unreviewed.txt",
            "not-translated.txt",
            "wolfe-heulen.en.1-unreviewed.txt",
        ]
    answer.close()
    one = visitor.send("/articles/bulk", {"action": "export", "id": list(articles.values()), "target": "en"})
    with zipfile.ZipFile(io.BytesIO(one.data)) as archive:
        assert sorted(archive.namelist()) == ["not-translated.txt", "wolfe-heulen.en.1-unreviewed.txt"]
    one.close()


@pytest.mark.parametrize(
    ("values", "status", "words"),
    [
        ({"action": "delete"}, 303, "No article is chosen."),
        ({"action": "delete", "id": ["x", "-1", "", "9" * 40, "٣"]}, 303, "No article is chosen."),
        ({"action": "delete", "id": "99"}, 303, "0 articles are deleted."),
        ({"action": "translate", "id": "1", "into": "<b>"}, 422, "not known"),
        ({"action": "translate", "id": "1", "into": ""}, 422, "not known"),
        ({"action": "nonsense", "id": "1"}, 422, "no such action"),
        ({"action": "export", "id": "2"}, 422, "None of these articles is translated."),
        ({"action": "delete", "id": [str(number) for number in range(501)]}, 422, "500 articles at most"),
    ],
)
def test_what_makes_no_sense_is_told_and_changes_nothing(visitor, articles, values, status, words):
    answer = visitor.send("/articles/bulk", values)
    assert answer.status_code == status
    page = answer.text if status != 303 else visitor.get("/").text
    assert words in page
    assert "Cats sleep." in visitor.get("/").text


@pytest.mark.parametrize("at", ["", "x", "2026-01-01", "2026-01-01T00:00:00", "0001-01-01T00:00:00%2B14:00"])
def test_a_moment_that_is_none_is_a_422(visitor, at):
    assert visitor.send(f"/articles/bulk/restore?at={at}").status_code == 422
