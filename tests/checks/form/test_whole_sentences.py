"""What is said of a translation as a whole: blocking for the worst, so that almost nothing good may be told."""

from __future__ import annotations

import pytest

from tests.checks.form.telling import tell
from workbench.checks.findings import Severity
from workbench.checks.form.empty import Empty
from workbench.checks.form.language import WrongLanguage
from workbench.checks.form.length import Length
from workbench.checks.form.readability import Readability
from workbench.checks.form.repetition import Repetition
from workbench.checks.form.script import Script
from workbench.checks.form.untranslated import Untranslated
from workbench.checks.lengths import LengthVerdict, judge_length

COUNCIL = "The council voted on Tuesday to close three schools in the old town."
CONCEJO = "El concejo votó el martes cerrar tres escuelas en el casco antiguo."


@pytest.mark.parametrize("target", ["…", ".", "---", "\u00a0", "<b></b>", "\x00", "()", "a."])
def test_nothing_for_a_sentence_is_empty(target):
    assert [each.severity for each in tell(Empty(), COUNCIL, target)] == [Severity.BLOCKING]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("***", "***", id="a line of stars has nothing to translate"),
        pytest.param("…", "…", id="nor has an ellipsis"),
        pytest.param("😀", "😀", id="nor a face"),
        pytest.param("Yes", "是", id="one character is a word in Chinese"),
        pytest.param("I.", "I.", id="a Roman numeral"),
        pytest.param(
            "See https://a.example/very/long/address/of/a/page?id=12345.", "见 https://a.example.", id="an address"
        ),
        pytest.param(COUNCIL, CONCEJO, id="a translation"),
        pytest.param("", "Texto", id="no source"),
    ],
)
def test_little_for_little_is_not_empty(source, target):
    assert tell(Empty(), source, target) == []


@pytest.mark.parametrize(
    ("target", "languages", "severity"),
    [
        (COUNCIL, "en-es", Severity.BLOCKING),
        (COUNCIL, "en-de", Severity.BLOCKING),
        (COUNCIL.replace("Tuesday", "martes"), "en-es", Severity.BLOCKING),
        (COUNCIL, "en>es-MX", Severity.BLOCKING),
    ],
)
def test_a_sentence_left_as_it_was_is_untranslated(target, languages, severity):
    assert [each.severity for each in tell(Untranslated(), COUNCIL, target, languages)] == [severity]


def test_signs_left_in_a_language_that_does_not_write_them():
    assert [each.severity for each in tell(Untranslated(), "你好", "你好", "zh-en")] == [Severity.BLOCKING]
    assert tell(Untranslated(), "東京", "東京", "zh-ja") == []
    assert tell(Untranslated(), "是", "是", "zh-en") == []


def test_a_short_sentence_left_as_it_was_is_a_warning():
    assert [each.severity for each in tell(Untranslated(), "Read the story", "Read the story")] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("Angela Merkel", "Angela Merkel", "en-es", id="a name"),
        pytest.param("BBC News, 12:30", "BBC News, 12:30", "en-es", id="a name and a time"),
        pytest.param("No, no.", "No, no.", "en-es", id="a word of both languages"),
        pytest.param("Hotel", "Hotel", "en-de", id="one word"),
        pytest.param("La casa es grande.", "La casa es grande.", "es-gl", id="a short sentence in a close language"),
        pytest.param(
            "https://a.example/the/old/town/hall", "https://a.example/the/old/town/hall", "en-es", id="address"
        ),
        pytest.param(COUNCIL, COUNCIL, "en>en-GB", id="the same language"),
        pytest.param(
            "The film “The Lord of the Rings” is long.", "«The Lord of the Rings» es larga.", "en-es", id="title"
        ),
        pytest.param(
            "He sang “Let it be” and “All you need is love”.",
            "Cantó «Let it be» y «All you need is love».",
            "en-es",
            id="two titles",
        ),
    ],
)
def test_what_is_the_same_in_both_languages_is_not_untranslated(source, target, languages):
    assert tell(Untranslated(), source, target, languages) == []


def test_a_quotation_in_a_sentence_that_is_the_source_is_no_title():
    source = "She said “the council met in the old town hall” and left."
    assert [each.severity for each in tell(Untranslated(), source, source)] == [Severity.BLOCKING]
    half = "Dijo “the council met in the old town hall” and then she left."
    assert [each.severity for each in tell(Untranslated(), source, half)] == [Severity.BLOCKING]


def test_a_loop_is_marked_where_it_begins():
    (found,) = tell(Repetition(), COUNCIL, "La comisión " + "de la " * 8 + "ciudad.")
    assert (found.severity, found.piece) == (Severity.BLOCKING, "de la ")
    (circle,) = tell(Repetition(), COUNCIL, "he ran and they ran and " * 6)
    assert circle.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ha ha ha ha ha!", "¡Ja ja ja ja ja!"),
        ("No, no, no, no, no.", "No, no, no, no, no."),
        ("The number is 000000000000.", "El número es 000000000000."),
        ("Chapter 1 .................... 5", "Capítulo 1 .................... 5"),
        ("Gooooooooooal!", "¡Gooooooooooool!"),
        (COUNCIL, CONCEJO),
    ],
)
def test_what_the_source_repeats_is_no_repetition(source, target):
    assert tell(Repetition(), source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        (COUNCIL, "sovet progolosoval vo vtornik", "en-ru"),
        (COUNCIL, "Совет проголосовал во вторник", "en-es"),
        (COUNCIL, "El concejo vot\ufffd el martes", "en-es"),
        (COUNCIL, "wo men zai zhe li kai hui", "en-zh"),
    ],
)
def test_a_translation_in_another_script_or_with_half_a_character(source, target, languages):
    assert [each.severity for each in tell(Script(), source, target, languages)] == [Severity.BLOCKING]


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        pytest.param("Volkswagen, BMW, Apple", "Volkswagen, BMW, Apple", "en-ru", id="names"),
        pytest.param("iPhone", "iPhone", "en-zh", id="a name with a small letter"),
        pytest.param("Visit www.bbc.co.uk now", "www.bbc.co.uk", "en-ru", id="an address"),
        pytest.param("Tolstoy wrote “Война и мир”.", "Tolstói escribió «Война и мир».", "ru-es", id="a title"),
        pytest.param("H2O", "H2O", "en-hi", id="a formula"),
    ],
)
def test_names_and_what_the_source_has_are_in_no_wrong_script(source, target, languages):
    assert tell(Script(), source, target, languages) == []


def test_another_large_language_is_named():
    (found,) = tell(
        WrongLanguage(),
        COUNCIL,
        "Le conseil a voté mardi pour la fermeture de trois écoles dans la vieille ville.",
        "en-de",
    )
    assert (found.severity, found.message) == (Severity.WARNING, "This seems to be French.")


def test_a_title_that_is_kept_is_no_other_language():
    source = "The film “The Lord of the Rings: The Return of the King” won."
    assert tell(WrongLanguage(), source, "La película «The Lord of the Rings: The Return of the King» ganó.") == []


def test_other_words_of_the_source_s_language_are_told():
    reply = "We have to think about that, and it will take a while before there is an answer to all of this."
    assert [each.message for each in tell(WrongLanguage(), COUNCIL, reply, "en-de")] == ["This seems to be English."]


@pytest.mark.parametrize(
    ("target", "languages"),
    [
        pytest.param(CONCEJO, "en-es", id="the right one"),
        pytest.param("O conselho votou na terça-feira o encerramento de três escolas.", "en-es", id="a neighbour"),
        pytest.param(COUNCIL, "en-de", id="the source itself, which is told as untranslated"),
        pytest.param("Le Monde, La Repubblica, Der Spiegel, The Times", "en-de", id="names of newspapers"),
    ],
)
def test_a_language_that_may_be_right_is_not_told(target, languages):
    assert tell(WrongLanguage(), COUNCIL, target, languages) == []


LONG = COUNCIL + " The decision has to be confirmed by the region before the end of the year, said the mayor on Friday."
LARGO = CONCEJO + " La región debe confirmar la decisión antes de fin de año, dijo el alcalde el viernes."


@pytest.mark.parametrize(
    ("source", "target", "languages", "verdict"),
    [
        (LONG, LARGO, "en-es", LengthVerdict.USUAL),
        (LONG, CONCEJO, "en-es", LengthVerdict.SHORT),
        (COUNCIL, LARGO + LARGO, "en-es", LengthVerdict.LONG),
        (
            LONG,
            "市议会周二投票决定关闭老城的三所学校。市长周五表示，该决定须在年底前由地区政府确认。",
            "en-zh",
            LengthVerdict.USUAL,
        ),
        (LONG, "市议会周二投票。", "en-zh", LengthVerdict.SHORT),
        ("Yes.", "Por supuesto que sí.", "en-es", LengthVerdict.USUAL),
        # Nothing is known of Basque and Welsh: only gross differences are told.
        (LONG, CONCEJO, "eu-cy", LengthVerdict.USUAL),
        (LONG, "Bai.", "eu-cy", LengthVerdict.SHORT),
        ("", "x", "en-es", LengthVerdict.USUAL),
        ("   ", "x", "en-es", LengthVerdict.USUAL),
        ("x", "", "en-es", LengthVerdict.USUAL),
    ],
)
def test_lengths_beside_people_s_translations_of_the_same_pair(source, target, languages, verdict):
    assert judge_length(source, target, *languages.split("-")) is verdict
    assert bool(tell(Length(), source, target, languages)) is (verdict is not LengthVerdict.USUAL)


def test_a_plain_sentence_made_very_hard_is_told_and_one_that_is_as_hard_is_not():
    source, target, *_ = Readability.example
    assert [each.severity for each in tell(Readability(), source, target)] == [Severity.WARNING]
    assert tell(Readability(), source, CONCEJO) == []
    hard = (
        "The municipality, whose educational infrastructure manifests structural budgetary insufficiencies, inevitably "
        "requires, as those who represent the teaching profession institutionally have repeatedly indicated, "
        "substantial increments of financing destined for scholastic establishments throughout the administration."
    )
    assert tell(Readability(), hard, target) == []
