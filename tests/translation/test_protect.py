"""What a model is given of a sentence, and what is made of its answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import Settings
from workbench.items import NUMERIC, find_items
from workbench.translation.carriers import CARRIERS, Carrier, find_carrier
from workbench.translation.engine import Engine
from workbench.translation.protect import Use, prepare

CORES = [
    ("😀 Hello world! 🎉🎉 #news https://x.y/z", "Hello world!"),
    ("• A point", "A point"),
    ("1. A point", "A point"),
    ("Follow #Brexit", "Follow #Brexit"),
    ("Follow #Brexit 😀", "Follow #Brexit"),
    ("What next for #Brexit and #EU", "What next for #Brexit and #EU"),
    ("We follow it. #Brexit #EU", "We follow it."),
    ("Write to a@b.com 😀", "Write to a@b.com"),
    ("Write to us! a@b.com", "Write to us!"),
    ("Follow us on https://x.y/z #news", "Follow us on"),
    ("(a) A point", "A point"),
    ("“All is well.”", "All is well."),
    ("“All is well,” he said.", "“All is well,” he said."),
    ("“All” and “nothing”", "“All” and “nothing”"),
    ("'Tis well'", "'Tis well'"),
    ("Abiy Ahmed: We want peace.", "Abiy Ahmed: We want peace."),
    ("Mr. Smith met Dr. Jones.", "Mr. Smith met Dr. Jones."),
    ("It rose 5%.", "It rose 5%."),
    ("snake_case is here", "snake_case is here"),
    ("A. Smith is here.", "A. Smith is here."),
]
NOTHING_TO_DECODE = [
    "",
    " ",
    "👍👍",
    "https://x.org/a",
    "3.5 %",
    "* * *",
    "—",
    "#news @me",
    "{name}",
    "<br>",
    "5/5",
    "€ 20",
]
LABELS = [
    "Abiy Ahmed: We want peace.",
    "Speaker: The meeting is open.",
    "Photo: A boy in the rain.",
    "Prime Minister: We will not give up.",
    "Angela Merkel: That is right.",
]


@pytest.mark.parametrize(("sentence", "core"), CORES)
def test_what_needs_no_model_is_cut_off_and_put_back(sentence: str, core: str) -> None:
    prepared = prepare(sentence, "en", "en")
    assert prepared.core == core
    assert prepared.before + prepared.core + prepared.after == sentence


@pytest.mark.parametrize(
    ("sentence", "language", "core"),
    [
        ("3. Oktober ist ein Feiertag.", "de", "3. Oktober ist ein Feiertag."),
        ("3. Oktober ist ein Feiertag.", "de-CH", "3. Oktober ist ein Feiertag."),
        ("3) Oktober ist ein Feiertag.", "de", "Oktober ist ein Feiertag."),
        ("- 1. maj er en fridag.", "da", "1. maj er en fridag."),
        ("3. Octubre es un mes.", "es", "Octubre es un mes."),
    ],
)
def test_an_ordinal_is_no_number_of_a_list(sentence: str, language: str, core: str) -> None:
    assert prepare(sentence, language, "en").core == core


@pytest.mark.parametrize("sentence", NOTHING_TO_DECODE)
def test_a_sentence_without_words_is_its_own_translation(sentence: str) -> None:
    prepared = prepare(sentence, "en", "es")
    assert prepared.core == ""
    assert prepared.finish("") == sentence
    assert prepared.masked(CARRIERS[0]) is None


def test_edges_are_set_as_the_language_is() -> None:
    assert prepare("“All is well.” 🎉", "en", "fr").finish("Tout va bien.") == "«\u202fTout va bien.\u202f» 🎉"
    assert prepare("👉 Is it true?", "en", "es").finish("Es verdad?") == "👉 ¿Es verdad?"


def test_a_headline_in_capitals_is_decoded_as_a_sentence() -> None:
    prepared = prepare("UK MINISTERS MEET EU LEADERS AT @MerPolCC https://a.b/c", "en", "es")
    assert prepared.core == "UK ministers meet EU leaders at @MerPolCC"
    assert prepared.finish("Ministros del UK se reúnen en @MerPolCC") == (
        "MINISTROS DEL UK SE REÚNEN EN @MerPolCC https://a.b/c"
    )
    assert prepare("NATO and the UN", "en", "es").core == "NATO and the UN"
    assert prepare("BBC, CNN", "en", "es").core == "BBC, CNN"


def test_items_and_terms_are_carried_by_tokens() -> None:
    sentence = "😀 Ask the Home Office at me@x.org, {name}!"
    at = sentence.index("the Home Office")
    prepared = prepare(sentence, "en", "es", uses=[Use(at, at + 15, "el Ministerio del Interior")])
    masked = prepared.masked(Carrier("X{}"))
    assert masked is not None
    assert masked.core == "Ask X1 at X2, X3!"
    assert (
        masked.finish("¡Pregunte a X1 en X2, X3!") == "😀 ¡Pregunte a el Ministerio del Interior en me@x.org, {name}!"
    )
    assert masked.finish("¡Pregunte a X1 en X2!") is None
    assert masked.finish("¡Pregunte a X1 en X2, X3 X3!") is None
    assert masked.finish("¡Pregunte a X1 en X2, X33!") is None
    assert prepare("We met X1 at me@x.org.", "en", "es").masked(Carrier("X{}")) is None
    many = prepare("Write to a@b.org, b@b.org, c@b.org, d@b.org or e@b.org now.", "en", "es")
    assert many.masked(Carrier("Zyx Vok Wex Qol")) is None


@given(
    st.text()
    | st.lists(st.sampled_from([*"😀•“”\"'<>{}@#:.?! ", "a", "URL", "https://a.b/c", "{n}", "#x", "1. "])).map("".join)
)
def test_every_item_of_any_sentence_comes_back_when_the_model_keeps_it(sentence: str) -> None:
    prepared = prepare(sentence, "en", "es")
    finished = prepared.finish(prepared.core)
    kept = [item.text for item in find_items(sentence) if item.kind not in NUMERIC]
    assert [item.text for item in find_items(finished) if item.kind not in NUMERIC] == kept
    masked = prepared.masked(Carrier("⟦{}⟧"))
    if masked is not None:
        assert masked.finish(masked.core) == finished


def test_labels_come_through(settings: Settings) -> None:
    prepared = [prepare(label, "en", "es") for label in LABELS]
    translations = Engine(settings).translate([each.core for each in prepared], "en", "es")
    for each, hypothesis in zip(prepared, translations, strict=True):
        finished = each.finish(hypothesis.text)
        label, _, rest = finished.partition(": ")
        assert label, finished
        assert rest, finished
        assert not each.core.startswith(("Abiy", "Angela")) or each.core.startswith(label)


def test_an_underscore_stays_one(settings: Settings) -> None:
    [hypothesis] = Engine(settings).translate(["The file my_file_name.txt is here."], "en", "es")
    assert "_" in hypothesis.text


def test_the_starter_carries_a_token(settings: Settings) -> None:
    engine = Engine(settings)

    def translate(sentences: list[str]) -> list[str]:
        return [hypothesis.text for hypothesis in engine.translate(sentences, "en", "es")]

    assert find_carrier(translate, "en") == Carrier("XQ{}")


@pytest.mark.parametrize("language", ["en", "es", "de", "ja", "xx"])
def test_a_carrier_must_come_through_every_sentence(language: str) -> None:
    assert find_carrier(lambda sentences: sentences, language) == CARRIERS[0]
    assert find_carrier(lambda sentences: ["" for _ in sentences], language) is None
    without_xq = find_carrier(lambda sentences: [sentence.replace("XQ1", "XQ 1") for sentence in sentences], language)
    assert without_xq == CARRIERS[1]
