import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.plain_text import align, clean, minutes, shorten, width


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\ttwo\nthree", "one two three"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("bell\x07", "bell"),
        ("\u202eright to left\u202c", "right to left"),
        ("\u2028line\x85end", "line end"),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
        ("", ""),
    ],
)
def test_no_control_reaches_the_terminal(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_what_is_cleaned_has_no_control_and_is_one_line(text):
    cleaned = clean(text)
    assert not any(unicodedata.category(sign) == "Cc" for sign in cleaned)
    assert len(cleaned.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("中文", 4), ("ｗ", 2), ("คำ", 2), ("a\u200db", 2), ("", 0)]
)
def test_the_width_is_in_columns_of_a_terminal(text, columns):
    assert width(text) == columns


@given(st.text(), st.integers(1, 60))
def test_a_shortened_text_is_never_wider_than_asked(text, columns):
    assert width(shorten(text, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "shortened"),
    [("short", 10, "short"), ("a long sentence", 8, "a long…"), ("中文中文", 5, "中文…"), ("x" * 10**6, 4, "xxx…"), ("e" + "\u0301" * 99, 5, "e" + "\u0301" * 39 + "…")],
)
def test_a_wide_text_is_cut(text, columns, shortened):
    assert shorten(text, columns) == shortened


def test_columns_line_up_in_any_script():
    assert align([("words", "1,204"), ("LIX", "9")], right=(1,)) == ["  words  1,204", "  LIX        9"]
    assert align([("中文", "a", "note"), ("abcd", "b")], indent="") == ["中文  a  note", "abcd  b"]
    assert align([]) == []


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.4, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (104, "1 min 44 s"), (3599.7, "1 h 0 min"), (3900, "1 h 5 min")],
)
def test_a_duration_is_for_people(seconds, shown):
    assert minutes(seconds) == shown
