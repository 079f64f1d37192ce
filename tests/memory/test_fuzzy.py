import random
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from workbench.memory.fuzzy import LONGEST_CHARS, MOST_LOOSE, FuzzyIndex, Match, fold

WORDS = [
    "the",
    "cat",
    "dog",
    "house",
    "river",
    "people",
    "city",
    "said",
    "would",
    "never",
    "always",
    "under",
    "bridge",
    "market",
    "price",
    "rose",
    "fell",
]


def sentences(count, seed=1):
    chosen = random.Random(seed)
    return [" ".join(chosen.choices(WORDS, k=chosen.randint(3, 18))) for _ in range(count)]


@pytest.mark.parametrize(
    ("entry", "sentence", "percent"),
    [
        ("The cat sleeps.", "The cat sleeps.", 100),
        ("The cat sleeps.", "the  cat sleeps.", 99),
        ("He said “no”.", 'He said "no".', 99),
        ("abcd efgh", "abcd efgx", 88),  # 2 * 8 / 18
        ("The cat sleeps.", "Nothing of this is there.", None),
        ("今日は天気がいいです", "今日は天気が悪いです", 90),
        ("วันนี้อากาศดีมาก", "วันนี้อากาศไม่ดีมาก", 91),
        ("Übersetzungen", "übersetzung", 91),
    ],
)
def test_the_percentage_is_as_it_is_defined(entry, sentence, percent):
    found = FuzzyIndex([(7, entry)]).find(sentence)
    assert found == ((Match(7, percent),) if percent else ())


def test_nothing_that_brute_force_finds_is_missed_among_a_thousand():
    texts = sentences(1_000)
    index = FuzzyIndex(enumerate(texts))
    for sentence in sentences(60, seed=2):
        best = max(fuzz.ratio(fold(text), fold(sentence)) for text in texts)
        found = index.find(sentence, limit=1)
        assert [match.percent for match in found] == (
            [100 if sentence in texts else min(99, int(best))] if best >= 70 else []
        )


def test_what_changes_is_found_as_it_is_now():
    index = FuzzyIndex([(1, "The cat sleeps."), (2, "The dog runs home.")])
    index.change([(2, "The cat sleeps!"), (3, "The cat slept.")], removed=[1])
    assert {match.id for match in index.find("The cat sleeps.")} == {2, 3}
    assert index.find("The dog runs home.") == ()
    index.change([], removed=[3, 99])
    assert [match.id for match in index.find("The cat sleeps.")] == [2]
    assert len(index) == 1


def test_many_changes_are_the_same_as_a_new_index():
    texts = sentences(MOST_LOOSE + 500)
    grown = FuzzyIndex()
    for start in range(0, len(texts), 100):
        grown.change(list(enumerate(texts))[start : start + 100])
    fresh = FuzzyIndex(enumerate(texts))
    for sentence in sentences(20, seed=3):
        assert [each.percent for each in grown.find(sentence)] == [each.percent for each in fresh.find(sentence)]


def test_of_equals_the_newest_is_first_and_no_more_than_asked():
    index = FuzzyIndex((id_, "The cat sleeps.") for id_ in range(20))
    assert [match.id for match in index.find("The cat sleeps.", limit=3)] == [19, 18, 17]


def test_a_page_of_text_is_neither_kept_nor_searched():
    index = FuzzyIndex([(1, "x" * (LONGEST_CHARS + 1)), (2, "The cat sleeps.")])
    assert len(index) == 1
    assert index.find("x" * (LONGEST_CHARS + 1)) == ()


@given(st.lists(st.text()), st.text())
def test_any_text_can_be_kept_and_searched(texts, sentence):
    index = FuzzyIndex(enumerate([*texts, sentence]))
    found = index.find(sentence)
    assert all(70 <= match.percent <= 100 for match in found)
    if fold(sentence):
        assert found[0].percent == 100


def test_threads_may_search_while_others_change():
    index = FuzzyIndex(enumerate(sentences(300)))
    failures = []

    def work(seed):
        try:
            for number, text in enumerate(sentences(40, seed)):
                index.change([(1_000 * seed + number, text)], removed=[number])
                assert index.find(text)[0].percent == 100
        except Exception as error:  # told by the main thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(2, 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
