"""Where repair ends: no failing try ends a run, no kind of fault stops the repair of another, nothing is too long."""

from __future__ import annotations

import time

import pytest

from tests.packages_builder import Behaviour, build_package
from tests.translation.test_repair import LABEL, NUMBER, ONE_CLAUSE, TWO_CLAUSES, spelled, translate, translator
from workbench.config import Settings
from workbench.errors import BrokenPackage
from workbench.memory.terms import Glossary, Term
from workbench.translation.attempts import Answer, Attempt
from workbench.translation.candidates import Case
from workbench.translation.clauses import split_clauses
from workbench.translation.cutting import MAX_TOKENS
from workbench.translation.decoding import Decoding, Variation
from workbench.translation.engine import Engine
from workbench.translation.faults import FaultKind
from workbench.translation.models import Model
from workbench.translation.protect import prepare
from workbench.translation.repair import Ladder
from workbench.translation.repair_record import WATCHED, RepairRecord


def model_of(engine: Engine) -> Model:
    return engine._models.get(engine.route("en", "ru").packages[0])


def test_a_clause_too_long_for_the_model_is_cut() -> None:
    sentence = "Hello there, and " + " ".join(f"house {number}" for number in range(600))
    parts = split_clauses(sentence, str.split)
    assert "".join(part.text for part in parts) == sentence
    assert max(len(part.tokens) for part in parts) <= MAX_TOKENS


def test_many_clauses_are_split_in_linear_time() -> None:
    began = time.process_time()
    split_clauses("aa; " * 20_000, str.split)
    assert time.process_time() - began < 2


def test_a_try_that_the_decoder_cannot_do_leaves_the_best_so_far(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = Attempt.wait

    def failing(attempt: Attempt) -> None:
        wait(attempt)
        if attempt.variation != Variation():
            raise BrokenPackage("No position encodings are defined.")

    monkeypatch.setattr(Attempt, "wait", failing)
    engine = translator(settings, stops_after=(":",))
    sentences = [ONE_CLAUSE, LABEL, NUMBER]
    results = list(engine.translate(sentences, "en", "ru"))
    assert [results[0].text, results[2].text] == [spelled(ONE_CLAUSE), spelled(NUMBER)]
    assert results[1].faults
    monkeypatch.undo()
    assert translate(engine, LABEL).text == spelled(LABEL), "what failed once is not remembered"


class _Given:
    """An attempt that was answered so."""

    is_whole = False
    is_masked = False

    def __init__(self, *answers: tuple[str, float], usable: bool = True) -> None:
        self._answers = answers
        self._usable = usable

    def answers(self):  # type: ignore[no-untyped-def]
        return (Answer(text, score, False, [], list) for text, score in self._answers)

    def finish(self, text: str) -> str | None:
        return text if self._usable else None


def test_what_cannot_be_used_sets_no_bar_and_the_natural_text_always_counts(settings: Settings) -> None:
    ladder = Ladder(model_of(translator(settings)), Decoding(), "en", "ru")
    case = Case(prepare(ONE_CLAUSE, "en", "ru"), ())
    assert ladder._best(case, _Given(("garbled", -0.1), usable=False)) is None  # type: ignore[arg-type]
    natural = ladder._best(case, _Given(("нет", -2.5)))  # type: ignore[arg-type]
    assert natural is not None
    ladder._best(case, _Given(("другой", -0.1)))  # type: ignore[arg-type]
    assert ladder._best(case, _Given(("нет", -3.0))) is None  # type: ignore[arg-type]
    assert ladder._best(case, _Given(("нет", -3.0), ("ни", -4.0)), is_needed=True) is not None  # type: ignore[arg-type]


class TestRecord:
    def test_each_kind_of_fault_has_its_own(self) -> None:
        record = RepairRecord()
        for _ in range(WATCHED):
            assert record.begin(FaultKind.BROKEN_TERM)
            record.end(FaultKind.BROKEN_TERM, is_mended=False)
        assert not record.begin(FaultKind.BROKEN_TERM)
        assert record.begin(FaultKind.BROKEN_TERM, insists=True)
        assert record.begin(FaultKind.LOOP)

    def test_what_was_not_tried_is_not_remembered(self, settings: Settings) -> None:
        engine = translator(settings, stops_after=(":",))
        repairs = model_of(engine).repairs
        for _ in range(WATCHED):
            repairs.begin(FaultKind.DROPPED_TEXT)
            repairs.end(FaultKind.DROPPED_TEXT, is_mended=False)
        assert translate(engine, LABEL).faults
        for _ in range(WATCHED):
            repairs.begin(FaultKind.DROPPED_TEXT, insists=True)
            repairs.end(FaultKind.DROPPED_TEXT, is_mended=True)
        assert translate(engine, LABEL).text == spelled(LABEL)

    def test_a_person_who_asks_is_never_refused(self, settings: Settings) -> None:
        engine = translator(settings, stops_after=(":",))
        repairs = model_of(engine).repairs
        for _ in range(WATCHED):
            repairs.begin(FaultKind.DROPPED_TEXT)
            repairs.end(FaultKind.DROPPED_TEXT, is_mended=False)
        assert translate(engine, LABEL).faults
        assert engine.retranslate(LABEL, "en", "ru").text == spelled(LABEL)

    def test_a_person_who_asks_is_not_given_what_is_remembered(self, settings: Settings) -> None:
        engine = translator(settings)
        translate(engine, TWO_CLAUSES)
        before = engine.decoded
        engine.retranslate(TWO_CLAUSES, "en", "ru")
        assert engine.decoded == before + 1


def test_the_first_sentence_through_a_third_language_does_not_wait_for_many(settings: Settings) -> None:
    build_package(settings.packages_dir, "en", "ru", behaviour=Behaviour(spells="cyrillic"))
    build_package(settings.packages_dir, "ru", "sr")
    taken = 0

    def sentences():  # type: ignore[no-untyped-def]
        nonlocal taken
        for taken in range(1, 2000):
            yield f"They were {taken}"

    stream = Engine(settings).translate(sentences(), "en", "sr")
    next(stream)
    stream.close()
    assert taken <= 8 + 16 + 32


class TestGlossaryEverywhere:
    def test_alternatives_tell_the_terms_that_they_miss(self, settings: Settings) -> None:
        found = translator(settings).alternatives(
            ONE_CLAUSE, "en", "ru", glossary=Glossary([Term("soldiers", "воины")])
        )
        assert found
        assert all(FaultKind.BROKEN_TERM in {fault.kind for fault in each.faults} for each in found)

    def test_the_second_leg_keeps_what_is_kept(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "en", "sr")
        build_package(settings.packages_dir, "sr", "ru", behaviour=Behaviour(spells="cyrillic"))
        engine = Engine(settings)
        glossary = Glossary([Term("Monday", "", keep=True), Term("cities", "грады")])
        [route] = [route for route in engine.routes("en", "ru") if len(route.packages) == 2]
        onward = engine.translate_onward(ONE_CLAUSE, route, glossary=glossary)
        assert "Monday" in onward.text or FaultKind.BROKEN_TERM in {fault.kind for fault in onward.faults}
        assert "грады" not in [fault.detail for fault in onward.faults]


def test_a_model_that_loops_is_soon_found_out(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    model = model_of(translator(settings, loop=(1, 2)))
    submit, lengths = model.submit, []

    def noted(batch: list[list[str]], decoding: Decoding) -> list[object]:
        lengths.append((decoding.max_decoding_length, max(map(len, batch))))
        return submit(batch, decoding)

    monkeypatch.setattr(model, "submit", noted)
    assert model.trust.carrier(model) is None
    assert lengths
    assert all(most <= max(48, 2 * longest) for most, longest in lengths)
