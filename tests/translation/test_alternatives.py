"""Other translations: different ones, the best first, through one package or two, within a time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packages_builder import build_package
from workbench.config import Settings
from workbench.errors import BrokenPackage, ModelBusy, NoModel
from workbench.translation.alternatives import choose, text_key
from workbench.translation.engine import Decoding, Engine, Hypothesis

SENTENCES = [
    "The government said on Monday that the price of bread would rise by 20 percent next year.",
    "She was happy.",
    "Police arrested three men after the robbery in the old town.",
]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(Settings(data_dir=tmp_path_factory.mktemp("data"), argos_packages=False, threads=2))


def hypotheses(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text, -0.1 * place) for place, text in enumerate(texts)]


class TestChoosing:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("El gato.", "el  gato"), ("«Sí», dijo.", "Sí dijo"), ("½ taza", "1⁄2 taza"), ("!!!", "!!!")],
    )
    def test_case_space_and_punctuation_make_no_difference(self, one: str, other: str) -> None:
        assert text_key(one) == text_key(other)

    def test_a_letter_does(self) -> None:
        assert len({text_key("El gato"), text_key("El pato"), text_key("?"), text_key("!")}) == 4

    def test_the_best_of_what_counts_as_one_stays_and_what_is_known_goes(self) -> None:
        pool = hypotheses("Un gato.", "un gato", "El gato duerme.", "Un gato!", "Uno solo")
        chosen = choose(pool, 5, [text_key("UNO SOLO")])
        assert [hypothesis.text for hypothesis in chosen] == ["Un gato.", "El gato duerme."]

    def test_what_differs_more_goes_before_near_copies_and_all_come_best_first(self) -> None:
        pool = hypotheses("el gato negro duerme", "el gato negro dormía", "un perro blanco corre", "una vaca come")
        chosen = choose(pool, 3)
        assert [hypothesis.text for hypothesis in chosen] == [pool[0].text, pool[2].text, pool[3].text]
        assert [hypothesis.text for hypothesis in choose(pool, 4)] == [hypothesis.text for hypothesis in pool]

    def test_what_is_far_worse_than_the_best_and_what_is_no_text_is_left_out(self) -> None:
        pool = [Hypothesis("bien hecho", -0.2), Hypothesis("mal hecho", -2.0), Hypothesis("� uno", -0.1)]
        assert [hypothesis.text for hypothesis in choose(pool, 5)] == ["bien hecho"]

    @given(st.lists(st.tuples(st.text(), st.floats(-3, 0))), st.integers(1, 5))
    def test_any_pool(self, pool: list[tuple[str, float]], count: int) -> None:
        chosen = choose([Hypothesis(text, score) for text, score in pool], count)
        assert len(chosen) <= count
        assert len({text_key(hypothesis.text) for hypothesis in chosen}) == len(chosen)
        assert all(one.score >= other.score for one, other in zip(chosen, chosen[1:], strict=False))


class TestWithTheStarter:
    @pytest.mark.parametrize("sentence", SENTENCES)
    def test_they_differ_from_each_other_and_from_what_stands_there(self, starter: Engine, sentence: str) -> None:
        current = starter.retranslate(sentence, "en", "es")
        found = starter.alternatives(sentence, "en", "es", avoid=[current.text])
        assert 2 <= len(found) <= 5
        assert len({text_key(text) for text in [current.text, *(each.text for each in found)]}) == len(found) + 1
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
        assert all(each.score <= 0 for each in found)

    def test_what_stands_there_is_left_out_though_its_edges_were_put_back(self, starter: Engine) -> None:
        sentence = f"1) {SENTENCES[2]} https://example.org"
        current = starter.retranslate(sentence, "en", "es")
        assert current.text.startswith("1) ")
        texts = [each.text for each in starter.alternatives(sentence, "en", "es")]
        assert current.text in texts
        others = [each.text for each in starter.alternatives(sentence, "en", "es", avoid=[current.text])]
        assert others
        assert current.text not in others
        assert len({text_key(text) for text in others}) == len(others)

    def test_without_avoiding_it_the_usual_translation_is_among_them(self, starter: Engine) -> None:
        usual = starter.retranslate(SENTENCES[2], "en", "es")
        found = {each.text: each for each in starter.alternatives(SENTENCES[2], "en", "es", count=5)}
        assert found[usual.text].score == pytest.approx(usual.score, abs=1e-3)

    @pytest.mark.parametrize("sentence", ["", "   ", "\u200b"])
    def test_nothing_to_see_has_none(self, starter: Engine, sentence: str) -> None:
        assert all(each.text.strip() for each in starter.alternatives(sentence, "en", "es"))

    def test_a_sentence_in_parts_keeps_all_of_them(self, starter: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("workbench.translation.alternatives.PATIENCE_SECONDS", 300)  # for a machine that is full
        sentence = ", and ".join(f"the people of town {number} said that they would not leave" for number in range(14))
        usual = starter.retranslate(sentence, "en", "es")
        found = starter.alternatives(sentence, "en", "es", avoid=[usual.text])
        assert found
        assert all(len(each.text) > 0.8 * len(usual.text) for each in found)

    def test_another_beam_is_used(self, starter: Engine) -> None:
        sentences = [f"{sentence} {SENTENCES[2]}" for sentence in SENTENCES]
        one = [starter.retranslate(each, "en", "es", decoding=Decoding(beam_size=1)).text for each in sentences]
        eight = [starter.retranslate(each, "en", "es", decoding=Decoding(beam_size=8)).text for each in sentences]
        assert one != eight

    def test_a_busy_decoder_is_waited_for_and_then_told(self, starter: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("workbench.translation.alternatives.PATIENCE_SECONDS", 0.05)
        work = starter.translate((f"{SENTENCES[0]} {number}" for number in range(2000)), "en", "es")
        next(work)
        start = time.monotonic()
        with pytest.raises(ModelBusy):
            starter.alternatives(SENTENCES[0], "en", "es")
        assert time.monotonic() - start < 2
        work.close()


class TestRoutes:
    def test_every_way_is_listed_the_best_first(self, settings: Settings) -> None:
        for source, target in (("es", "en"), ("en", "fr"), ("es", "fr"), ("es", "it"), ("it", "fr")):
            build_package(settings.packages_dir, source, target)
        routes = Engine(settings).routes("es", "fr")
        assert [route.id.replace(" 1.0 (installed)", "") for route in routes] == [
            "es-fr",
            "es-en + en-fr",
            "es-it + it-fr",
        ]

    def test_a_chosen_way_is_taken(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "es", "fr")
        build_package(settings.packages_dir, "es", "en", shift=1)
        build_package(settings.packages_dir, "en", "fr", shift=2)
        engine = Engine(settings)
        direct, chain = engine.routes("es", "fr")
        assert engine.retranslate("The city.", "es", "fr", route=direct).text == "The city."
        through = engine.retranslate("The city.", "es", "fr", route=chain)
        assert through.pivot not in (None, "The city.", through.text)
        assert engine.translate_onward(through.pivot or "", chain).text == through.text
        assert engine.alternatives("The city.", "es", "fr", route=chain)[0].text == through.text

    def test_going_on_asks_the_second_model_only(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "es", "en", shift=1)
        build_package(settings.packages_dir, "en", "fr", shift=2)
        engine = Engine(settings)
        route = engine.route("es", "fr")
        engine.translate_onward("The city.", route)
        assert engine.loaded == 1

    def test_no_model_and_a_broken_one_are_told(self, settings: Settings) -> None:
        path = build_package(settings.packages_dir, "es", "en")
        engine = Engine(settings)
        with pytest.raises(NoModel):
            engine.alternatives("Hola.", "es", "de")
        (path / "model" / "model.bin").write_bytes(b"nothing")
        with pytest.raises(BrokenPackage):
            engine.alternatives("Hola.", "es", "en")
