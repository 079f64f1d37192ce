"""What a report says: bands, reliability, languages without a formula, JSON."""

from __future__ import annotations

import json
import math

import pytest

from tests.readability.tables import WITHOUT_FORMULA
from workbench.errors import UnknownLanguage
from workbench.readability import bands
from workbench.readability.bands import Scale
from workbench.readability.counts import Counts, count_sentences
from workbench.readability.report import analyse, analyse_sentences, report_of
from workbench.readability.scores import FORMULAS

ENGLISH = "The cat sat on the mat. "
PRIMARY = {
    "en": "flesch",
    "es": "szigriszt_pazos",
    "de": "amstad",
    "it": "gulpease",
    "fr": "kandel_moles",
    "nl": "douma",
    "ru": "oborneva",
    "pt": "flesch_pt",
}


@pytest.mark.parametrize(
    ("scale", "lowest", "edges"),
    [
        (
            bands.FLESCH,
            "very_difficult",
            {30: "difficult", 50: "fairly_difficult", 60: "standard", 70: "fairly_easy", 80: "easy", 90: "very_easy"},
        ),
        (
            bands.DOUMA,
            "very_difficult",
            {30: "difficult", 45: "fairly_difficult", 60: "standard", 70: "fairly_easy", 80: "easy", 90: "very_easy"},
        ),
        (
            bands.INFLESZ,
            "very_difficult",
            {40: "somewhat_difficult", 55: "normal", 65: "quite_easy", 80: "very_easy"},
        ),
        (
            bands.GULPEASE,
            "hard_upper_secondary",
            {40: "easy_upper_secondary", 60: "easy_lower_secondary", 80: "easy_primary"},
        ),
        (bands.MARTINS, "very_difficult", {25: "difficult", 50: "easy", 75: "very_easy"}),
        (
            bands.DALE_CHALL,
            "grade_4",
            {
                5: "grades_5_6",
                6: "grades_7_8",
                7: "grades_9_10",
                8: "grades_11_12",
                9: "college",
                10: "college_graduate",
            },
        ),
    ],
)
def test_a_band_begins_at_its_edge(scale: Scale, lowest: str, edges: dict[float, str]) -> None:
    below = lowest
    for edge, name in edges.items():
        assert scale.band_of(math.nextafter(edge, -math.inf)).id == below
        assert scale.band_of(edge).id == name
        below = name
    assert scale.band_of(-1000).id == lowest
    assert scale.band_of(1000).id == below


@pytest.mark.parametrize(("language", "formula"), PRIMARY.items())
def test_primary_score(language: str, formula: str) -> None:
    report = analyse("Ana ama Roma.", language)
    assert report.primary is not None
    assert report.primary.id == formula
    assert report.reason == ""


def test_every_language_with_a_formula_is_listed() -> None:
    assert set(FORMULAS) == set(PRIMARY)


@pytest.mark.parametrize(
    ("language", "name"),
    [("pl", "Polish"), ("uk", "Ukrainian"), ("sv", "Swedish"), ("zh-Hant", "Chinese"), ("ar", "Arabic")],
)
def test_no_validated_formula(language: str, name: str) -> None:
    report = analyse("Ala ma kota. 我爱你。", language)
    assert report.scores == ()
    assert report.primary is None
    assert (
        report.reason
        == f"There is no validated formula for {name}: those of other languages were fitted to their readers."
    )
    assert report.neutral.characters_per_sentence is not None


@pytest.mark.parametrize(("one", "other"), [("de", "de_DE"), ("de", "de-DE"), ("pt-BR", "PT"), ("en", "eng")])
def test_a_region_changes_nothing(one: str, other: str) -> None:
    text = "Die Katze schläft. O rio não é quente. The cat sat."
    assert analyse(text, one) == analyse(text, other)


@pytest.mark.parametrize("language", WITHOUT_FORMULA)
def test_every_other_language_says_that_it_has_no_formula(language: str) -> None:
    report = analyse("Ala ma kota. 我爱你。", language)
    assert (report.scores, report.primary) == ((), None)
    assert report.reason.startswith("There is no validated formula for ")


@pytest.mark.parametrize("language", ["", "xx", "english", "\0"])
def test_what_is_no_language(language: str) -> None:
    with pytest.raises(UnknownLanguage):
        analyse("The cat sat.", language)


@pytest.mark.parametrize(("sentences", "reliable"), [(16, False), (17, True)])
def test_a_score_needs_100_words(sentences: int, reliable: bool) -> None:
    flesch = analyse(ENGLISH * sentences, "en").scores[0]
    assert flesch.reliable is reliable
    assert flesch.reason == ("" if reliable else "Under 100 words a score is not reliable.")
    assert flesch.value == pytest.approx(116.145)


@pytest.mark.parametrize(("sentences", "reliable"), [(29, False), (30, True)])
def test_smog_needs_30_sentences(sentences: int, reliable: bool) -> None:
    smog = next(score for score in analyse(ENGLISH * sentences, "en").scores if score.id == "smog")
    assert smog.reliable is reliable
    assert smog.reason == ("" if reliable else "Under 30 sentences SMOG is not reliable.")


def test_a_text_in_another_script_has_no_reliable_score() -> None:
    score = analyse("Мама мыла раму. " * 50, "en").scores[0]
    assert not score.reliable
    assert score.reason == "Most of these words are not written in the script of English."


@pytest.mark.parametrize("text", ["", " \n\t", "...", "|#+|", "😀", "\0"])
def test_a_text_without_words(text: str) -> None:
    report = analyse(text, "en")
    assert (report.scores, report.counts.words, report.counts.sentences) == ((), 0, 0)
    assert report.reason == "There are no words to score."
    assert report.neutral.words_per_sentence is None


def test_words_are_not_compared_where_there_are_no_spaces() -> None:
    report = analyse("我爱你。今天天气很好。", "zh")
    assert report.neutral.words_per_sentence is None
    assert report.neutral.lix is None
    assert report.to_json()["counts"]["words"] is None
    assert report.to_json()["counts"]["syllables"] is None


def test_sentences_stay_in_line_with_what_was_given() -> None:
    report = analyse_sentences(["One two.", "***", "", "Three."], "en")
    assert [counts.words for counts in report.sentences] == [2, 0, 0, 1]
    assert report.counts.sentences == 2


def test_one_changed_sentence_is_counted_alone() -> None:
    before = analyse_sentences(["The cat sat.", "It was extraordinarily comfortable.", "It slept."], "en")
    changed = count_sentences(["It was cosy."], "en")
    after = report_of((before.sentences[0], *changed, before.sentences[2]), "en")
    assert after == analyse_sentences(["The cat sat.", "It was cosy.", "It slept."], "en")


def test_json() -> None:
    values = analyse("El gato come pescado. La niña bebe agua fría.", "es-MX").to_json()
    assert json.loads(json.dumps(values)) == values
    assert list(values) == ["language", "counts", "primary", "reason", "scores", "neutral", "sentences"]
    assert values["language"] == "es"
    assert values["counts"]["syllables"] == 17
    assert values["scores"]["szigriszt_pazos"] == {
        "name": "Szigriszt-Pazos",
        "value": 84.6572,
        "unit": "points",
        "band": "Very easy",
        "higher_is_easier": True,
        "reliable": False,
        "reason": "Under 100 words a score is not reliable.",
    }
    assert [each["words"] for each in values["sentences"]] == [4, 5]


def test_grades_run_the_other_way() -> None:
    scores = {score.id: score for score in report_of([Counts(words=100, sentences=1, syllables=300)], "en").scores}
    assert (scores["flesch"].higher_is_easier, scores["flesch"].unit) == (True, "points")
    assert (scores["flesch_kincaid"].higher_is_easier, scores["flesch_kincaid"].unit) == (False, "grade")
    assert (scores["dale_chall"].higher_is_easier, scores["dale_chall"].unit) == (False, "points")
