from __future__ import annotations

import re
from io import BytesIO

import pytest

from tests.factories import make_article, make_translated

ENGLISH = "The government said on Monday that it would raise the price of bread in the whole country."


def form(**values: object) -> dict[str, object]:
    return {"text": ENGLISH, "source": "auto", "target": "es", **values}


def test_a_pasted_text_becomes_an_article_and_leads_to_its_desk(visitor):
    answer = visitor.send("/articles", form())
    assert (answer.status_code, answer.location) == (303, "/articles/1/es")
    assert "Waiting for its turn" in visitor.get("/articles/1/es").text


def test_an_uploaded_file_goes_before_a_pasted_text(visitor, seed_bytes):
    answer = visitor.send("/articles", form(text="Another text.", file=(BytesIO(seed_bytes), "seed.txt")))
    assert answer.status_code == 303
    page = visitor.get("/articles/1").text
    assert "texts to mother before he died" in page
    assert "Another text." not in page


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"text": ""}, "text", "Paste the article"),
        ({"text": " \n\t\n"}, "text", "Paste the article"),
        ({"text": "a\0b"}, "text", "NUL"),
        ({"text": "x " * 250_000}, "text", "characters"),
        ({"text": "🙂"}, "source", "no letters"),
        ({"text": "12"}, "source", "no letters"),
        ({"text": "xq zzk wv"}, "source", "could not be recognised. Choose it."),
        ({"text": "Die Regierung hat am Montag gesagt, dass der Preis für Brot steigt."}, "source", "German"),
        ({"source": "xx"}, "source", "No installed model"),
        ({"source": "<b>"}, "source", "No installed model"),
        ({"target": "de"}, "target", "from English to German"),
        ({"target": ""}, "target", "Choose another language"),
        ({"target": "<i>"}, "target", "Choose another language"),
        ({"file": (BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0"), "picture.png")}, "file", "text"),
        ({"file": (BytesIO(b""), "empty.txt")}, "file", "text"),
    ],
)
def test_an_invalid_form_is_a_422_with_the_message_at_its_field_and_everything_kept(visitor, values, field, words):
    answer = visitor.send("/articles", form(**values))
    assert answer.status_code == 422
    message = re.search(rf'id="{field}-error">(.*?)</p>', answer.text, re.DOTALL)
    assert message
    assert words in message[1]
    assert re.search(rf'name="{field}"[^>]*aria-invalid="true"', answer.text)
    assert "<b>" not in message[1]
    if "text" not in values:
        assert ENGLISH in answer.text
    assert "No articles yet" in visitor.get("/").text


ODD = ("مرحبا بالعالم", "你好世界。再见。", "🙂 🙃", "...", "a" * 5000, "<script>alert(1)</script>")


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_articles_when_the_language_is_chosen(visitor, text):
    assert visitor.send("/articles", form(text=text, source="en")).status_code == 303
    for path in ("/", "/articles/1", "/articles/1/es"):
        page = visitor.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text


def test_a_long_article_passes_the_limits_of_the_form(visitor):
    text = "\n".join(f"{ENGLISH} {number}" for number in range(3000))  # 290 kB of text; 500 kB is Flask's own limit
    assert visitor.send("/articles", form(text=text + "ä" * 100_000)).status_code == 303


def test_what_is_too_large_is_told_in_words(visitor):
    answer = visitor.send("/articles", form(file=(BytesIO(b"x" * 4_100_000), "large.txt")))
    assert answer.status_code == 413
    assert "WORKBENCH_MAX_UPLOAD_BYTES" in answer.text


def test_the_empty_list_says_how_to_begin(visitor):
    page = visitor.get("/").text
    assert "No articles yet" in page
    assert 'href="/articles/new"' in page


def test_the_list_finds_by_title_and_text(app, visitor):
    with app.app_context():
        make_article("Budget vote\n\nThe council met on Monday.")
        make_article("Storm warning\n\nThe sea is rough.")
    assert "Storm warning" not in visitor.get("/?q=COUNCIL").text
    assert "Budget vote" in visitor.get("/?q=council+budget").text
    assert "No article has “&lt;b&gt;”" in visitor.get("/?q=<b>").text


def test_the_list_has_pages(app, visitor):
    with app.app_context():
        for number in range(51):
            make_article(f"Article {number} is here.")
    assert "Page 1 of 2" in visitor.get("/").text
    assert "Article 0 is here." in visitor.get("/?page=2").text
    assert "Page 2 of 2" in visitor.get("/?page=999").text
    assert visitor.get("/?page=x").status_code == 200


def test_the_list_shows_how_far_each_translation_is(app, visitor):
    with app.app_context():
        article_id = make_translated(app)
    visitor.send(f"/articles/{article_id}/es/segments/1", {"text": "Corregido.", "version": "1"})
    assert "1 of 3 reviewed" in visitor.get("/").text


def test_htmx_gets_the_list_alone(visitor):
    page = visitor.get("/?q=x", headers={"HX-Request": "true"}).text
    assert "<html" not in page
    assert "No article has" in page


def test_deleting_asks_nothing_and_can_be_undone(app, visitor):
    with app.app_context():
        article_id = make_translated(app)
    assert visitor.send(f"/articles/{article_id}/delete").location == "/"
    page = visitor.get("/").text
    assert "The article is deleted." in page
    assert f'action="/articles/{article_id}/restore"' in page
    assert visitor.send(f"/articles/{article_id}/restore").location == "/"
    assert "The cat sleeps." in visitor.get("/").text


def test_an_article_shows_its_text_and_its_translations(app, visitor):
    with app.app_context():
        article_id = make_translated(app)
    page = visitor.get(f"/articles/{article_id}").text
    assert "It is late." in page
    assert "reach no other language from English" in page


def test_the_page_says_that_broken_lines_were_joined(context, visitor):
    mail = "The minister confirmed this morning that the talks on the new rail\r\nlink will start in March."
    article_id = make_article(mail.replace("\r\n", "\n"))
    page = visitor.get(f"/articles/{article_id}").text
    assert "Lines broken at about 66 characters were joined into paragraphs." in page
    assert "new rail link will start" in page
