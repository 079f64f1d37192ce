from __future__ import annotations

import re

import pytest

from tests.conftest import SEED
from tests.factories import long_text, make_article, make_seed_article, make_translated, run_jobs
from tests.web.conftest import HTMX
from workbench.services.segments import view_row
from workbench.services.translations import cancel_translation, start_translation


@pytest.fixture
def seed(app) -> str:
    """The path of the desk of the seed article, translated."""
    with app.app_context():
        article_id = make_seed_article(SEED)
        start_translation(article_id, "es")
        run_jobs(app)
    return f"/articles/{article_id}/es"


def test_the_desk_keeps_the_contract_of_its_rows(app, visitor, seed):
    page = visitor.get(seed).text
    positions = [int(n) for n in re.findall(r'data-segment="(\d+)"', page)]
    assert positions == list(range(1, len(positions) + 1))
    assert len(re.findall(r'id="segment-\d+"', page)) == len(positions)
    assert re.findall(r'data-side="source" lang="(\w+)" dir="(\w+)"', page) == [("en", "ltr")] * len(positions)
    assert re.findall(r'data-side="target" lang="(\w+)" dir="(\w+)"', page) == [("es", "ltr")] * len(positions)
    assert set(re.findall(r'data-state="(\w+)"', page)) == {"machine"}
    with app.app_context():
        assert view_row(1, "es", 8).target in page.replace("&#39;", "'").replace("&#34;", '"')


def test_the_desk_shows_the_shape_of_the_article(visitor, seed):
    page = visitor.get(seed).text
    assert "1 March 2022" in page
    assert "English to Spanish" in page
    assert page.count("follows its edits") == 3
    assert page.count("Related stories") == 1
    assert "|#+|" in page
    assert 'data-kind="title"' in page
    assert "Flesch Reading Ease" in page
    assert "Szigriszt-Pazos" in page
    assert "starter model" in page


def test_a_short_text_has_counts_and_no_score(visitor, desk):
    page = visitor.get(f"{desk}/readability", headers=HTMX).text
    assert page.count("Under 100 words a score is not reliable.") == 2
    assert "9 words" in page
    assert "<strong>" not in page


def test_changes_are_204_while_a_running_job_has_nothing_new(app, visitor):
    with app.app_context():
        article_id = make_article()
        start_translation(article_id, "es")
    desk = f"/articles/{article_id}/es"
    change = re.search(r'data-change="(\d+)" data-active', visitor.get(desk).text)[1]
    assert visitor.get(f"{desk}/changes?since={change}").status_code == 204
    with app.app_context():
        run_jobs(app)
    answer = visitor.get(f"{desk}/changes?since={change}", headers=HTMX)
    assert (
        answer.text.count('hx-swap-oob="true"') == 3 + 4
    )  # the sentences; progress, chip, note at the download, review
    assert "data-active" not in answer.text


@pytest.mark.parametrize("since", ["", "x", "-5", "99999999", "9" * 30, "-" + "9" * 30])
def test_a_count_that_makes_no_sense_is_answered_all_the_same(visitor, desk, since):
    assert visitor.get(f"{desk}/changes?since={since}").status_code == 200


def test_a_pending_sentence_has_no_words_but_keeps_its_place(app, visitor):
    with app.app_context():
        article_id = make_article("The cat sleeps.")
        start_translation(article_id, "es")
    page = visitor.get(f"/articles/{article_id}/es").text
    assert re.search(r'data-side="target"[^>]* data-ghost="The cat sleeps."></p>', page)
    assert "Waiting for its turn" in page
    assert '<meta http-equiv="refresh"' in page


def test_cancel_and_resume_with_forms_only(app, visitor):
    with app.app_context():
        article_id = make_article(long_text(10))
        start_translation(article_id, "es")
    desk = f"/articles/{article_id}/es"
    assert visitor.send(f"{desk}/cancel").location == desk
    assert "Cancelled." in visitor.get(desk).text
    assert visitor.send(f"{desk}/resume").location == desk
    with app.app_context():
        run_jobs(app)
    assert "10 to go" in visitor.get(desk).text


def test_htmx_cancels_without_leaving_the_page(app, visitor):
    with app.app_context():
        article_id = make_article()
        start_translation(article_id, "es")
    assert visitor.send(f"/articles/{article_id}/es/cancel", headers=HTMX).status_code == 204


def test_a_download_says_in_its_name_and_header_what_nobody_reviewed(visitor, desk):
    visitor.send(f"{desk}/segments/1", {"text": "Corregido.", "version": "1"})
    answer = visitor.get(f"{desk}/download?format=text")
    assert answer.headers["Content-Disposition"] == "attachment; filename=the-cat-sleeps.es.2-unreviewed.txt"
    assert answer.headers["X-Unreviewed-Segments"] == "2"
    assert answer.headers["X-Untranslated-Segments"] == "0"
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("Corregido.")
    assert "2 sentences unreviewed" in visitor.get(desk).text


def test_a_reviewed_download_says_nothing(visitor, desk):
    for position in (1, 2, 3):
        visitor.send(f"{desk}/segments/{position}", {"text": f"Texto {position}.", "version": "1"})
    answer = visitor.get(f"{desk}/download")
    assert answer.headers["X-Unreviewed-Segments"] == "0"
    assert "unreviewed" not in answer.headers["Content-Disposition"]


def test_an_unknown_format_is_told_in_words(visitor, desk):
    answer = visitor.get(f"{desk}/download?format=docx")
    assert answer.status_code == 422
    assert "docx" in answer.text


@pytest.mark.parametrize("path", ["/articles/99", "/articles/99/es", "/articles/1/de", "/articles/1/de/changes"])
def test_what_is_not_there_is_a_404_in_words(visitor, desk, path):
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "<html" in answer.text


def test_starting_a_translation_twice_is_one_translation(app, visitor, desk):
    article = desk.rpartition("/")[0]
    assert visitor.send(f"{article}/translations", {"target": "es"}).location == desk
    answer = visitor.send(f"{article}/translations", {"target": "de"})
    assert answer.status_code == 422
    assert "flask models install en de" in answer.text


def test_right_to_left_text_says_so(app, visitor):
    with app.app_context():
        article_id = make_article("مرحبا بالعالم. كيف حالك؟", source="ar")
    assert 'lang="ar" dir="rtl"' in visitor.get(f"/articles/{article_id}").text


def test_a_cancelled_translation_of_a_deleted_article_is_gone(app, visitor):
    with app.app_context():
        article_id = make_translated(app)
        cancel_translation(article_id, "es")
    visitor.send(f"/articles/{article_id}/delete")
    assert visitor.get(f"/articles/{article_id}/es").status_code == 404


def test_no_page_has_inline_styles_or_handlers(visitor, seed):
    for path in ("/", "/articles/new", "/articles/1", seed, f"{seed}?edit=2", "/models", "/jobs", "/nowhere"):
        page = visitor.get(path).text
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", page), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", page), path
        assert "<style" not in page, path
