"""What is expected of a translation, computed by hand; and what the table was built from."""

from __future__ import annotations

import json
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readability.tables import rows
from tools import drift_regression
from tools.build_drift import SAMPLE, count_sample, write, write_sample
from tools.ntrex import FILES
from workbench.readability.calibration import (
    TABLE,
    PairCalibration,
    Regression,
    SourceSide,
    from_json,
    pair_calibration,
)
from workbench.readability.counts import Counts
from workbench.readability.newspapers import NEWSPAPER_LIX, expect_from_newspapers
from workbench.readability.residuals import Expectation, Expectations, Sums

# The mean source has 10 words a sentence, 5 letters a word, a fifth of long words; its translations have 12 words.
SIDE = SourceSide(4.0, (log(10), log(5), 0.2), ((1.0, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)))
LENGTH = Regression("words_per_sentence", log(12), (1.0, 0.0, 0.0), 0.1, 2.0, 1.5)
WORDS = Regression("long_word_share", 0.3, (0.0, 0.0, 0.5), 0.02, 2.0, 2.0)
LIX = Regression("lix", log(42), (0.0, 0.0, 0.0), 0.05, 2.0, 2.0)
CALIBRATION = PairCalibration(SIDE, (LENGTH, WORDS, LIX), (LENGTH, WORDS, LIX))


def counts(words: int, letters: int, long_words: int, sentences: int = 12) -> Counts:
    return Counts(characters=letters + words, letters=letters, words=words, long_words=long_words, sentences=sentences)


@pytest.mark.parametrize(
    ("source", "expected", "spread"),
    [
        # 12 sentences weigh 12 / 24; the leverage is 1 / 4: spread² = 2 + 0.25.
        (counts(120, 600, 24), {"words_per_sentence": 12.0, "long_word_share": 0.3}, 1.5),
        # Twice as long: leverage 1 / 4 + ln² 2 = 0.7305, spread² = 2.7305.
        (counts(240, 1200, 48), {"words_per_sentence": 24.0, "long_word_share": 0.3}, 1.6524),
        # Half of the words long, 0.3 more than the mean, slope 0.5.
        (counts(120, 600, 60), {"words_per_sentence": 12.0, "long_word_share": 0.45}, 1.5),
        # 4 sentences weigh 4 / 16: spread² = 4.25.
        (counts(40, 200, 8, sentences=4), {"words_per_sentence": 12.0, "long_word_share": 0.3}, 2.0616),
    ],
)
def test_expected_by_hand(source: Counts, expected: dict[str, float], spread: float) -> None:
    expectations = CALIBRATION.expect(source, is_aligned=True)
    for measure, value in expected.items():
        assert expectations.value_of(measure) == pytest.approx(value)
    assert [each.sd for each in expectations.measures[:2]] == pytest.approx([0.1 * spread, 0.02 * spread], abs=1e-4)


@pytest.mark.parametrize(
    ("target", "direction", "deviation", "decided_by"),
    [
        # sd of length: 0.15, limits 2 below and 1.5 above. ln(15 / 12) / 0.15 = 1.4876; ln(16 / 12) / 0.15 = 1.9179.
        (counts(180, 900, 54), 0, 1.4876, []),
        (counts(192, 960, 58), 1, 1.9179, ["words_per_sentence"]),
        # ln(9 / 12) / 0.15 = -1.9179 is not below -2; ln(8 / 12) / 0.15 = -2.7031 is.
        (counts(108, 540, 32), 0, -1.9179, []),
        (counts(96, 480, 29), -1, -2.7031, ["words_per_sentence"]),
        # sd of long words: 0.03, limit 2. (0.375 - 0.3) / 0.03 = 2.5.
        (counts(144, 720, 54), 1, 2.5, ["long_word_share"]),
        # Short sentences of long words: LIX, 8 + 50 where 42 is expected, decides. ln(58 / 42) / 0.075 = 4.3036.
        (counts(96, 480, 48), 1, 4.3036, ["lix"]),
        # 8 + 37.5 = 45.5 is LIX as expected: ln(45.5 / 42) / 0.075 = 1.0672.
        (counts(96, 480, 36), 0, 1.0672, []),
    ],
)
def test_judged_by_hand(target: Counts, direction: int, deviation: float, decided_by: list[str]) -> None:
    judgement = CALIBRATION.expect(counts(120, 600, 24), is_aligned=True).judge(Sums.of(target))
    assert judgement.direction == direction
    assert judgement.deviation == pytest.approx(deviation, abs=1e-3)
    assert [each.measure for each in judgement.decided_by] == decided_by


def test_a_source_unlike_the_corpus_is_not_covered() -> None:
    # 1 / 4 + ln² (words / 10) is 0.75 at 20.28 words a sentence.
    assert CALIBRATION.covers(counts(243, 1215, 48))
    assert not CALIBRATION.covers(counts(244, 1220, 48))


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [("en", "da", 51 / 52), ("nb", "fi", 72 / 48), ("da", "pt", 70 / 51), ("el", "el", 1)],
)
def test_newspapers(source: str, target: str, factor: float) -> None:
    expectations = expect_from_newspapers(counts(120, 600, 24), source, target)
    assert expectations is not None
    assert expectations.value_of("lix") == pytest.approx(30 * factor)  # 10 words a sentence, 20 % long words


def test_newspapers_do_not_know_all() -> None:
    assert expect_from_newspapers(counts(120, 600, 24), "en", "cs") is None
    assert len(NEWSPAPER_LIX) == 12  # Björnsson's eleven, Norwegian by both its codes


numbers = st.integers(1, 5000)


@given(sentences=st.integers(1, 200), words=numbers, share=st.floats(0, 1), factor=st.floats(1, 5))
def test_longer_sentences_are_never_easier(sentences: int, words: int, share: float, factor: float) -> None:
    expectations = CALIBRATION.expect(counts(120, 600, 24), is_aligned=True)
    text = Sums(sentences, words, 5 * words, share * words, 6 * words)
    longer = Sums(sentences, *(factor * number for number in text[1:]))
    assert expectations.judge(longer).direction >= expectations.judge(text).direction


@given(sentences=st.integers(1, 200), words=numbers, share=st.floats(0, 1), more=st.floats(0, 1))
def test_more_long_words_are_never_easier(sentences: int, words: int, share: float, more: float) -> None:
    expectations = CALIBRATION.expect(counts(120, 600, 24), is_aligned=True)
    text = Sums(sentences, words, 5 * words, share * words, 6 * words)
    heavier = text._replace(long_words=words * (share + (1 - share) * more))
    assert expectations.judge(heavier).direction >= expectations.judge(text).direction


def test_one_odd_document_changes_nothing() -> None:
    features = np.linspace(-1, 1, 21)
    values = 2 + 3 * features + np.tile([0.01, -0.02, 0.01], 7)
    values[4] += 5
    design = np.column_stack((np.ones(21), features))
    coefficients, sd, left_out = drift_regression.fit_robustly(design, values, np.ones(21))
    assert coefficients == pytest.approx([2, 3], abs=0.02)
    assert sd < 0.03
    assert np.argmax(np.abs(left_out)) == 4
    assert left_out[4] > 100


@pytest.mark.parametrize(
    # Of 19 documents with deviations 1 … 19: a new one is expected to exceed the largest in 1 of 20, the second in 2.
    ("tail", "limit"),
    [(0.05, 19), (0.10, 18), (0.125, 17.5), (0.5, 10), (0.01, 19)],
)
def test_limits_by_hand(tail: float, limit: float) -> None:
    entries = drift_regression.limit_of(np.arange(1.0, 20.0), tail)
    assert entries == pytest.approx(limit)


def test_a_damaged_document_is_left_out() -> None:
    damaged = "dailymail.co.uk.298759"
    generator = np.random.default_rng(1)
    names = [f"document {number}" for number in range(30)]
    documents = {
        language: {
            name: counts(int(words), int(5 * words + generator.integers(40)), int(words * share), sentences=20)
            for name, words, share in zip(
                [*names, damaged], generator.integers(200, 500, 31), generator.uniform(0.2, 0.4, 31), strict=True
            )
        }
        for language in ("ar", "de", "en")
    }
    before = drift_regression.fit(documents, documents, [("en", "ar"), ("en", "de")])
    for language in ("ar", "de"):
        documents[language][damaged] = counts(20, 9999, 20, sentences=20)
    after = drift_regression.fit(documents, documents, [("en", "ar"), ("en", "de")])
    assert after["pairs"]["en-ar"] == before["pairs"]["en-ar"]
    assert after["pairs"]["en-de"] != before["pairs"]["en-de"]
    assert from_json(after["sources"]["en"], after["pairs"]["en-ar"]).covers(documents["en"][names[0]])


def test_the_table_was_built_from_what_is_counted_now() -> None:
    sample = [(document, language, sentence) for document, language, sentence in rows(SAMPLE.name)]
    table = json.loads(TABLE.read_text(encoding="ascii"))
    assert table["counted"] == count_sample(sample), "Counting has changed: build the table again, tools/build_drift.py"
    assert write_sample(sample) == SAMPLE.read_text(encoding="utf-8")
    about = table.pop("about")
    assert "NTREX-128" in about
    assert write(table) == TABLE.read_text(encoding="ascii")


def test_the_table_knows_all_pairs() -> None:
    assert len(FILES) == 18
    for source in FILES:
        for target in FILES:
            calibration = pair_calibration(source, target)
            assert (calibration is None) == (source == target)
            if calibration is not None:
                names = [each.measure for each in calibration.aligned]
                assert names == [each.measure for each in calibration.free]
                assert names[0] == ("characters_per_sentence" if target in {"ja", "zh"} else "words_per_sentence")
                assert all(each.sd > 0 and each.low >= 1 and each.high >= 1 for each in calibration.aligned)
    assert pair_calibration("en", "cs") is None
    assert TABLE.stat().st_size < 150_000


def test_a_share_stays_within_bounds() -> None:
    expectation = Expectation("long_word_share", -0.1, 0.1, 2, 2)
    assert expectation.value == 0
    assert Expectations((expectation,), "pair").value_of("lix") is None
    assert Expectation("words_per_sentence", log(10), 0.1, 2, 2).deviation_of(Sums(1, 10, 0, 0, 10)) == pytest.approx(0)
    # No letters at all, only digits: as low as it goes, but a number.
    assert Expectation("letters_per_word", log(5), 0.1, 2, 2).deviation_of(Sums(1, 10, 0, 0, 10)) < -50
