"""A translation is compared with what people make of such a source."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readability.tables import rows
from workbench.readability.drift import Drift, Verdict, compare
from workbench.readability.drift_words import summarise
from workbench.readability.report import Report, analyse, analyse_sentences

ENGLISH = [
    "The council met on Monday to talk about the new bridge.",
    "Nobody had expected the mayor to change her mind.",
    "The river has flooded the old town three times since spring.",
    "Shop owners say that they cannot wait another year.",
    "A report on the costs will be published next week.",
    "The work could begin in the summer.",
]
SPANISH = [
    "El ayuntamiento se reunió el lunes para hablar del nuevo puente.",
    "Nadie esperaba que la alcaldesa cambiara de opinión.",
    "El río ha inundado el casco antiguo tres veces desde la primavera.",
    "Los comerciantes dicen que no pueden esperar otro año.",
    "La próxima semana se publicará un informe sobre los costes.",
    "Las obras podrían empezar en verano.",
]


def drift_of(source: list[str], target: list[str], source_language: str = "en", target_language: str = "es") -> Drift:
    return compare(analyse_sentences(source, source_language), analyse_sentences(target, target_language))


def join(first: str, second: str) -> str:
    """Return two sentences as one, as a translator would who minds no reader."""
    return first.removesuffix(".") + ", " + second[0].lower() + second[1:]


def test_a_faithful_translation_is_similar() -> None:
    drift = drift_of(ENGLISH, SPANISH)
    assert (drift.verdict, drift.basis, drift.reason, drift.sentences) == (Verdict.SIMILAR, "pair", "", ())
    assert not any(component.moved for component in drift.components)
    assert summarise(drift, "en", "es") == (
        "The translation is about as hard to read as people's translations from English into Spanish."
    )


def test_merged_sentences_are_harder() -> None:
    drift = drift_of(ENGLISH, [join(*SPANISH[:2]), join(*SPANISH[2:4]), join(*SPANISH[4:])])
    assert drift.verdict is Verdict.HARDER
    assert drift.deviation is not None
    assert drift.limit is not None
    assert drift.deviation > drift.limit
    assert drift.components[0].id == "words_per_sentence"
    assert drift.components[0].moved
    assert drift.sentences


def test_split_sentences_are_easier() -> None:
    halves = [half for sentence in SPANISH for half in (sentence[:30], sentence[30:])]
    assert drift_of(ENGLISH, halves).verdict is Verdict.EASIER


def test_the_sentences_that_account_for_it_are_those_that_grew() -> None:
    padded = list(SPANISH)
    for place in (1, 4):
        padded[place] = padded[place].removesuffix(".") + ", según han contado a este diario varios vecinos del lugar."
    drift = drift_of(ENGLISH, padded)
    assert drift.verdict is Verdict.HARDER
    assert {each.position for each in drift.sentences} <= {2, 5}
    assert all(each.change > 0.5 and each.measure == "words_per_sentence" for each in drift.sentences)
    assert drift.is_explained
    named = {each.position for each in drift.sentences}
    repaired = [SPANISH[place] if place + 1 in named else padded[place] for place in range(len(padded))]
    assert drift_of(ENGLISH, repaired).verdict is Verdict.SIMILAR


def test_longer_words_alone_are_harder() -> None:
    heavy = [sentence.replace(" el ", " aproximadamente ").replace(" la ", " directamente ") for sentence in SPANISH]
    heavy = [sentence.replace("Los ", "Determinados ").replace(" de ", " concerniente ") for sentence in heavy]
    heavy = [sentence.replace(" que ", " consiguientemente ").replace(" en ", " mediante ") for sentence in heavy]
    drift = drift_of(ENGLISH, heavy)
    assert drift.verdict is Verdict.HARDER
    assert "long_word_share" in {component.id for component in drift.components if component.moved}
    assert {each.measure for each in drift.sentences} == {"long_word_share"}


def test_sentences_without_a_translation_yet_are_left_out() -> None:
    drift = drift_of(ENGLISH, [*SPANISH[:4], "", ""])
    whole = drift_of(ENGLISH[:4], SPANISH[:4])
    assert drift == whole
    assert drift.verdict is Verdict.SIMILAR
    assert "not translated" in drift_of(ENGLISH, [*ENGLISH[:4], "", ""]).reason
    assert "only 2 sentences with a translation" in drift_of(ENGLISH, [*SPANISH[:2], "", "", "", ""]).reason


def test_many_heavy_sentences_are_not_all_named() -> None:
    longer = [f"{first} {second}" for first, second in zip(SPANISH, reversed(SPANISH), strict=True)] * 5
    drift = drift_of(ENGLISH * 5, longer)
    assert (drift.verdict, len(drift.sentences), drift.is_explained) == (Verdict.HARDER, 10, False)


@pytest.mark.parametrize(("source", "target"), [("en", "zh"), ("zh", "en"), ("ja", "hi"), ("ar", "fi"), ("zh", "ja")])
def test_scripts_of_all_kinds(source: str, target: str) -> None:
    lines = _sample("reuters.218911")
    drift = drift_of(lines[source], lines[target], source, target)
    assert drift.verdict is Verdict.SIMILAR
    assert [component.id for component in drift.components] == (
        ["characters_per_sentence"]
        if target in {"zh", "ja"}
        else ["words_per_sentence", "letters_per_word", "long_word_share", "lix"]
    )
    measures_missing = source in {"zh", "ja"} and target not in {"zh", "ja"}
    assert all((component.source is None) == measures_missing for component in drift.components)
    joined = [join(*lines[target][place : place + 2]) for place in range(0, len(lines[target]), 2)]
    assert drift_of(lines[source], joined, source, target).verdict is Verdict.HARDER


@pytest.mark.parametrize("document", ["euronews-en.153800", "reuters.218911"])
def test_translations_by_people_are_similar(document: str) -> None:
    lines = _sample(document)
    reports = {language: analyse_sentences(sentences, language) for language, sentences in lines.items()}
    joined = {
        language: analyse_sentences([join(*pair) for pair in zip(each[::2], each[1::2], strict=False)], language)
        for language, each in lines.items()
    }
    pairs = list(permutations(lines, 2))
    assert len(pairs) == 306
    alarms = sum(compare(reports[a], reports[b]).verdict is not Verdict.SIMILAR for a, b in pairs)
    assert alarms <= 0.07 * len(pairs)
    assert sum(compare(reports[a], joined[b]).verdict is Verdict.HARDER for a, b in pairs) >= 0.95 * len(pairs)


def _sample(document: str) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for name, language, sentence in rows("ntrex_sample.tsv"):
        if name == document:
            lines.setdefault(language, []).append(sentence)
    return lines


def test_a_rewritten_text_is_compared_with_itself() -> None:
    same = drift_of(ENGLISH, ENGLISH, "en", "en-GB")
    assert (same.verdict, same.basis) == (Verdict.SIMILAR, "language")
    assert same.deviation == pytest.approx(0)
    joined = [join(*ENGLISH[:2]), join(*ENGLISH[2:4]), join(*ENGLISH[4:])]
    assert drift_of(ENGLISH, joined, "en", "en").verdict is Verdict.HARDER
    assert "Nothing is known" in drift_of(ENGLISH, ENGLISH, "zh", "zh").reason


def test_newspapers_tell_where_no_translations_were_measured() -> None:
    danish = ["Rådet mødtes mandag for at tale om den nye bro.", "Ingen havde ventet at borgmesteren skiftede mening."]
    drift = drift_of(ENGLISH[:2] * 2, danish * 2, "en", "da")
    assert (drift.verdict, drift.basis, drift.limit) == (Verdict.SIMILAR, "language", 1.96)
    (component,) = drift.components
    assert component.id == "lix"
    assert component.source is not None
    # Björnsson (1983): 52 in English, 51 in Danish.
    assert component.expected == pytest.approx(component.source * 51 / 52)
    long = [" ".join(danish * 2).replace(".", ",")] * 4
    heavy = drift_of(ENGLISH[:2] * 2, long, "en", "da")
    assert heavy.verdict is Verdict.HARDER
    assert heavy.sentences


@pytest.mark.parametrize(
    ("source", "target", "language", "reason"),
    [
        ("", "Hola.", "es", "The source is empty."),
        (" ".join(ENGLISH), "", "es", "The translation is empty."),
        (" ".join(ENGLISH), "***", "es", "The translation has no words."),
        (" ".join(ENGLISH), " ".join(ENGLISH), "es", "it is not translated"),
        (" ".join(ENGLISH), "Совет собрался в понедельник.", "es", "not written in the script of Spanish"),
        (ENGLISH[0], SPANISH[0], "es", "The source has only 1 sentence:"),
        (" ".join(ENGLISH), "Rada se sešla v pondělí.", "cs", "Nothing is known"),
        (" ".join(ENGLISH), " ".join(SPANISH[0].replace(" ", "") for _ in range(6)), "es", "not set apart by spaces"),
        ("Yes.\nNo.\nWhy?\nWell.", " ".join(SPANISH), "es", "unlike the news that was measured: it has 1.0 words"),
        ("\0", "\0", "es", "The source has no words."),
        (" ".join(ENGLISH), "1 2 3. " * 10, "es", "Most words of the translation are numbers."),
        (" ".join(ENGLISH), "el gato " * 501, "es", "The translation does not end its sentences."),
        (" ".join(ENGLISH), "猫" * 3001, "zh", "The translation does not end its sentences."),
    ],
)
def test_why_sides_are_not_comparable(source: str, target: str, language: str, reason: str) -> None:
    drift = compare(analyse(source, "en"), analyse(target, language))
    assert drift.verdict is Verdict.NOT_COMPARABLE
    assert reason in drift.reason
    assert (drift.deviation, drift.limit, drift.basis, drift.components) == (None, None, "", ())
    assert summarise(drift, "en", language) == drift.reason


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["The cat sleeps."] * 3, ["El gato duerme."] * 3),  # 12 letters, 3 words on both sides
        (["The cat sleeps.", "He is at home."] * 2, ["El gato duerme.", "Ya no va sola."] * 2),  # and 10, in 4 words
    ],
)
def test_a_short_translation_with_the_letters_of_its_source_is_one(source: list[str], target: list[str]) -> None:
    assert "not translated" not in drift_of(source, target).reason


def test_equal_letters_in_other_words_are_a_translation() -> None:
    source = [sentence.replace("the ", "th e ") for sentence in ENGLISH]
    assert sum(map(len, source)) > sum(map(len, ENGLISH))
    assert "not translated" not in drift_of(source, ENGLISH).reason


@pytest.mark.parametrize("language", ["es", "id", "uk", "zh"])
@pytest.mark.parametrize("gap", ["\n", " "])
def test_what_is_not_translated_is_told_in_every_language(language: str, gap: str) -> None:
    text = gap.join([*ENGLISH, "It is a state-of-the-art up-to-date bridge, Mr. Smith says."])
    drift = compare(analyse(text, "en"), analyse(text, language))
    assert "not translated" in drift.reason


def test_as_json() -> None:
    similar = drift_of(ENGLISH, SPANISH).to_json()
    assert list(similar) == [
        "verdict", "reason", "deviation", "limit", "basis", "components", "sentences", "is_explained",
    ]  # fmt: skip
    assert similar["verdict"] == "similar"
    assert similar["components"][0]["id"] == "words_per_sentence"
    assert similar["components"][0]["source"] == 9.5
    harder = drift_of(ENGLISH, [join(*SPANISH[:3:2]), *SPANISH[3:]]).to_json()
    assert [list(each) for each in harder["sentences"]] == [["position", "change", "measure"]] * len(
        harder["sentences"]
    )
    assert json.loads(json.dumps(harder)) == harder
    nothing = drift_of([], []).to_json()
    assert (nothing["verdict"], nothing["deviation"], nothing["components"]) == ("not_comparable", None, [])


texts = st.text(max_size=80) | st.sampled_from([*ENGLISH, *SPANISH, "", "***", "我们", "5", "\0", "😀 😀", "x" * 300])
languages = st.sampled_from(["en", "es", "zh", "ja", "ar", "hi", "fi", "da", "cs", "th"])


@given(source=st.lists(texts, max_size=8), target=st.lists(texts, max_size=8), one=languages, other=languages)
def test_any_texts_in_any_languages(source: list[str], target: list[str], one: str, other: str) -> None:
    drift = drift_of(source, target, one, other)
    assert (drift.reason != "") == (drift.verdict is Verdict.NOT_COMPARABLE) == (drift.deviation is None)
    assert len(drift.sentences) <= 10
    assert all(1 <= each.position <= len(target) for each in drift.sentences)
    if drift.deviation is not None and drift.limit is not None:
        assert (abs(drift.deviation) > drift.limit) == (drift.verdict is not Verdict.SIMILAR)
    json.dumps(drift.to_json(), allow_nan=False)
    assert summarise(drift, one, other).endswith(".")


@given(st.lists(texts, max_size=8), languages)
def test_a_text_is_neither_harder_nor_easier_than_itself(sentences: list[str], language: str) -> None:
    assert drift_of(sentences, sentences, language, language).verdict in {Verdict.SIMILAR, Verdict.NOT_COMPARABLE}


def test_threads_do_not_change_the_verdict() -> None:
    lines = _sample("euronews-en.153800")
    pairs: list[tuple[Report, Report]] = [
        (analyse_sentences(lines[a], a), analyse_sentences(lines[b], b)) for a, b in permutations(lines, 2)
    ]
    alone = [compare(*pair) for pair in pairs]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda pair: compare(*pair), pairs * 4)) == alone * 4
