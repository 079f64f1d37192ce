"""Two versions of an article compared: the promises for any text, and a table of what an editor expects."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.segments.versions import Fate, Match, Sentence, compare_versions, plain

LETTERS = {
    "A": "The cat sleeps in the house.",
    "a": "The cat sleeps in the old house.",
    "B": "Nobody knows why prices rose on Monday.",
    "C": "A second report is expected next week.",
    "D": "Rain fell on the northern coast.",
    "E": "Ministers left through the garden gate.",
}
sentences = st.lists(
    st.builds(
        Sentence,
        st.sampled_from([*LETTERS.values(), "It is late.", "It is  late.", ""]) | st.text(),
        st.sampled_from("ph"),
    )
)


def article(letters: str) -> list[Sentence]:
    return [Sentence(LETTERS[letter], "p") for letter in letters]


def told(old: str, new: str) -> tuple[dict[str, list[tuple[int, int]]], list[int], list[int]]:
    found = compare_versions(article(old), article(new))
    pairs = {fate.value: [(match.old, match.new) for match in found.with_fate(fate)] for fate in Fate}
    return pairs, list(found.new), list(found.dropped)


@given(sentences, sentences)
def test_every_sentence_has_exactly_one_fate(old, new):
    found = compare_versions(old, new)
    assert sorted([*(match.old for match in found.matches), *found.dropped]) == list(range(len(old)))
    assert sorted([*(match.new for match in found.matches), *found.new]) == list(range(len(new)))
    kept = found.with_fate(Fate.KEPT)
    assert [match.old for match in kept] == sorted(match.old for match in kept)
    for match in found.matches:
        is_equal = plain(old[match.old].text) == plain(new[match.new].text)
        assert is_equal == (match.fate is not Fate.CHANGED)
    assert found == compare_versions(old, new)


@given(sentences, sentences)
def test_no_equal_sentences_are_left_apart(old, new):
    found = compare_versions(old, new)
    dropped = {plain(old[index].text) for index in found.dropped}
    assert dropped.isdisjoint(plain(new[index].text) for index in found.new)


@given(sentences)
def test_the_same_text_is_the_same(old):
    found = compare_versions(old, [Sentence(f" {sentence.text}\n", sentence.kind) for sentence in old])
    assert found.is_same
    assert not found.is_another_article


@pytest.mark.parametrize(
    ("old", "new", "pairs", "added", "dropped"),
    [
        ("ABC", "aBC", {"kept": [(1, 1), (2, 2)], "moved": [], "changed": [(0, 0)]}, [], []),
        ("ABC", "BC", {"kept": [(1, 0), (2, 1)], "moved": [], "changed": []}, [], [0]),
        ("ABC", "ADBC", {"kept": [(0, 0), (1, 2), (2, 3)], "moved": [], "changed": []}, [1], []),
        ("ABCDE", "EABCD", {"kept": [(0, 1), (1, 2), (2, 3), (3, 4)], "moved": [(4, 0)], "changed": []}, [], []),
        ("ABA", "AB", {"kept": [(0, 0), (1, 1)], "moved": [], "changed": []}, [], [2]),
        ("AB", "ABA", {"kept": [(0, 0), (1, 1)], "moved": [], "changed": []}, [2], []),
        ("ABCD", "BCDa", {"kept": [(1, 0), (2, 1), (3, 2)], "moved": [], "changed": [(0, 3)]}, [], []),
        ("", "AB", {"kept": [], "moved": [], "changed": []}, [0, 1], []),
        ("AB", "", {"kept": [], "moved": [], "changed": []}, [], [0, 1]),
    ],
)
def test_what_an_editor_expects(old, new, pairs, added, dropped):
    assert told(old, new) == (pairs, added, dropped)


def test_of_two_equal_sentences_the_one_in_a_block_of_the_same_kind_is_kept():
    old = [Sentence("It is late.", "title"), Sentence("It is late.", "paragraph")]
    found = compare_versions(old, [Sentence("It is late.", "paragraph")])
    assert found.matches == (Match(1, 0, Fate.KEPT),)


@pytest.mark.parametrize(("new", "is_another"), [("ABCDE", False), ("aEDCB", False), ("aE", False), ("E", True)])
def test_versions_of_one_article_are_known(new, is_another):
    assert compare_versions(article("ABCD"), article(new)).is_another_article is is_another


def test_two_thousand_sentences_that_all_changed_are_compared_in_a_moment():
    old = [Sentence(f"Sentence number {n} of the long report was written on day {n * 7}.", "p") for n in range(2000)]
    new = [Sentence(f"Sentence number {n} of the long report was printed on day {n * 7}.", "p") for n in range(2000)]
    start = time.perf_counter()
    found = compare_versions(old, new)
    assert time.perf_counter() - start < 3
    assert [(match.old, match.new) for match in found.with_fate(Fate.CHANGED)] == [(n, n) for n in range(2000)]
