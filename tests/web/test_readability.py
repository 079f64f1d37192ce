"""What the pages say of readability, in every state that a desk can be in."""

from __future__ import annotations

import re

import pytest

from tests.factories import LONGEST, NEWS, long_text, make_article, make_heavy, make_paired
from tests.web.conftest import HTMX
from workbench.formats import read_pasted
from workbench.services.translations import start_translation
from workbench.services.updates import update_article


@pytest.fixture
def heavy(app) -> str:
    """The path of a desk whose translation is far heavier than its source."""
    with app.app_context():
        return f"/articles/{make_paired(NEWS, make_heavy)}/es"


def panel(visitor, desk, **headers):
    return visitor.get(f"{desk}/readability", headers=HTMX | headers).text


def test_both_scores_stand_with_their_formula_band_and_counts(visitor, heavy):
    found = panel(visitor, heavy)
    assert "Source, English · Flesch Reading Ease" in found
    assert "Translation, Spanish · Szigriszt-Pazos" in found
    assert re.findall(r"<strong>(-?\d+)</strong> <span>([a-z ]+)</span>", found)[1][1] == "very difficult"
    assert re.search(r"12 sentences, \d+ hard · \d+ min to read", found)


@pytest.mark.parametrize(
    ("accept", "code", "words"),
    [
        ("es-MX,es;q=0.9,en;q=0.5", "es", "Muy difícil"),
        ("de", "de", "Sehr schwer"),
        ("pl,nl;q=0.8,en;q=0.5", "nl", "Zeer moeilijk"),
    ],
)
def test_bands_are_named_in_the_language_of_the_reader(visitor, heavy, accept, code, words):
    answer = visitor.get(f"{heavy}/readability", headers=HTMX | {"Accept-Language": accept})
    mark = "" if code == "es" else f' lang="{code}"'  # the whole page is Spanish
    assert f"<span{mark}>{words}</span>" in answer.text
    assert "Accept-Language" in answer.headers["Vary"]
    assert f"<span{mark}>{words}</span>" in visitor.get(heavy, headers={"Accept-Language": accept}).text


@pytest.mark.parametrize("accept", ["", "pl", "en-GB", "*", "x" * 500, "es;q=x"])
def test_other_readers_get_english(visitor, heavy, accept):
    assert "<span>very difficult</span>" in panel(visitor, heavy, **{"Accept-Language": accept})


def test_the_verdict_names_the_sentences_and_leads_to_them(visitor, heavy):
    page = visitor.get(heavy).text
    assert 'data-verdict="harder"' in page
    assert "The translation is harder to read: its sentences are" in page
    named = [int(n) for n in re.findall(r'id="responsible-(\d+)" href="#segment-\1"', page)]
    assert named
    assert named == sorted(named)
    number = re.search(r"(\d+) sentences? accounts? for (part of )?it", page)
    assert int(number[1]) == len(named)
    assert all(f'id="segment-{position}"' in page for position in named)


def test_what_was_compared_stands_in_a_table(visitor, heavy):
    found = panel(visitor, heavy)
    assert re.search(r'<tr class="moved"><th scope="row">Words a sentence .*?</th>(<td>[\d.]+</td>){3}<td>\+', found)
    assert "people’s translations between these languages" in found


def test_the_paragraphs_stand_in_a_table_that_leads_to_them(visitor, heavy):
    found = panel(visitor, heavy)
    assert re.findall(r'id="paragraph-(\d+)" href="#segment-(\d+)"', found) == [
        ("1", "1"),
        ("2", "4"),
        ("3", "7"),
        ("4", "10"),
    ]
    assert found.count('id="profile-plot"') == 1


def test_a_translation_that_is_not_whole_is_not_compared(app, visitor):
    with app.app_context():
        article_id = make_article(NEWS)
        start_translation(article_id, "es")
    for path in (f"/articles/{article_id}/es", f"/articles/{article_id}/es/readability"):
        page = visitor.get(path).text
        assert "Its score comes when every sentence is translated." in page
        assert "The two texts are compared when every sentence is translated." in page
        assert "data-verdict" not in page
        assert page.count("data-profile") == 1


def test_short_texts_say_why_there_is_no_score(visitor, desk):
    found = panel(visitor, desk)
    assert found.count("Under 100 words a score is not reliable.") == 2
    assert "<strong>" not in found
    assert "A plot needs two paragraphs." not in found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "قال الوزير يوم الاثنين إن الحكومة سترفع سعر الخبز.\n\nولم يعلق أحد على ذلك.", "Arabic"),
        ("zh", "部长星期一表示,政府将提高全国的面包价格。\n\n然后他去了市场。", "Chinese"),
        ("ja", "大臣は月曜日にパンの価格を上げると述べた。\n\nその後市場に行った。", "Japanese"),
        ("pl", "Minister powiedział w poniedziałek, że cena chleba wzrośnie.\n\nNikt tego nie skomentował.", "Polish"),
    ],
)
def test_a_language_without_a_formula_says_so_and_has_its_measures(app, visitor, language, text, name):
    with app.app_context():
        article_id = make_paired(text, lambda _: "The minister spoke.", source=language, target="en")
    found = panel(visitor, f"/articles/{article_id}/en")
    assert f"There is no validated formula for {name}: those of other languages were fitted to their readers." in found
    assert "characters a sentence" in found if language in ("zh", "ja") else "LIX" in found
    assert "None" not in found
    assert "data-verdict" in found


@pytest.mark.parametrize("text", ["!!!\n\n…\n\n???", "🙂", "W" * 3000, "5", "- one\n- two\n- three"])
def test_odd_texts_have_a_panel_too(app, visitor, text):
    with app.app_context():
        article_id = make_paired(text, lambda sentence: sentence)
    for path in ("", "/readability", "/segments/1/readability"):
        answer = visitor.get(f"/articles/{article_id}/es{path}")
        assert answer.status_code == 200
        assert "None" not in re.sub(r"<script.*?</script>", "", answer.text)
    assert visitor.get("/?sort=readability").status_code == 200


def test_hard_sentences_are_marked_on_their_own_side_with_the_reason(visitor, heavy):
    page = visitor.get(heavy).text
    sides = re.findall(r'data-side="(\w+)" lang="\w+" dir="ltr"(?: data-level="(\w+)")?', page)
    assert {level for side, level in sides if side == "target"} <= {"hard", "very_hard"}
    title = re.search(r'class="number"[^>]*title="([^"]*)">1</a>', page)[1]
    assert re.search(r"Translation (very )?hard to read: a long sentence", title)


def test_a_saved_sentence_answers_with_its_new_level(visitor, heavy):
    data = {"text": "El consejo se reunió.", "version": "1"}
    answer = visitor.send(f"{heavy}/segments/1", data, headers=HTMX).text
    assert re.search(r'data-side="target" lang="es" dir="ltr">', answer)
    assert "Translation" not in re.search(r'class="number"[^>]*title="([^"]*)"', answer)[1]
    data = {"text": make_heavy("El consejo."), "version": "2"}
    assert 'data-side="target" lang="es" dir="ltr" data-level="' in (
        visitor.send(f"{heavy}/segments/1", data, headers=HTMX).text
    )


def test_the_verdict_follows_the_corrections(visitor, heavy):
    for position in range(1, 13):
        data = {"text": "El consejo de la ciudad se reunió el lunes para hablar del precio del pan.", "version": "1"}
        visitor.send(f"{heavy}/segments/{position}", data)
    assert "Harder" in visitor.get("/").text
    assert 'data-verdict="harder"' not in panel(visitor, heavy)
    assert "Harder" not in visitor.get("/").text


def test_one_sentence_says_why_it_is_hard_with_its_passives_and_adverbs(app, visitor):
    text = "The bread was quickly eaten by the people of the town."
    with app.app_context():
        article_id = make_paired(text, lambda _: "El pan fue comido rápidamente.")
    answer = visitor.get(f"/articles/{article_id}/es/segments/1/readability", headers=HTMX).text
    assert "<html" not in answer
    assert "Not hard to read · 11 words" in answer
    assert answer.count("1 adverb: ") == 2
    assert '<span lang="es"><q>rápidamente</q></span>' in answer
    page = visitor.get(f"/articles/{article_id}/es/segments/1/readability").text
    assert "<html" in page
    assert visitor.get(f"/articles/{article_id}/es/segments/2/readability").status_code == 404


def test_a_first_paragraph_without_words_does_not_name_the_measure(app, visitor):
    with app.app_context():
        article_id = make_paired("…?!\n\nThe cat sleeps.", lambda sentence: sentence.replace("…?!", "¿Qué?"))
    found = panel(visitor, f"/articles/{article_id}/es")
    assert "Source, words a sentence" in found
    assert "Translation, words a sentence" in found


def test_the_list_has_the_verdict_and_sorts_by_it(app, visitor, heavy):
    with app.app_context():
        make_article("Nothing is translated here.")
    page = visitor.get("/").text
    assert "aria-sort" not in page
    assert re.search(r'<span class="chip warn" title="Szigriszt-Pazos -?\d+">Harder</span>', page)
    assert re.search(r'title="Flesch Reading Ease of the source">source \d+</span>', page)
    assert 'href="/?sort=readability"' in page
    page = visitor.get("/?sort=readability&q=e").text
    assert 'aria-sort="descending"><a href="/?q=e&amp;sort=-readability"' in page
    assert '<input type="hidden" name="sort" value="readability">' in page
    assert page.index("The council of the city") < page.index("Nothing is translated")
    assert 'aria-sort="ascending"' in visitor.get("/?sort=-readability").text
    assert "aria-sort" not in visitor.get("/?sort=<b>").text


def test_the_list_has_no_verdict_on_a_translation_with_missing_sentences(app, visitor, heavy):
    assert ">Harder</span>" in visitor.get("/").text
    with app.app_context():
        newer = read_pasted(NEWS + "\n\nIt is late.", max_chars=LONGEST)
        update_article(int(heavy.split("/")[2]), newer)
    found = visitor.get("/").text
    assert "translating" in found
    assert ">Harder</span>" not in found


def test_the_pages_of_the_list_keep_the_order(app, visitor):
    with app.app_context():
        for number in range(51):
            make_article(f"Article {number} is here.")
    assert 'href="/?sort=readability&amp;page=2"' in visitor.get("/?sort=readability").text
    assert 'href="/?sort=readability&amp;page=1"' in visitor.get("/?sort=readability&page=2").text


def test_a_long_article_has_its_panel(app, visitor):
    with app.app_context():
        article_id = make_paired(long_text(800), lambda sentence: sentence.replace("Number", "El número"))
    found = panel(visitor, f"/articles/{article_id}/es")
    assert found.count('id="paragraph-') == 160


def test_what_textstat_says_is_asked_for_alone_and_explained(visitor, heavy):
    assert "textstat says" not in panel(visitor, heavy).replace("What textstat says", "")
    answer = visitor.get(f"{heavy}/readability/textstat", headers=HTMX).text
    assert "<html" not in answer
    assert '<th role="rowheader" scope="row">Flesch Reading Ease</th>' in answer
    assert '<th role="rowheader" scope="row">Szigriszt-Pazos</th>' in answer
    page = visitor.get(f"{heavy}/readability/textstat").text
    assert "<html" in page
    assert f'href="{heavy}"' in page
    assert visitor.get("/articles/99/es/readability/textstat").status_code == 404


@pytest.mark.parametrize("text", ["你好世界。再见。", "!!!", "🙂"])
def test_textstat_is_not_asked_for_what_it_cannot_count(app, visitor, text):
    with app.app_context():
        article_id = make_paired(text, lambda sentence: sentence, source="zh", target="en")
    answer = visitor.get(f"/articles/{article_id}/en/readability/textstat", headers=HTMX)
    assert answer.status_code == 200
    assert "Textstat has nothing to say of this text" in answer.text
