"""The moving-average type-token ratio, against its definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.readability.counts import count_sentences
from workbench.readability.diversity import WINDOW, mattr, mattr_of, why_undefined
from workbench.readability.report import analyse, analyse_sentences, report_of
from workbench.readability.words import find_words

words = st.lists(st.sampled_from("abcd"), max_size=40)
texts = st.lists(st.sampled_from(["The", "the", "don't", "left—she", "é", "e\u0301", "***", "3.5", ","]), max_size=150)


def by_definition(words: list[str], window: int) -> float:
    """Look at every window, as Covington and McFall describe it."""
    ratios = [len(set(words[start : start + window])) / window for start in range(len(words) - window + 1)]
    return sum(ratios) / len(ratios)


@given(words=words, window=st.integers(1, 12))
def test_as_defined(words: list[str], window: int) -> None:
    if len(words) < window:
        assert mattr(words, window) is None
    else:
        assert mattr(words, window) == pytest.approx(by_definition(words, window))


@given(text=texts, size=st.integers(1, 20))
def test_of_sentences(text: list[str], size: int) -> None:
    sentences = [" ".join(text[start : start + size]) for start in range(0, len(text), size)]
    forms = [word.lower().replace("e\u0301", "é") for word in find_words(" ".join(text), "en")]
    assert mattr_of(sentences, "en") == mattr(forms)


@pytest.mark.parametrize(("words", "window", "value"), [
    ("a b c d", 2, 1),
    ("a a a a", 2, 0.5),
    ("a b a b", 2, 1),
    ("a b a c", 3, (2 + 3) / 6),
    ("the cat saw the dog", 5, 0.8),
    ("a", 1, 1),
])  # fmt: skip
def test_by_hand(words: str, window: int, value: float) -> None:
    assert mattr(words.split(), window) == pytest.approx(value)


def test_a_text_of_one_word_and_one_of_different_words() -> None:
    assert mattr(["a"] * 80) == pytest.approx(1 / WINDOW)
    assert mattr([str(number) for number in range(80)]) == 1


def test_length_alone_changes_nothing() -> None:
    text = [str(number) for number in range(60)]
    assert mattr(text * 30) == pytest.approx(1)


@pytest.mark.parametrize(("number", "reason"), [
    (0, "Without words there is no type-token ratio."),
    (49, "Under 50 words the moving-average type-token ratio is not defined."),
    (50, ""),
])  # fmt: skip
def test_why_it_is_undefined(number: int, reason: str) -> None:
    assert why_undefined(number) == reason
    assert (mattr(["a"] * number) is None) is bool(reason)


def test_in_a_report() -> None:
    text = "The cat sat on the mat. " * 10
    value = mattr(text.lower().replace(".", "").split())
    report = analyse(text, "en", with_mattr=True)
    assert analyse(text, "en").neutral.mattr is None
    assert value is not None
    assert report.neutral.mattr == value
    assert report.to_json()["neutral"]["mattr"] == round(value, 4)
    sentences = [text[:-1]]
    assert analyse_sentences(sentences, "en").neutral.mattr is None
    assert analyse_sentences(sentences, "en", with_mattr=True).neutral.mattr == value
    assert report_of(count_sentences(sentences, "en"), "en", value).neutral.mattr == value
    assert analyse("我爱你。" * 60, "zh", with_mattr=True).neutral.mattr is None
