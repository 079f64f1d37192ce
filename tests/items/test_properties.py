"""Items of any text: in order, apart, the same in a copy, and found in linear time."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from workbench.items import added_items, find_items, lost_items
from workbench.items.finding import (
    _COMMON_SIGNS,
    _FIRST,
    _ITEM,
    _SIGN_OF_AN_ITEM,
    _STARTS,
    _UNCOMMON,
    _matches,
    may_have_items,
)

PIECES = st.lists(
    st.sampled_from(
        [*"@#<>{}%$€£.,:/-'’ \xa0\u202f\u200d\ufe0f0123456789abXVI", "1,000", "http://", "www.a", "@b.org", "{{", "}}"]
        + [
            "😀",
            "👨",
            "🇪",
            "🇸",
            "🏽",
            "🏴",
            "٣",
            "५",
            "pm",
            "bn",
            "million",
            "twenty",
            "-five",
            "&amp;",
            "<b>",
            "%(x)s",
        ]
    )
).map("".join)
TEXTS = st.text() | PIECES


@pytest.fixture(autouse=True, scope="module")
def _units_are_read() -> None:
    """Read CLDR's words for units once, before Hypothesis looks at the clock."""
    assert lost_items("5 miles", "6", "en", "es")


MANY_CHARS = 24_000
LONG = [
    "1",
    "1 ",
    "1,",
    "1,000 ",
    "@",
    "@a",
    "a@",
    "a.",
    "#",
    "#1",
    "<",
    "<a",
    "<a ",
    "{",
    "{a",
    "%",
    "%(",
    "%(a",
    "$",
    "${",
]
LONG += [
    "😀",
    "👨\u200d",
    "🇪",
    "🏴\U000e0067",
    "http://",
    "https://a)",
    "www.",
    "a-",
    "X",
    "XV ",
    "twenty",
    "twenty-",
    "&a",
    "1\xa0000",
]
LONG += ["5 pm ", "12/", "1:", "\u200d", "\ufe0f", "one million ", "1 million ", "'1"]


@given(TEXTS)
def test_items_are_in_order_and_are_what_stands_there(text: str) -> None:
    items = find_items(text)
    assert all(text[item.start : item.end] == item.text and item.text for item in items)
    assert all(first.end <= second.start for first, second in pairwise(items))


@given(TEXTS, st.sampled_from(["en", "es", "fr", "de", "pl", "zh", "ar", ""]))
def test_a_copy_has_lost_nothing_and_made_up_nothing(text: str, language: str) -> None:
    assert lost_items(text, text, "en", language) == ()
    assert added_items(text, text, "en", language) == ()


@given(TEXTS)
def test_every_item_is_lost_in_a_text_without_any(text: str) -> None:
    assert lost_items(text, "?", "en", "es") == find_items(text)


@pytest.mark.parametrize("piece", LONG)
def test_the_time_grows_with_the_length_of_any_text(piece: str) -> None:
    times = []
    for length in (MANY_CHARS // 8, MANY_CHARS):
        text = (piece * (length // len(piece) + 1))[:length]
        tries = []
        for _ in range(3):  # the best of three: a busy machine makes any single one slower
            start = process_time()
            lost_items(text, text[::-1], "en", "es")
            tries.append(process_time() - start)
        times.append(min(tries))
    assert times[1] < 20 * max(times[0], 0.02), times


@given(TEXTS)
def test_the_quick_look_sees_every_sign_of_an_item(text: str) -> None:
    assert may_have_items(text) == bool(_SIGN_OF_AN_ITEM.search(text))


def test_the_quick_look_sees_every_character_that_may_be_an_item() -> None:
    characters = " ".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    signs = set(_SIGN_OF_AN_ITEM.findall(characters))
    assert signs <= {*_COMMON_SIGNS, *_UNCOMMON.findall(characters)}
    assert len(signs) > 1000


@given(TEXTS)
def test_looking_only_where_an_item_may_begin_finds_what_the_pattern_finds(text: str) -> None:
    # A keycap "*" alone has no sign of an item, and a text of nothing else is not looked at.
    found = [match.span() for match in _matches(text)] if may_have_items(text) else []
    expected = [match.span() for match in _ITEM.finditer(text) if not match[0].startswith("*")]
    assert found == (expected if may_have_items(text) else [])


def test_every_character_that_an_item_may_begin_with_is_a_start() -> None:
    first = regex.compile(_FIRST, regex.VERBOSE)
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    starts = [character for character in characters if first.match(character)]
    assert [character for character in starts if not _STARTS.match(character)] == []
    assert len(starts) > 1000
