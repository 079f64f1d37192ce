"""How much was changed, and how long it took: values worked out by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.effort import LONGEST_CHARACTERS, Save, Work, measure_editing, measure_work

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def save(seconds, sentence, words=10, *, is_bulk=False):
    return Save(START + timedelta(seconds=seconds), sentence, words, is_bulk)


@pytest.mark.parametrize(
    ("pairs", "untouched", "ter"),
    [
        ([("el gato duerme", "el gato duerme")], 1, 0.0),
        ([("el gato duerme", "el perro duerme")], 0, 100 / 3),  # one of three words
        ([("el gato duerme", "el gato")], 0, 50.0),  # one taken out, two left
        ([("duerme el gato ya", "el gato duerme ya")], 0, 25.0),  # a shift is one edit
        ([("a b c d", "a b c d"), ("a b c d", "a b x d")], 1, 12.5),  # edits of all over words of all
    ],
)
def test_edits_for_each_hundred_words(pairs, untouched, ter):
    editing = measure_editing(pairs)
    assert (editing.sentences, editing.untouched) == (len(pairs), untouched)
    assert editing.ter == pytest.approx(ter)
    assert editing.untouched_percent == pytest.approx(100 * untouched / len(pairs))
    assert editing.chrf == pytest.approx(100.0) or untouched < len(pairs)


def test_chrf_is_that_of_sacrebleu():
    from sacrebleu import corpus_chrf

    pairs = [("el gato duerme", "el gato dormía"), ("es tarde", "ya es tarde")]
    expected = corpus_chrf([one for one, _ in pairs], [[other for _, other in pairs]]).score
    assert 0 < expected < 100
    assert measure_editing(pairs).chrf == pytest.approx(expected)


def test_without_spaces_characters_are_words():
    assert measure_editing([("猫在睡觉", "狗在睡觉")], is_spaced=False).ter == pytest.approx(25.0)
    assert measure_editing([("猫在睡觉", "狗在睡觉")]).ter == pytest.approx(100.0)


def test_nothing_and_far_too_much_are_no_crash():
    for pairs in ([], [("x " * LONGEST_CHARACTERS, "y")]):
        editing = measure_editing(pairs)
        assert (editing.sentences, editing.chrf, editing.ter, editing.untouched_percent) == (0, None, None, None)


texts = st.text(max_size=40)


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_figures_stay_in_their_range(pairs):
    editing = measure_editing(pairs)
    assert editing.untouched <= editing.sentences == len(pairs)
    assert editing.ter is None or editing.ter >= 0
    assert editing.chrf is None or 0 <= editing.chrf <= 100.001


@pytest.mark.parametrize(
    ("saves", "work", "speed"),
    [
        ([], Work(0, 0, 0.0), None),
        ([save(0, 1)], Work(1, 0, 0.0), None),  # how long the first one took is not known
        ([save(0, 1), save(60, 2, 20)], Work(2, 20, 60.0), 1200.0),
        ([save(60, 2, 20), save(0, 1)], Work(2, 20, 60.0), 1200.0),
        ([save(0, 1), save(59, 2, 20)], Work(2, 20, 59.0), None),  # too short to tell
        ([save(0, 1), save(300, 2), save(601, 3), save(661, 4)], Work(4, 20, 360.0), 200.0),  # 301 s are a pause
        ([save(0, 1), save(30, 1, 8), save(90, 1, 8)], Work(1, 8, 90.0), 320.0),  # saved thrice, its words once
        (  # a replacement in three sentences at once
            [save(0, 1), *(save(40, n, is_bulk=True) for n in (2, 3, 4)), save(100, 5)],
            Work(2, 10, 100.0),
            360.0,
        ),
    ],
)
def test_time_worked(saves, work, speed):
    assert measure_work(saves) == work
    assert work.words_per_hour == (None if speed is None else pytest.approx(speed))


@given(st.lists(st.builds(save, st.integers(0, 5000), st.integers(1, 5)), max_size=12))
def test_nobody_works_longer_than_there_was_time(saves):
    work = measure_work(saves)
    moments = [each.at for each in saves] or [START]
    assert 0 <= work.seconds <= (max(moments) - min(moments)).total_seconds()
    assert work.words <= 10 * work.sentences
