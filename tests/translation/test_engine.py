"""Translating: in order, streamed, through one package or two, from several threads, whatever the input."""

from __future__ import annotations

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.packages_builder import build_package
from workbench.config import Settings
from workbench.errors import BadInput, BrokenPackage, NoModel
from workbench.translation.engine import Decoding, Engine

WORDS = ["The", "Russian", "soldier", "said", "they", "were", "bombing", "all", "of", "the", "cities", "on", "Monday"]


def texts(engine: Engine, sentences: list[str], source: str = "xx", target: str = "yy") -> list[str]:
    return [hypothesis.text for hypothesis in engine.translate(sentences, source, target)]


@pytest.fixture
def copier(settings: Settings) -> Engine:
    """An engine whose package from `de` to `nl` copies."""
    build_package(settings.packages_dir, "de", "nl")
    return Engine(settings)


class TestPackageLayouts:
    @pytest.mark.parametrize(
        ("layout", "vocabulary", "prefix", "folder", "zipped"),
        [
            *product(["sentencepiece", "bpe"], ["json", "txt"], ["", ">>nld<<"], [None], [False]),
            ("sentencepiece", "json", "", "de_nl", False),
            ("sentencepiece", "json", "", None, True),
            ("bpe", "txt", "__nl__", None, True),
        ],
    )
    def test_every_layout_translates(
        self, settings: Settings, layout: str, vocabulary: str, prefix: str, folder: str | None, zipped: bool
    ) -> None:
        build_package(
            settings.packages_dir,
            "de",
            "nl",
            layout=layout,
            vocabulary=vocabulary,
            target_prefix=prefix,
            folder_name=folder,
            zipped=zipped,
        )
        sentences = ["The soldier, 24, said: the thinner one.", "Two", "A man and an apple."]
        assert texts(Engine(settings), sentences, "de", "nl") == sentences

    def test_underscores_stay(self, copier: Engine) -> None:
        assert texts(copier, ["snake_case and __init__"], "de", "nl") == ["snake_case and __init__"]

    def test_an_unknown_character_is_copied(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "de", "nl", layout="bpe")
        assert texts(Engine(settings), ["a ж b"], "de", "nl") == ["a ж b"]


class TestStarter:
    def test_the_starter_translates_in_place(self, settings: Settings) -> None:
        [hypothesis] = Engine(settings).translate(["The President said on Monday that 24 people died."], "en", "es")
        assert {"presidente", "lunes", "24", "personas"} <= set(hypothesis.text.split())
        assert hypothesis.pivot is None
        assert not settings.data_dir.exists()

    def test_scores_are_means_per_token(self, settings: Settings) -> None:
        """A sentence that stands three times as long keeps about the score of one."""
        one, three = Engine(settings).translate(
            ["He is afraid."] + ["He is afraid. He is afraid. He is afraid."], "en", "es"
        )
        assert -3 < one.score < 0
        assert 0 < math.exp(three.score) < 1
        assert abs(three.score - one.score) < 1

    def test_a_score_is_the_mean_log_probability(self, settings: Settings) -> None:
        """Checked against CTranslate2's own scoring of the translation it gave."""
        engine = Engine(settings)
        sentence = "The council voted on Tuesday to close three schools."
        [hypothesis] = engine.translate([sentence], "en", "es")
        model = engine._models.get(engine.route("en", "es").packages[0])
        source = model.tokenizer.encode(sentence)
        [result] = model._translator.translate_batch([source], beam_size=4, length_penalty=0.2)
        [scored] = model._translator.score_batch([source], result.hypotheses)
        assert hypothesis.score == pytest.approx(sum(scored.log_probs) / len(scored.log_probs), abs=0.02)


class TestStream:
    @pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 100, 500])
    def test_one_result_a_sentence_in_order(self, copier: Engine, count: int) -> None:
        sentences = [f"{i} {' '.join(WORDS[: 1 + i % 11])}" for i in range(count)]
        assert texts(copier, sentences, "de", "nl") == sentences

    def test_blank_sentences_give_blank_ones(self, copier: Engine) -> None:
        assert texts(copier, ["", "One", " \t", "Two", "\u00a0"], "de", "nl") == ["", "One", "", "Two", ""]

    def test_a_generator_is_read_as_it_goes(self, copier: Engine) -> None:
        taken = 0

        def sentences() -> Iterator[str]:
            nonlocal taken
            for taken in range(1, 10_001):
                yield f"number {taken}"

        stream = copier.translate(sentences(), "de", "nl")
        assert [next(stream).text for _ in range(20)] == [f"number {i}" for i in range(1, 21)]
        assert taken < 500

    def test_closing_stops_handing_out_work(self, copier: Engine) -> None:
        taken = 0

        def sentences() -> Iterator[str]:
            nonlocal taken
            while True:
                taken += 1
                yield f"number {taken}"

        stream = copier.translate(sentences(), "de", "nl")
        next(stream)
        stream.close()
        after_close = taken
        assert texts(copier, ["Two"], "de", "nl") == ["Two"]
        assert taken == after_close
        with pytest.raises(StopIteration):
            next(stream)

    def test_equal_sentences_are_equal(self, copier: Engine) -> None:
        results = list(copier.translate(["Same."] * 50 + ["Other."] + ["Same."] * 50, "de", "nl"))
        assert {result.text for result in results} == {"Same.", "Other."}
        assert len({id(result) for result in results}) == 2

    def test_a_string_is_not_a_list_of_sentences(self, copier: Engine) -> None:
        with pytest.raises(TypeError):
            copier.translate("Hello", "de", "nl")

    def test_a_failing_source_fails_the_stream(self, copier: Engine) -> None:
        def sentences() -> Iterator[str]:
            yield "One"
            raise LookupError("the file is gone")

        with pytest.raises(LookupError):
            list(copier.translate(sentences(), "de", "nl"))


class TestAnyInput:
    @pytest.mark.parametrize("layout", ["sentencepiece", "bpe"])
    def test_long_sentences_lose_nothing(self, settings: Settings, layout: str) -> None:
        """2,000 tokens and more: over the 1,024 at which CTranslate2 cuts, the 256 at which it stops."""
        build_package(settings.packages_dir, "de", "nl", layout=layout)
        sentence = " ".join(f"{i} the soldier said," for i in range(500))
        [text] = texts(Engine(settings), [sentence], "de", "nl")
        assert text.split() == sentence.split()

    def test_a_translation_that_meets_the_limit_is_done_in_parts(self, copier: Engine) -> None:
        sentence = " ".join(f"{i} the soldier said," for i in range(30))
        [hypothesis] = copier.translate([sentence], "de", "nl", decoding=Decoding(max_decoding_length=60))
        assert hypothesis.text == sentence

    @pytest.mark.parametrize("layout", ["sentencepiece", "bpe"])
    def test_a_word_of_10000_letters_loses_nothing(self, settings: Settings, layout: str) -> None:
        build_package(settings.packages_dir, "de", "nl", layout=layout)
        [text] = texts(Engine(settings), ["abcdefghij" * 1000], "de", "nl")
        assert text == "abcdefghij" * 1000

    @pytest.mark.parametrize(
        "sentence",
        [
            "a\0b",
            "😀",
            "👩‍👩‍👧‍👦 family",
            "...",
            "-",
            "\ufeff",
            "\ud800",
            "مرحبا بالعالم",
            "早上好世界",
            "\u200b",
            "a" * 300,
            "\u0301" * 50,
        ],
    )
    @pytest.mark.parametrize("layout", ["sentencepiece", "bpe"])
    def test_odd_input_is_normal_input(self, settings: Settings, layout: str, sentence: str) -> None:
        build_package(settings.packages_dir, "de", "nl", layout=layout)
        results = texts(Engine(settings), ["One", sentence, "Two"], "de", "nl")
        assert len(results) == 3
        assert (results[0], results[2]) == ("One", "Two")

    @given(st.lists(st.text(max_size=40), max_size=12))
    @hypothesis_settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_text_gives_one_result_each(self, copier: Engine, sentences: list[str]) -> None:
        assert len(texts(copier, sentences, "de", "nl")) == len(sentences)

    def test_a_sentence_does_not_hang_on_its_neighbours(self, settings: Settings) -> None:
        engine = Engine(settings)
        sentence = "The bridge, built in 1932, needs urgent repairs."
        alone = texts(engine, [sentence], "en", "es")
        among = texts(engine, ["word " * 300, sentence, "No."], "en", "es")
        assert [among[1]] == alone


class TestPivot:
    @pytest.fixture
    def chain(self, settings: Settings) -> Engine:
        build_package(settings.packages_dir, "de", "en", shift=1)
        build_package(settings.packages_dir, "en", "nl", shift=-1)
        return Engine(settings)

    def test_two_packages_with_the_text_in_between(self, chain: Engine) -> None:
        sentences = ["The soldier said on Monday", "", "they were bombing"]
        results = list(chain.translate(sentences, "de", "nl"))
        halfway = list(chain.translate(sentences, "de", "en"))
        assert [result.text for result in results] == sentences
        assert [result.pivot for result in results] == [half.text for half in halfway]
        assert results[0].pivot != sentences[0]
        assert results[0].score <= halfway[0].score
        assert chain.route("de", "nl").pivot == "en"

    def test_a_long_stream_stays_in_step(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "de", "en", shift=1)
        build_package(settings.packages_dir, "en", "nl")
        engine = Engine(settings)
        sentences = [f"number {i} on Monday" for i in range(300)]
        raw = Decoding(repair=False)  # what these packages write is nonsense
        results = list(engine.translate(sentences, "de", "nl", decoding=raw))
        halfway = engine.translate(sentences, "de", "en", decoding=raw)
        assert [result.pivot for result in results] == [half.text for half in halfway]
        assert [result.text for result in results] == [result.pivot for result in results]

    def test_closing_stops_both(self, chain: Engine) -> None:
        taken = iter(f"number {i}" for i in range(100_000))
        stream = chain.translate(taken, "de", "nl")
        next(stream)
        stream.close()
        assert int(next(taken).split()[1]) < 2000


class TestModelsInMemory:
    def test_threads_share_one_model(self, settings: Settings) -> None:
        build_package(settings.packages_dir, "de", "nl", shift=3)
        engine = Engine(settings)
        sentences = [f"{i} {' '.join(WORDS)}" for i in range(40)]
        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda _: texts(engine, sentences, "de", "nl"), range(8)))
        assert engine.loaded == 1
        assert all(result == results[0] for result in results)
        assert results[0] == texts(engine, sentences, "de", "nl")

    def test_nothing_is_loaded_before_it_is_needed(self, copier: Engine) -> None:
        stream = copier.translate(["One"], "de", "nl")
        assert copier.loaded == 0
        next(stream)
        assert copier.loaded == 1

    def test_a_removed_package_is_dropped_but_finishes_what_it_began(self, copier: Engine, settings: Settings) -> None:
        sentences = [f"number {i}" for i in range(200)]
        stream = copier.translate(sentences, "de", "nl")
        begun = [next(stream).text]
        rmtree(settings.packages_dir)
        copier.refresh()
        assert copier.loaded == 0
        assert begun + [hypothesis.text for hypothesis in stream] == sentences
        with pytest.raises(NoModel):
            copier.translate(["One"], "de", "nl")

    def test_a_replaced_package_is_used_at_once(self, copier: Engine, settings: Settings) -> None:
        assert texts(copier, ["The soldier"], "de", "nl") == ["The soldier"]
        rmtree(settings.packages_dir)
        build_package(settings.packages_dir, "de", "nl", shift=5)
        assert texts(copier, ["The soldier"], "de", "nl") != ["The soldier"]
        assert copier.loaded == 1

    def test_memory_is_bounded(self, settings: Settings) -> None:
        codes = ["fr", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "hu"]
        for code in codes:
            build_package(settings.packages_dir, "de", code)
        engine = Engine(settings)
        for code in codes:
            assert texts(engine, ["One"], "de", code) == ["One"]
        assert engine.loaded == 8


class TestFailures:
    def test_no_model_is_said_at_once(self, settings: Settings) -> None:
        with pytest.raises(NoModel) as caught:
            Engine(settings).translate([], "en", "fr")
        assert str(caught.value) == "No installed model translates from en to fr."
        assert caught.value.hint == "Install one: flask models install en fr"

    @pytest.mark.parametrize("part", [0.0, 0.3, 0.5, 0.99])
    def test_a_half_written_model_is_named(self, copier: Engine, settings: Settings, part: float) -> None:
        [weights] = settings.packages_dir.rglob("model.bin")
        weights.write_bytes(weights.read_bytes()[: int(part * weights.stat().st_size)])
        with pytest.raises(BrokenPackage, match=r"The model de-nl 1\.0 \(installed\) does not work"):
            texts(copier, ["One"], "de", "nl")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("sentencepiece.model", b""),
            ("sentencepiece.model", b"no model at all"),
            ("model/shared_vocabulary.json", b"[]"),
            ("model/shared_vocabulary.json", b"{"),
            ("model/config.json", b"{"),
            ("model/model.bin", b"\x06\0\0\0" + b"\xff" * 64),
        ],
    )
    def test_a_damaged_file_is_a_broken_package(
        self, copier: Engine, settings: Settings, name: str, content: bytes
    ) -> None:
        [package] = settings.packages_dir.iterdir()
        (package / name).write_bytes(content)
        with pytest.raises(BrokenPackage) as caught:
            texts(copier, ["One"], "de", "nl")
        assert "flask models install" in caught.value.hint

    @pytest.mark.parametrize("content", [b"one two three\n", b"\xff\xfe", b"#version: 9\na b\n"])
    def test_damaged_merges_do_not_end_the_process(self, settings: Settings, content: bytes) -> None:
        (build_package(settings.packages_dir, "de", "nl", layout="bpe") / "bpe.model").write_bytes(content)
        with pytest.raises(BrokenPackage):
            texts(Engine(settings), ["One"], "de", "nl")

    def test_a_broken_package_can_be_repaired_without_a_restart(self, copier: Engine, settings: Settings) -> None:
        [weights] = settings.packages_dir.rglob("model.bin")
        good = weights.read_bytes()
        weights.write_bytes(good[:1000])
        with pytest.raises(BrokenPackage):
            texts(copier, ["One"], "de", "nl")
        weights.write_bytes(good)
        assert texts(copier, ["One"], "de", "nl") == ["One"]

    @pytest.mark.parametrize("beam_size", [-1, 0, 1000])
    def test_impossible_beams_are_refused(self, beam_size: int) -> None:
        with pytest.raises(BadInput):
            Decoding(beam_size=beam_size)

    def test_beam_size_comes_from_the_settings(self, tmp_path: Path) -> None:
        engine = Engine(Settings(data_dir=tmp_path, argos_packages=False, beam_size=1))
        [greedy] = engine.translate(["Why did the government wait so long?"], "en", "es")
        [explicit] = engine.translate(
            ["Why did the government wait so long?"], "en", "es", decoding=Decoding(beam_size=1)
        )
        assert greedy == explicit
