"""Finding and replacing in one sentence."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from workbench.search import BadPattern, BadReplacement, Matcher, Query, Replacement

FAMILY = "👩‍👩‍👧"
E_ACUTE = "e\u0301"


def hits(text: str, query: str, **options: bool) -> list[str]:
    return [text[each.start : each.end] for each in Matcher(Query(query, **options)).find(text)]


def replaced(text: str, query: str, new: str, *, keeps_case: bool = False, **options: bool) -> str:
    asked = Query(query, **options)
    matcher = Matcher(asked)
    return Replacement.read(new, matcher, asked, keeps_case=keeps_case).put(text, matcher.find(text))


@pytest.mark.parametrize(
    ("text", "query", "options", "found"),
    [
        ("The cat, the CAT.", "cat", {}, ["cat", "CAT"]),
        ("The cat, the CAT.", "CAT", {"matches_case": True}, ["CAT"]),
        ("Straße und STRASSE", "strasse", {}, ["Straße", "STRASSE"]),
        ("aaa", "aa", {}, ["aa"]),
        ("two  spaces", "  ", {}, ["  "]),
        ("a.b axb", "a.b", {}, ["a.b"]),
        ("[x] (y)", "(y", {}, ["(y"]),
        ("nothing", "some", {}, []),
        # whole words
        ("can't, can, cans", "can", {"whole_words": True}, ["can"]),
        ("it is $5 or $50", "$5", {"whole_words": True}, ["$5"]),
        ("我们可以", "可", {"whole_words": True}, ["可"]),
        ("«Sí», sí, así", "sí", {"whole_words": True}, ["Sí", "sí"]),
        ("a cat.", "c.t|dog", {"whole_words": True, "is_regex": True}, ["cat"]),
        # accents
        ("esta está ESTÁ", "esta", {}, ["esta"]),
        ("esta está ESTÁ", "esta", {"ignores_accents": True}, ["esta", "está", "ESTÁ"]),
        ("esta está", "está", {"ignores_accents": True}, ["esta", "está"]),
        (f"caf{E_ACUTE} cafe", "café", {}, [f"caf{E_ACUTE}"]),
        (f"caf{E_ACUTE} cafe", "cafe", {}, ["cafe"]),
        (f"caf{E_ACUTE} cafe", "cafe", {"ignores_accents": True}, [f"caf{E_ACUTE}", "cafe"]),
        ("Łódź, Tromsø", "lodz", {"ignores_accents": True}, ["Łódź"]),
        ("Łódź, Tromsø", "tromso", {"ignores_accents": True}, ["Tromsø"]),
        ("كَتَبَ الولد", "كتب", {}, []),
        ("كَتَبَ الولد", "كتب", {"ignores_accents": True}, ["كَتَبَ"]),
        ("q\u0323x", "q", {}, []),
        ("mañana", "ma[nm]a", {"is_regex": True, "ignores_accents": True}, ["maña"]),
        ("한국어", "한국", {}, ["한국"]),
        # what is one character to people
        (f"a {FAMILY} b 👩", "👩", {}, ["👩"]),
        ("🇪🇸🇫🇷", "🇸🇫", {}, []),
        ("👍🏽 👍", "👍", {}, ["👍"]),
        ("שלום עולם", "עולם", {"whole_words": True}, ["עולם"]),
        # regular expressions
        ("1 und 22", r"\d+", {"is_regex": True}, ["1", "22"]),
        ("xay", "(?=a)", {"is_regex": True}, [""]),
        ("abc", "(?r).", {"is_regex": True}, ["a", "b", "c"]),
        ("a\0b", "\0", {}, ["\0"]),
    ],
)
def test_what_is_found(text, query, options, found):
    assert hits(text, query, **options) == found


@pytest.mark.parametrize(
    ("text", "query", "new", "options", "result"),
    [
        ("cat cat", "cat", "dog", {}, "dog dog"),
        ("cat", "cat", r"\1 $1 $& \\ $$", {}, r"\1 $1 $& \\ $$"),
        ("cat", "cat", "", {}, ""),
        ("12.5 and 3.5", r"(\d+)\.(\d)", "$1,$2", {"is_regex": True}, "12,5 and 3,5"),
        ("12.5", r"(\d+)\.(\d)", r"\1,\2", {"is_regex": True}, "12,5"),
        ("ab", "(?P<one>a)(?<two>b)", r"${two}\g<one>${1}", {"is_regex": True}, "baa"),
        ("ab", "b", "<$0$&>", {"is_regex": True}, "a<bb>"),
        ("a", "a", r"$$1 \\1 $ \ ", {"is_regex": True}, r"$1 \1 $ \ "),
        ("ac", "a(b)?c", "[$1]", {"is_regex": True}, "[]"),
        ("abc", "", "x", {"is_regex": True}, None),
        ("ab", "x*", "-", {"is_regex": True}, "-a-b-"),
        ("a\nb", "^", "> ", {"is_regex": True}, "> a\nb"),
        (f"caf{E_ACUTE}s", "(caf.)(s)", "$2$1", {"is_regex": True, "ignores_accents": True}, f"scaf{E_ACUTE}"),
        ("Cat CAT cat", "cat", "dog", {"keeps_case": True}, "Dog DOG dog"),
        ("New York, new york", "new york", "la paz", {"keeps_case": True}, "La Paz, la paz"),
        ("A sad day", "a", "un", {"keeps_case": True}, "Un sund duny"),
        ("A sad day", "a", "un", {"keeps_case": True, "whole_words": True}, "Un sad day"),
        ("«Él» y ÉL", "él", "ella", {"keeps_case": True}, "«Ella» y ELLA"),
        ("5 Euro", "euro", "«dólares»", {"keeps_case": True}, "5 «Dólares»"),
        ("الولد", "الولد", "البنت", {"keeps_case": True}, "البنت"),
        ("a 👩‍👩‍👧 b", "👩‍👩‍👧", "x", {}, "a x b"),
    ],
)
def test_what_is_put_in_its_place(text, query, new, options, result):
    if result is None:
        with pytest.raises(BadPattern, match="nothing to search"):
            replaced(text, query, new, **options)
    else:
        assert replaced(text, query, new, **options) == result


@pytest.mark.parametrize(
    "pattern",
    ["(a|aa)+$", r"(?:(a|a|aa)+)+b", "(?=(a|aa)+$)a", r"(\w|\w\w)*\d$"],
)
def test_a_catastrophic_pattern_is_told_and_does_not_hang(pattern):
    matcher = Matcher(Query(pattern, is_regex=True), seconds=0.2)
    with pytest.raises(BadPattern, match="takes too long"):
        for _ in range(3):
            matcher.find("a" * 300 + "!")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(((a{1000}){1000}){1000})", "repeats too much"),
        ("a{100000000}", "repeats too much"),
        ("(" * 200 + "a" + ")+" * 200, "characters at most|repeats too much"),
        ("(?x)" + "(" * 20 + "a" + ") +" * 20, "repeats too much"),
        ("(?:(?:(?:a{9}){9}){9}){9}", "repeats too much"),
        ("(?R)*", "calls itself"),
        ("(?1)(a)", "calls itself"),
        ("(?P<n>a(?&n)?)", "calls itself"),
        ("(", "no regular expression"),
        ("a)(b", "no regular expression"),
        ("[a", "no regular expression"),
        (r"\L<words>", "no regular expression"),
        (r"\p{Nothing}", "no regular expression"),
        ("*", "no regular expression"),
        ("x" * 501, "500 characters"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_with_a_reason(pattern, words):
    with pytest.raises(BadPattern, match=words) as refused:
        Matcher(Query(pattern, is_regex=True))
    assert refused.value.status == 422


@pytest.mark.parametrize(
    "pattern",
    [r"\d{1,3}(?:\.\d{3})*,\d{2}", r"(\w+) (\w+) (\w+)", r"(?i)\bel\b\s+(?:gato|perro)+", r"\b\p{Lu}[\p{Ll}'’-]+\b"],
)
def test_what_editors_write_is_not_refused(pattern):
    assert Matcher(Query(pattern, is_regex=True, whole_words=True)).find("Y el gato pagó 1.234,50 por dos cosas.")


@pytest.mark.parametrize(
    ("query", "new"), [("a", "$1"), ("(a)", "$2"), ("(?P<x>a)", "${y}"), ("a", "b\0"), ("a", "b" * 2001)]
)
def test_a_replacement_that_cannot_be_used_is_refused(query, new):
    with pytest.raises(BadReplacement):
        replaced("a", query, new, is_regex=True)


ASCII = st.characters(min_codepoint=1, max_codepoint=127)


@given(st.text(ASCII, max_size=40), st.text(ASCII, min_size=1, max_size=3), st.text(ASCII, max_size=5))
def test_words_are_replaced_as_python_does(text, query, new):
    assert replaced(text, query, new, matches_case=True) == text.replace(query, new)


@given(
    st.text("aáAbB. \u0301ñ", max_size=30),
    st.sampled_from(["a", "a|b", "[^a]", "(a)(b)?", "b*", r"\w+", r"(?<=a)b", r"\.", "^|$", r"(\w)(\s)"]),
    st.sampled_from(["", "x", r"[\1]", r"\g<1>\1"]),
)
def test_a_regular_expression_replaces_as_the_library_does(text, pattern, new):
    groups = re.compile(pattern).groups
    if "1" in new and groups < 1:
        return
    expected = regex.sub(pattern, new, text, flags=regex.IGNORECASE | regex.FULLCASE)
    assert replaced(text, pattern, new, is_regex=True) == expected


@given(st.text(max_size=30), st.text(min_size=1, max_size=8), st.booleans(), st.booleans(), st.booleans())
def test_any_query_finds_places_in_the_text_or_is_refused(text, query, is_regex, whole_words, ignores_accents):
    asked = Query(query, is_regex=is_regex, whole_words=whole_words, ignores_accents=ignores_accents)
    try:
        found = Matcher(asked).find(text)
    except BadPattern:
        return
    end = 0
    for each in found:
        assert end <= each.start <= each.end <= len(text)
        assert each.groups[0] == text[each.start : each.end]
        end = each.end


@given(st.text(min_size=1, max_size=20))
def test_a_text_is_found_in_itself(text):
    assert [each.groups[0] for each in Matcher(Query(text)).find(text)] == [text]
