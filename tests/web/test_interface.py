"""The language of the interface: chosen in the bar, else asked for by the browser; in texts, dates and numbers."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest

from tests.web.conftest import HTMX
from workbench.errors import BadInput, StaleEdit
from workbench.languages import language
from workbench.translation.fault_words import fault_note, fault_sentence
from workbench.translation.faults import Fault, FaultKind
from workbench.web.interface import said
from workbench.web.numbers import format_number
from workbench.web.presentation import format_day, format_file_size, format_moment
from workbench.web.reader import describe
from workbench.wording import counted, words

SPANISH = {"Accept-Language": "es-MX, en;q=0.5"}


@pytest.fixture
def in_spanish(app):
    with app.test_request_context("/", headers=SPANISH):
        yield


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("", "en"),
        ("es", "es"),
        ("es-419,es;q=0.9", "es"),
        ("en-GB,es;q=0.9", "en"),
        ("fr,es;q=0.8,en;q=0.5", "es"),
        ("fr", "en"),
        ("*", "en"),
        ("\x00;;q=,,", "en"),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(visitor, asked, code):
    answer = visitor.get("/", headers={"Accept-Language": asked})
    assert f'<html lang="{code}" dir="ltr">' in answer.text
    assert ("Artículos</h1>" in answer.text) == (code == "es")
    assert {"Accept-Language", "Cookie"} <= set(answer.vary)


def test_a_choice_is_kept_goes_before_the_browser_and_leads_back(visitor):
    chosen = visitor.send("/interface", {"language": "es", "next": "/glossary?q=cat"})
    assert (chosen.status_code, chosen.location) == (303, "/glossary?q=cat")
    page = visitor.get("/glossary?q=cat", headers={"Accept-Language": "en"}).text
    assert '<html lang="es"' in page
    assert 'name="next" value="/glossary?q=cat"' in page
    assert re.search(r'value="es" lang="es" aria-current="true">Español<', page)
    visitor.send("/interface", {"language": "en", "next": "/"})
    assert '<html lang="en"' in visitor.get("/", headers=SPANISH).text
    visitor.send("/interface", {"language": ""})
    assert '<html lang="es"' in visitor.get("/", headers=SPANISH).text


@pytest.mark.parametrize("wrong", ["xx", "../../etc", "ES", "<b>", "e" * 10_000])
def test_what_is_no_language_is_no_choice(visitor, wrong):
    assert visitor.send("/interface", {"language": wrong}).status_code == 303
    assert '<html lang="en"' in visitor.get("/").text


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:x", "/\n/x"]
)
def test_a_choice_leads_nowhere_else(visitor, elsewhere):
    assert visitor.send("/interface", {"language": "es", "next": elsewhere}).location == "/"


def test_a_choice_needs_the_pages_token(client):
    assert client.post("/interface", data={"language": "es"}).status_code == 400


def test_all_pages_are_spanish_to_the_end(visitor, desk):
    left = {
        "Save",
        "Delete",
        "Search",
        "Sentence",
        "Translation",
        "Memory",
        "Glossary",
        "Models",
        "Jobs",
        "Add",
        "Close",
    }
    for path in (
        "/",
        "/articles/new",
        "/articles/1",
        desk,
        f"{desk}?edit=1",
        "/glossary",
        "/memory",
        "/models",
        "/jobs",
    ):
        page = visitor.get(path, headers=SPANISH).text
        texts = {text.strip() for text in re.findall(r">([^<>]+)<", page)}
        assert texts.isdisjoint(left), path


def test_errors_are_told_in_the_readers_language_and_to_programs_in_english(visitor):
    page = visitor.get("/articles/99", headers=SPANISH)
    assert page.status_code == 404
    assert "No existe el artículo 99." in page.text
    fragment = visitor.get("/articles/99", headers=SPANISH | HTMX).text
    assert "No existe el artículo 99." in fragment
    json_answer = visitor.get("/articles/99", headers=SPANISH | {"Accept": "application/json"})
    assert json_answer.json["error"] == "There is no article 99."
    assert "No existe esa página." in visitor.get("/nowhere", headers=SPANISH).text
    wrong = visitor.send("/articles", {"text": "", "source": "en", "target": "es"}, headers=SPANISH)
    assert wrong.status_code == 422
    assert "Pegue el texto del artículo o elija un archivo que lo tenga." in wrong.text


def test_the_scripts_have_their_words_in_other_languages_only(visitor):
    assert 'id="words"' not in visitor.get("/").text
    page = visitor.get("/", headers=SPANISH).text
    block = re.search(r'<script type="application/json" id="words">(.*?)</script>', page)
    assert block
    found = json.loads(block[1])
    assert found["texts"]["Try again"] == "Reintentar"
    one = "Sentence {place} has text that was not saved."
    assert [form[:2] for form in found["forms"][one]] == ["La", "{n"]
    assert [found["forms"][one][int(found["plurals"][n])][:2] for n in (0, 1, 2, 101)] == ["{n", "La", "{n", "{n"]


@pytest.mark.usefixtures("in_spanish")
def test_dates_numbers_and_names_come_as_spanish_writes_them():
    assert format_day(date(2022, 3, 1)) == "1 de marzo de 2022"
    assert format_moment(datetime(2022, 3, 1, 14, 2, tzinfo=UTC).astimezone()).startswith("1 mar 2022, ")
    assert [format_number(12408), format_number(0.25, 1), format_number(-1234.5, 1)] == ["12.408", "0,2", "-1.234,5"]
    assert format_file_size(7_100_000) == "7,1 MB"
    assert [describe(code).name for code in ("en", "pt-BR", "zh-Hant")] == [
        "inglés",
        "portugués de Brasil",
        "chino tradicional",
    ]


def test_english_stays_as_it_was(app):
    with app.test_request_context("/"):
        assert format_day(date(2022, 3, 1)) == "1 March 2022"
        assert [format_number(12408), format_number(0.25, 1)] == ["12,408", "0.2"]
        assert describe("pt-BR").name == "Brazilian Portuguese"


@pytest.mark.usefixtures("in_spanish")
def test_what_the_core_says_is_said_in_spanish():
    assert said(words("This article has not been translated into {language}.", language=language("fr").name)) == (
        "Este artículo no se ha traducido al francés."
    )
    assert said(counted("One sentence is not translated yet.", "{n:,} sentences are not translated yet.", 12408)) == (
        "12.408 frases todavía no están traducidas."
    )
    assert said(StaleEdit(theirs="", mine="", version=1, author="Ana {0} %s")) == (
        "Ana {0} %s ha guardado esta frase mientras usted escribía."
    )
    assert said(
        BadInput(words("The text has {n:,} characters; {limit:,} is the limit.", n=1_000_000, limit=400_000))
    ) == ("El texto tiene 1.000.000 caracteres; el límite es 400.000.")
    assert said("Just a text.") == "Just a text."


@pytest.mark.usefixtures("in_spanish")
@pytest.mark.parametrize(
    ("fault", "note", "sentence"),
    [
        (Fault(FaultKind.LOST_ITEM, "244,890"), "Número 244,890: falta", "El número 244,890 del original no aparece."),
        (Fault(FaultKind.LOST_ITEM, "{x}"), "Marcador {x}: falta", "El marcador {x} del original no aparece."),
        (Fault(FaultKind.LOOP, ""), "Se repite", "La traducción repite una y otra vez las mismas palabras."),
        (Fault(FaultKind.EMPTY, ""), "Sin traducción", "El modelo no ha devuelto nada para esta frase."),
    ],
)
def test_faults_are_said_in_spanish(fault, note, sentence):
    assert (said(fault_note(fault)), said(fault_sentence(fault))) == (note, sentence)
