"""A large page goes out in pieces: its head before what takes long to read."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from tests.factories import make_translated
from workbench.web.streaming import _in_chunks


def test_the_head_of_a_desk_goes_out_alone(app, client):
    with app.app_context():
        article_id = make_translated(app)
    with client.get(f"/articles/{article_id}/es", buffered=False) as answer:
        head, *rest = [piece.decode() for piece in answer.iter_encoded()]
    assert "/static/joined/" in head
    assert head.rstrip().endswith('<main id="main" tabindex="-1">')
    assert "data-segment" not in head
    assert "data-segment" in "".join(rest)
    assert "".join(rest).rstrip().endswith("</html>")


def test_pieces_are_joined_to_few_chunks_and_none_is_lost():
    pieces = ["<head>", "<body>", "<main>", *["x" * 1000] * 200, "</main>"]
    chunks = list(_in_chunks(iter(pieces), ""))
    assert "".join(chunks) == "".join(pieces)
    assert chunks[0] == "<head><body><main>"
    assert len(chunks[1]) == 16_000
    assert len(chunks) == 4
    assert list(_in_chunks(iter(["<main>"]), "")) == ["<main>", ""]


def test_a_page_that_breaks_off_ends_with_what_says_so_and_the_fault_is_not_hidden():
    def pieces():
        yield "<main>"
        yield "<h1>Title</h1>"
        raise LookupError("gone")

    chunks = _in_chunks(pieces(), "<p>broken</p>")
    assert next(chunks) == "<main>"
    assert next(chunks) == "<h1>Title</h1><p>broken</p>"
    with pytest.raises(LookupError):
        next(chunks)


@pytest.mark.parametrize(("language", "said"), [("en", "Load it again."), ("es", "Vuelva a cargarla.")])
def test_a_desk_that_breaks_off_says_so_in_the_language_of_its_reader(app, client, monkeypatch, language, said):
    with app.app_context():
        article_id = make_translated(app)
    monkeypatch.delitem(app.jinja_env.globals, "count_problems")
    headers = {"Accept-Language": language}
    with client.get(f"/articles/{article_id}/es", headers=headers, buffered=False) as answer:
        chunks = (piece.decode() for piece in answer.iter_encoded())
        assert '<main id="main"' in next(chunks)
        last = next(chunks)
        assert 'role="alert"' in last
        assert said in last
        with pytest.raises(UndefinedError):
            next(chunks)


@pytest.mark.parametrize("path", ["/articles/1/es", "/articles/1/xx-nonsense-", "/articles/1/es?updated=9"])
def test_what_is_not_there_is_known_before_anything_is_sent(client, path):
    assert client.get(path).status_code in (400, 404)
