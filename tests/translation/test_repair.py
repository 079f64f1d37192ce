"""The failures that users of Argos Translate report (FACTS: loops, echoes, dropped text, changed numbers), each with
a package that really fails so: out comes the mended text, or the flag."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.packages_builder import CYRILLIC, Behaviour, build_package
from workbench.config import Settings
from workbench.items import lost_items
from workbench.memory.terms import Glossary, Term
from workbench.translation.decoding import Decoding, Hypothesis
from workbench.translation.engine import Engine
from workbench.translation.faults import FaultKind

LABEL = "Council: the soldiers said on Monday they were bombing the cities"
EMOJI = "The soldiers were in the cities 😀 they said on Monday they were bombing"
TWO_CLAUSES = "The soldiers said on Monday; they were in the cities"
ONE_CLAUSE = "The soldiers said on Monday they were bombing all of the cities"
NUMBER = "The soldiers said 244 cities were bombing on Monday"


def spelled(text: str) -> str:
    """What the good translator makes of a text."""
    return text.translate(CYRILLIC)


def translator(settings: Settings, target: str = "ru", **behaviour: object) -> Engine:
    """An engine whose package from English spells in Cyrillic letters, but for what `behaviour` says."""
    build_package(settings.packages_dir, "en", target, behaviour=Behaviour(**{"spells": "cyrillic", **behaviour}))
    return Engine(settings)


def translate(engine: Engine, sentence: str, target: str = "ru", **options: object) -> Hypothesis:
    [hypothesis] = engine.translate([sentence], "en", target, **options)
    return hypothesis


MENDED = {
    "a loop, by clauses": ({"loop": (9, 5)}, TWO_CLAUSES),
    "an echo, by the second hypothesis": ({"echo": -1}, ONE_CLAUSE),
    "text dropped after a label, by clauses": ({"stops_after": (":",)}, LABEL),
    "text dropped after a label, by the second hypothesis": ({"stops_after": (":",), "stop_weight": 10}, LABEL),
    "text dropped after an emoji, by clauses": ({"stops_after": ("<unk>",)}, EMOJI),
    "a number changed, by the second hypothesis": ({"doubts": (("4", "7"),)}, "The soldiers said 24 were bombing"),
    "numbers changed, from the alignment": ({"spells": "swapped"}, NUMBER),
    "a truncated sentence, by clauses": (
        {"stops_at": 16},
        f"{TWO_CLAUSES}; the Russians were bombing all of the cities",
    ),
}


@pytest.mark.parametrize(("behaviour", "sentence"), MENDED.values(), ids=MENDED)
def test_what_can_be_mended_is(settings: Settings, behaviour: dict[str, object], sentence: str) -> None:
    engine = translator(settings, **behaviour)
    hypothesis = translate(engine, sentence)
    assert (hypothesis.text, hypothesis.faults) == (spelled(sentence), ())
    raw = translate(engine, sentence, decoding=Decoding(repair=False))
    assert raw.text != hypothesis.text
    assert raw.faults == ()


FLAGGED = {
    "a loop": ({"loop": (1, 2)}, ONE_CLAUSE, FaultKind.CUT_OFF),
    "an echo": ({"spells": ""}, ONE_CLAUSE, FaultKind.ECHO),
    "half an echo": ({"echo": 2}, ONE_CLAUSE, FaultKind.ECHO),
    "nothing": ({"is_silent": True}, ONE_CLAUSE, FaultKind.EMPTY),
    "a few words of many": ({"stops_at": 4}, ONE_CLAUSE, FaultKind.TOO_SHORT),
}


@pytest.mark.parametrize(("behaviour", "sentence", "kind"), FLAGGED.values(), ids=FLAGGED)
def test_what_cannot_be_mended_is_flagged(
    settings: Settings, behaviour: dict[str, object], sentence: str, kind: FaultKind
) -> None:
    hypothesis = translate(translator(settings, **behaviour), sentence)
    assert kind in {fault.kind for fault in hypothesis.faults}


def test_another_script_is_flagged(settings: Settings) -> None:
    hypothesis = translate(translator(settings, target="de"), ONE_CLAUSE, target="de")
    assert [fault.kind for fault in hypothesis.faults] == [FaultKind.WRONG_SCRIPT]


def test_a_good_translation_has_no_faults_and_is_decoded_once(settings: Settings) -> None:
    engine = translator(settings)
    sentences = [ONE_CLAUSE, LABEL, EMOJI, NUMBER, TWO_CLAUSES]
    results = list(engine.translate([*sentences, *sentences], "en", "ru"))
    assert [result.text for result in results] == [spelled(sentence) for sentence in [*sentences, *sentences]]
    assert {result.faults for result in results} == {()}
    assert engine.decoded == len(sentences)


def test_one_changed_sentence_costs_one_decoded_sentence(settings: Settings) -> None:
    engine = translator(settings)
    article = [f"The soldiers said {number}" for number in range(50)]
    list(engine.translate(article, "en", "ru"))
    article[20] = "They were bombing"
    before = engine.decoded
    list(engine.translate(article, "en", "ru"))
    assert engine.decoded == before + 1
    engine.forget()
    list(engine.translate(article, "en", "ru"))
    assert engine.decoded == before + 1 + len(article)


def test_order_is_kept_around_faulty_sentences(settings: Settings) -> None:
    engine = translator(settings, stops_after=(":",))
    sentences = [f"{LABEL} {number}" if number % 5 == 2 else f"The soldiers said {number}" for number in range(400)]
    assert [result.text for result in engine.translate(sentences, "en", "ru")] == [spelled(s) for s in sentences]


def test_sentences_before_the_first_faulty_one_come_out_at_once(settings: Settings) -> None:
    engine = translator(settings, loop=(9, 5))
    taken = 0

    def sentences():  # type: ignore[no-untyped-def]
        nonlocal taken
        for taken in range(1, 2000):
            yield f"{TWO_CLAUSES} {taken}" if taken % 7 == 0 else f"The soldiers {taken}"

    stream = engine.translate(sentences(), "en", "ru")
    assert next(stream).text == spelled("The soldiers 1")
    assert taken < 100
    stream.close()


def test_a_package_that_cannot_be_helped_is_soon_left_alone(settings: Settings) -> None:
    """Every sentence is flagged, but few are tried again: 32, and then one in 16."""
    engine = translator(settings, spells="")
    sentences = [f"{TWO_CLAUSES} number {number}" for number in range(320)]
    results = list(engine.translate(sentences, "en", "ru"))
    assert [result.text for result in results] == sentences
    assert all(FaultKind.ECHO in {fault.kind for fault in result.faults} for result in results)
    model = engine._models.get(engine.route("en", "ru").packages[0])
    assert 32 < model.repairs.started <= 32 + 320 / 16


def test_each_leg_of_a_pivot_is_mended_and_tells_its_faults(settings: Settings) -> None:
    build_package(settings.packages_dir, "en", "ru", behaviour=Behaviour(spells="cyrillic", stops_after=(":",)))
    build_package(settings.packages_dir, "ru", "sr")
    engine = Engine(settings)
    [hypothesis] = engine.translate([LABEL], "en", "sr")
    assert hypothesis.pivot == spelled(LABEL)
    assert {fault.kind for fault in hypothesis.faults} == {FaultKind.ECHO}


class TestGlossary:
    def test_a_term_is_put_in_by_itself(self, settings: Settings) -> None:
        engine = Engine(settings)
        glossary = Glossary([Term("council", "concejo municipal")])
        [hypothesis] = engine.translate(
            ["The council voted on Tuesday to close three schools."], "en", "es", glossary=glossary
        )
        assert "concejo municipal" in hypothesis.text.lower()
        assert hypothesis.faults == ()

    def test_a_term_that_cannot_be_put_in_is_flagged(self, settings: Settings) -> None:
        engine = translator(settings, is_silent=True)
        glossary = Glossary([Term("soldiers", "воины")])
        hypothesis = translate(engine, ONE_CLAUSE, glossary=glossary)
        assert hypothesis.faults
        assert translate(engine, ONE_CLAUSE).faults[0].kind is FaultKind.EMPTY

    def test_another_glossary_is_another_translation(self, settings: Settings) -> None:
        engine = Engine(settings)
        sentences = ["The council voted on Tuesday.", "The weather was cold."]
        first = [h.text for h in engine.translate(sentences, "en", "es", glossary=Glossary([Term("council", "pleno")]))]
        before = engine.decoded
        second = [
            h.text for h in engine.translate(sentences, "en", "es", glossary=Glossary([Term("council", "junta")]))
        ]
        assert "pleno" in first[0]
        assert "junta" in second[0]
        assert first[1] == second[1]
        assert engine.decoded == before + 1


PIECES = st.sampled_from(
    [
        "24",
        "3.5%",
        "£2.8bn",
        "https://a.org/x",
        "me@x.org",
        "@name",
        "#tag",
        "{name}",
        "%s",
        "<b>",
        "😀",
        "1,000",
        "5 pm",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12) | st.sampled_from(ONE_CLAUSE.split()), max_size=8).map(" ".join)


@pytest.fixture(scope="module", params=[{}, {"spells": "swapped"}, {"stops_at": 3}], ids=["copies", "swaps", "stops"])
def any_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("packages")
    own = Settings(data_dir=folder, argos_packages=False, threads=1)
    build_package(own.packages_dir, "en", "ru", behaviour=Behaviour(**request.param))
    return Engine(own)


@given(sentence=TEXTS)
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_item_is_in_the_target_or_the_sentence_is_flagged(any_engine: Engine, sentence: str) -> None:
    hypothesis = translate(any_engine, sentence)
    assert hypothesis.faults or not lost_items(sentence, hypothesis.text, "en", "ru")
