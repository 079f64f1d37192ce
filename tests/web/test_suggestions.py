"""The panel and its page, the text in between, faults in words, and the quality of a translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.factories import make_article, make_translated, run_jobs
from tests.packages_builder import build_package
from tests.web.conftest import HTMX
from workbench.formats import read_pasted
from workbench.memory.entries import Entry
from workbench.memory.terms import Term
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.glossary import add_term
from workbench.services.leases import claim_job, finish_job
from workbench.services.segments import view_row
from workbench.services.translations import start_translation
from workbench.services.updates import update_article
from workbench.translation.fault_words import fault_note, fault_sentence
from workbench.translation.faults import Fault, FaultKind
from workbench.web.diffs import diff_words, excerpt


@pytest.fixture
def robbery(app) -> str:
    with app.app_context():
        return f"/articles/{make_translated(app, 'Police arrested three men after the robbery. It is late.')}/es"


@pytest.fixture
def chained(app) -> str:
    packages = Path(app.instance_path) / "packages"
    build_package(packages, "es", "en", shift=1)
    build_package(packages, "en", "fr", shift=2)
    with app.app_context():
        article_id = make_article("The people of the city. In the end.", source="es")
        start_translation(article_id, "fr")
        run_jobs(app)
        return f"/articles/{article_id}/fr"


class TestAlternatives:
    def test_the_page_and_its_fragment_offer_the_same(self, visitor, robbery):
        page = visitor.get(f"{robbery}/segments/1/alternatives")
        fragment = visitor.get(f"{robbery}/segments/1/alternatives", headers=HTMX)
        takes = [re.findall(r'name="text" value="([^"]+)"', answer.text) for answer in (page, fragment)]
        assert takes[0] == takes[1]
        assert 2 <= len(takes[0]) <= 5
        assert "<html" in page.text
        assert "<html" not in fragment.text

    def test_one_is_taken_without_scripts(self, visitor, robbery, text_of):
        page = visitor.get(f"{robbery}/segments/1/alternatives").text
        text = re.search(r'name="text" value="([^"]+)"', page)[1]
        answer = visitor.send(f"{robbery}/segments/1", {"text": text, "version": "1"})
        assert answer.status_code == 303
        assert text_of(robbery, 1) == text

    def test_another_beam_is_asked_for(self, visitor, robbery):
        page = visitor.get(f"{robbery}/segments/1/alternatives?beam=1&route=en-es+0.1+(starter)").text
        assert "beam 1" in page
        assert re.search(r'<option value="1" selected>', page)

    @pytest.mark.parametrize(
        ("query", "status", "words"),
        [("?beam=99", 422, "A beam size of 99"), ("?route=en-xx", 422, "There is no model en-xx")],
    )
    def test_what_cannot_be_is_told_in_the_panel(self, visitor, robbery, query, status, words):
        for headers in ({}, HTMX):
            answer = visitor.get(f"{robbery}/segments/1/alternatives{query}", headers=headers)
            assert answer.status_code == status
            assert words in answer.text
            assert "Try again" in answer.text

    def test_a_sentence_that_is_not_there(self, visitor, robbery):
        assert visitor.get(f"{robbery}/segments/99/alternatives").status_code == 404

    def test_the_open_editor_leads_there(self, visitor, robbery):
        page = visitor.get(f"{robbery}?edit=1").text
        key = re.search(r'name="key" value="([^"]+)"', page)[1]
        assert f'href="{robbery}/segments/1/alternatives?key={key}"' in page
        assert f'href="{robbery}/segments/1/matches?key={key}"' in page

    def test_every_form_names_the_sentence_that_it_is_for(self, visitor, robbery):
        key = re.search(r'name="key" value="([^"]+)"', visitor.get(f"{robbery}?edit=1").text)[1]
        page = visitor.get(f"{robbery}/segments/1/alternatives?key={key}").text
        forms = re.findall(rf'action="{robbery}/segments/1[^"]*".*?</form>', page, re.DOTALL)
        assert len(forms) >= 3
        assert all(f'name="key" value="{key}"' in form for form in forms)

    def test_another_sentence_in_its_place_is_told(self, visitor, robbery):
        for headers in ({}, HTMX):
            answer = visitor.get(f"{robbery}/segments/1/alternatives?key=999-00000000", headers=headers)
            assert answer.status_code == 410
            assert "has another sentence at this place" in answer.text
            assert "panel-title" in answer.text
            assert "data-take" not in answer.text


class TestPivot:
    def test_the_text_in_between_is_shown_in_the_open_editor_only(self, visitor, chained):
        assert 'name="pivot"' not in visitor.get(chained).text
        page = visitor.get(f"{chained}?edit=1").text
        assert "Through English" in page
        assert re.search(r'<textarea[^>]*name="pivot"[^>]*lang="en"', page)

    def test_it_is_corrected_without_scripts(self, app, visitor, chained, text_of):
        before = text_of(chained, 1)
        data = {"pivot": "the end", "version": "1", "text": before}
        answer = visitor.send(f"{chained}/segments/1/pivot", data)
        assert answer.status_code == 303
        assert answer.location.endswith("?edit=1#segment-1")
        assert text_of(chained, 1) != before
        with app.app_context():
            assert view_row(int(chained.split("/")[2]), "fr", 1).pivot == "the end"

    def test_a_reviewer_s_text_stays_and_the_new_one_is_offered(self, visitor, chained, text_of):
        visitor.send(f"{chained}/segments/1", {"text": "De moi.", "version": "1"})
        page = visitor.send(f"{chained}/segments/1/pivot", {"pivot": "the end", "version": "2"})
        assert page.status_code == 200
        assert "from your text" in page.text
        fragment = visitor.send(f"{chained}/segments/1/pivot", {"pivot": "the city", "version": "3"}, headers=HTMX)
        assert 'id="alternatives" hx-swap-oob' in fragment.text
        assert text_of(chained, 1) == "De moi."

    @pytest.mark.parametrize(
        ("pivot", "version", "status", "words"),
        [("mine", "0", 409, "saved this sentence while"), ("", "1", 422, "cannot be empty")],
    )
    def test_a_correction_that_is_refused_keeps_the_words(self, visitor, chained, pivot, version, status, words):
        data = {"pivot": pivot, "version": version}
        page = visitor.send(f"{chained}/segments/1/pivot", data)
        fragment = visitor.send(f"{chained}/segments/1/pivot", data, headers=HTMX)
        assert page.status_code == fragment.status_code == status
        assert words in page.text
        assert words in fragment.text
        assert re.search(rf'<textarea[^>]*name="pivot"[^>]*>{pivot}</textarea>', page.text)

    def test_a_stale_correction_shows_what_stands_there_and_can_be_sent_again(self, visitor, chained):
        visitor.send(f"{chained}/segments/1/pivot", {"pivot": "the end", "version": "1"})
        data = {"pivot": "the city", "version": "1"}
        fragment = visitor.send(f"{chained}/segments/1/pivot", data, headers=HTMX)
        page = visitor.send(f"{chained}/segments/1/pivot", data)
        assert "is now “<bdi>the end</bdi>”" in fragment.text
        assert "is now “<bdi>the end</bdi>”" in page.text
        version = re.search(r'pivot-error"[^>]*data-version="(\d+)"', fragment.text)[1]
        assert re.search(r'name="version" value="(\d+)"', page.text)[1] == version
        again = visitor.send(f"{chained}/segments/1/pivot", {"pivot": "the city", "version": version})
        assert again.status_code == 303

    def test_a_sentence_that_moved_is_corrected_where_it_stands_now(self, app, visitor, chained, text_of):
        page = visitor.get(f"{chained}?edit=1").text
        data = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("key", "version")}
        with app.app_context():
            newer = read_pasted("At the river.\n\nThe people of the city. In the end.", max_chars=1_000)
            update_article(int(chained.split("/")[2]), newer)
        fragment = visitor.send(f"{chained}/segments/1/pivot", data | {"pivot": "the end"}, headers=HTMX)
        assert fragment.status_code == 200
        assert 'id="desk-newer"' in fragment.text
        assert "data-segment" not in fragment.text  # the page shows other sentences at these places
        moved = text_of(chained, 2)
        page = visitor.send(f"{chained}/segments/1/pivot", data | {"pivot": "the city", "version": "2"})
        assert page.location.endswith("?edit=2#segment-2")
        assert text_of(chained, 2) != moved

    def test_another_sentence_in_its_place_is_left_alone(self, visitor, chained):
        data = {"pivot": "mine", "version": "1", "key": "999-00000000"}
        fragment = visitor.send(f"{chained}/segments/1/pivot", data, headers=HTMX)
        page = visitor.send(f"{chained}/segments/1/pivot", data)
        assert fragment.status_code == page.status_code == 410
        assert "pivot-error" in fragment.text
        assert "changed or dropped this sentence" in page.text


class TestFaultsInWords:
    @pytest.mark.parametrize("kind", list(FaultKind))
    @pytest.mark.parametrize("detail", ["", "244,890", "{name} % {}"])
    def test_every_kind_has_words_of_both_lengths(self, kind, detail):
        fault = Fault(kind, detail)
        assert 0 < len(fault_note(fault)) < 70
        assert fault_sentence(fault).endswith(".")
        assert "{thing}" not in (fault_note(fault) + fault_sentence(fault)).lower()

    @pytest.mark.parametrize(
        ("detail", "sentence"),
        [
            ("244,890", "The number 244,890 of the source is missing."),
            ("3.5 %", "The percentage 3.5 % of the source is missing."),
            ("£2.8bn", "The amount £2.8bn of the source is missing."),
            ("https://example.org/a", "The address https://example.org/a of the source is missing."),
            ("ana@example.org", "The e-mail address ana@example.org of the source is missing."),
            ("#news", "The hashtag #news of the source is missing."),
            ("{name}", "The placeholder {name} of the source is missing."),
            ("17:00", "The time 17:00 of the source is missing."),
            ("🙂", "The text 🙂 of the source is missing."),
            ("", "Something of the source is missing."),
        ],
    )
    def test_what_is_missing_is_called_what_it_is(self, detail, sentence):
        assert fault_sentence(Fault(FaultKind.LOST_ITEM, detail)) == sentence

    def test_a_missing_term_is_said_of_a_flagged_row(self, app, visitor):
        with app.app_context():
            add_term(Entry("en", "es", Term("cat", "felino doméstico")))
            article_id = make_article("The cat sleeps.")
            start_translation(article_id, "es")
            job_id = claim_job("test")
            faults = (Fault(FaultKind.BROKEN_TERM, "felino doméstico"),)
            text = MachineText("The cat sleeps.", "El gato duerme.", -0.1, None, faults)
            store_batch(job_id, "test", read_assignment(job_id).translation_id, [text])
            finish_job(job_id, "test")
        page = visitor.get(f"/articles/{article_id}/es").text
        assert page.count("</b> The glossary says “felino doméstico” for “cat”</li>") == 1


def test_an_excerpt_keeps_the_changes_and_the_words_around_them():
    before = " ".join(f"w{number}" for number in range(40))
    after = before.replace("w20", "new")
    assert "".join(p.text for p in excerpt(diff_words(before, after))) == "… w17 w18 w19 new w21 w22 w23 …"
    short = diff_words("one two", "one three")
    assert "".join(piece.text for piece in excerpt(short)) == "one three"
    assert "".join(piece.text for piece in excerpt(diff_words(before, before))) == before
    kept = excerpt(diff_words(before, after), keep_gone=True)
    assert [(p.kind, p.text) for p in kept if p.kind != "same"] == [("gone", "w20"), ("new", "new")]
    assert [p.text for p in excerpt(diff_words("one two", "one"), keep_gone=True)] == ["one", " two"]


class TestQuality:
    @pytest.mark.parametrize(("quality", "is_draft"), [("draft", True), ("standard", False), ("", False)])
    def test_a_new_article_is_translated_as_chosen(self, visitor, quality, is_draft):
        data = {"text": "The cat sleeps.", "source": "en", "target": "es", "quality": quality}
        answer = visitor.send("/articles", data)
        assert (">draft</span>" in visitor.get(answer.location).text) is is_draft

    def test_another_language_is_translated_as_chosen(self, app, visitor):
        with app.app_context():
            article_id = make_article()
        assert 'name="quality"' in visitor.get(f"/articles/{article_id}").text
        answer = visitor.send(f"/articles/{article_id}/translations", {"target": "es", "quality": "draft"})
        assert ">draft</span>" in visitor.get(answer.location).text


def test_a_row_says_how_sure_the_model_was_in_words(visitor, robbery):
    page = visitor.get(robbery).text
    found = re.search(r'data-segment="1"[^>]*data-confidence="(\w+)"', page)
    assert found
    word = {"sure": "fairly sure", "check": "check it", "doubtful": "doubtful"}[found[1]]
    assert f'<span class="visually-hidden">{word}</span>' in page
