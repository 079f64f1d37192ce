"""Cutting over-long sentences: nothing is lost, no part is over the limit, words and clauses stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.translation.cutting import MAX_TOKENS, cut


def characters(text: str) -> list[str]:
    return [character for character in text if not character.isspace()]


@given(st.text(max_size=5000) | st.integers(0, 3000).map(lambda count: "字" * count))
def test_nothing_is_lost_and_no_part_is_too_long(text: str) -> None:
    parts = cut(text, characters)
    assert "".join(part.text for part in parts if part.tokens).split() == text.split() or not text.strip()
    assert [token for part in parts for token in part.tokens] == characters(text)
    assert all(0 < len(part.tokens) <= MAX_TOKENS for part in parts)


def test_a_sentence_of_ordinary_length_is_one_part() -> None:
    [part] = cut("The council voted on Tuesday to close three primary schools.", str.split)
    assert (part.tokens[0], part.gap) == ("The", "")


def test_cuts_fall_after_clauses() -> None:
    parts = cut("one two three four five six seven eight nine ten, " * 40, str.split)
    assert len(parts) > 1
    assert all(part.text.endswith("ten, ") for part in parts)
    assert all(part.gap == " " for part in parts)


def test_chinese_is_cut_after_its_marks_without_a_gap() -> None:
    parts = cut("他们轰炸了所有的城市，甚至平民。" * 20, characters)
    assert len(parts) > 1
    assert all(part.text[-1] in "，。" and part.gap == "" for part in parts)
