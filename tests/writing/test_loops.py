"""Loops: the quick look before the long one misses none."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.writing.loops import _LOOP, _may_loop, find_loop

PIECES = st.text(st.sampled_from("abcé 日1\ud800."), min_size=1, max_size=60)


@given(st.text(st.sampled_from("ab c日"), max_size=30), PIECES, st.integers(3, 12), st.text("abc ", max_size=20))
def test_the_quick_look_sees_every_loop(before: str, piece: str, times: int, behind: str) -> None:
    text = before + times * piece + behind
    assume(_LOOP.search(text))
    assert _may_loop(text)


@given(st.text(max_size=300))
def test_the_quick_look_takes_any_text(text: str) -> None:
    assert _may_loop(text) or not _LOOP.search(text)


def test_a_sentence_that_repeats_small_words_needs_no_long_look() -> None:
    text = "El alcalde de la ciudad de la que hablamos dijo que la escuela de la plaza y la de la estación cerrarán."
    assert not _may_loop(text)
    assert find_loop(text, "The mayor of that town said that both schools will close.") == ""
