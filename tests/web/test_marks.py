from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from workbench.checks.findings import Finding, Severity, Side
from workbench.search import Match
from workbench.translation.fault_findings import fault_findings
from workbench.translation.faults import Fault, FaultKind
from workbench.web.diffs import Piece
from workbench.web.marks import mark_in_context, mark_pieces, show_spaces


def found(text, start, end, severity=Severity.WARNING, side=Side.TARGET):
    return Finding(severity, "test", "Test.", piece=text[start:end], side=side, start=start)


def marked(markup):
    return [(severity, html.unescape(text)) for severity, text in re.findall(r'="(\w+)">(.*?)</mark>', markup, re.S)]


def plain(markup):
    return html.unescape(re.sub(r"</?mark[^>]*>", "", markup))


@pytest.mark.parametrize(
    ("source", "detail", "expected"),
    [
        ("In 2023, 23 came; 23rd, 1.23, 23,000, 23.", "23", ["23", "23"]),
        ("A £5 note, £50, (£5).", "£5", ["£5", "£5"]),
        ("Up 5%, 15%.", "5%", ["5%"]),
        ("price, rice", "rice", ["rice"]),
        ("A 3 and <3 (b)>.", "3 (b)", ["3 (b)"]),
    ],
)
def test_a_piece_without_a_place_is_marked_wherever_it_stands_as_a_word(source, detail, expected):
    markup = mark_pieces(source, fault_findings([Fault(FaultKind.LOST_ITEM, detail)], 1), "source")
    assert plain(markup) == source
    assert [text for _, text in marked(markup)] == expected


def test_a_missing_term_names_words_of_the_target_and_marks_nothing():
    findings = fault_findings([Fault(FaultKind.BROKEN_TERM, "sol"), Fault(FaultKind.TOO_SHORT)], 1)
    for side in Side:
        assert mark_pieces("The sol is a sol.", findings, side) == "The sol is a sol."


def test_where_two_overlap_the_worse_is_shown():
    text = "one two three"
    findings = [found(text, 4, 7, Severity.BLOCKING), found(text, 0, 13, Severity.HINT)]
    assert marked(mark_pieces(text, findings, "target")) == [("hint", "one "), ("blocking", "two"), ("hint", " three")]
    assert marked(mark_pieces(text, findings, "source")) == []


def hit(start, end):
    return Match(start, end, (), (start, end))


def test_hits_stand_inside_the_marks_of_checks_and_leave_them_whole():
    text = "one two three"
    findings = [found(text, 4, 13, Severity.BLOCKING)]
    assert mark_pieces(text, findings, "target", [hit(2, 5), hit(9, 9), hit(11, 13)]) == (
        'on<mark class="hit">e </mark><mark data-severity="blocking"><mark class="hit">t</mark>wo thr'
        '<mark class="hit">ee</mark></mark>'
    )
    assert mark_pieces("a < b", [], "source", [hit(0, 3)]) == '<mark class="hit">a &lt;</mark> b'


def test_a_place_that_is_not_where_the_piece_stands_is_not_marked():
    finding = Finding(Severity.HINT, "test", "Test.", piece="two", side=Side.TARGET, start=99)
    assert mark_pieces("one two", [finding], "target") == "one two"
    assert mark_in_context(finding, "one two") == ""


spans = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(Severity), st.sampled_from(Side))


hit_places = st.lists(st.integers(0, 30), max_size=8).map(lambda ends: sorted(ends)[: len(ends) // 2 * 2])


@given(st.text(max_size=30), st.lists(spans, max_size=8), st.sampled_from(Side), hit_places)
def test_no_mark_changes_a_text_or_lets_markup_through(text, places, side, ends):
    findings = [found(text, start, end, severity, where) for start, end, severity, where in places]
    ends = [min(end, len(text)) for end in ends]
    hits = [hit(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    markup = str(mark_pieces(text, findings, side, hits))
    assert plain(markup) == html.unescape(str(Markup.escape(text)))
    assert not re.search(r"<(?!/?mark\b)", markup)
    assert re.sub('<mark class="hit">(.*?)</mark>', r"\1", markup, flags=re.S) == str(mark_pieces(text, findings, side))
    in_hits = "".join(re.findall('<mark class="hit">(.*?)</mark>', markup, re.S))
    assert html.unescape(in_hits) == html.unescape(str(Markup.escape("".join(text[h.start : h.end] for h in hits))))


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("Uno  dos.", "  ", 'Uno<mark data-severity="warning">  </mark>dos.'),
        (
            "The people of the old city by the sea met xx near the house of the mayor and his wife.",
            "xx",
            "…people of the old city by the sea met "
            '<mark data-severity="warning">xx</mark> near the house of the mayor and his…',
        ),
        (
            "字" * 50 + "错" + "字" * 50,
            "错",
            "…" + "字" * 40 + '<mark data-severity="warning">错</mark>' + "字" * 40 + "…",
        ),
        ("مرحبا 7 بالعالم", "7", 'مرحبا <mark data-severity="warning">7</mark> بالعالم'),
        ("👩‍👩‍👧 <b>", "<b>", '👩‍👩‍👧 <mark data-severity="warning">&lt;b&gt;</mark>'),
    ],
)
def test_the_words_around_a_piece(text, piece, expected):
    start = text.index(piece)
    assert mark_in_context(found(text, start, start + len(piece)), text) == expected


def test_a_change_of_spaces_can_be_seen():
    pieces = [Piece("same", "a "), Piece("gone", "  "), Piece("new", "\u202f"), Piece("new", "b c")]
    shown = [(piece.kind, piece.text) for piece in show_spaces(pieces)]
    assert shown == [("same", "a "), ("gone spaces", "··"), ("new spaces", "⍽"), ("new", "b c")]
