"""Glossaries as CSV: what spreadsheets write is read, what is wrong is said line by line, nothing runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput
from workbench.formats.glossary import read_glossary, write_glossary
from workbench.memory.entries import Entry, InvalidEntry, make_entry
from workbench.memory.terms import CaseRule, Term

MAX = 100_000
MINISTER = Entry("en", "es", Term("Prime Minister", "primer ministro"))


def read(text: str, **given):
    return read_glossary(text.encode(), max_chars=MAX, **given)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_reads_what_spreadsheets_write(delimiter, encoding, end):
    lines = [
        ["Note", "Target language", "SOURCE-LANGUAGE", "target", "source", "keep", "Case"],
        ["del país, sí; «año»", "es", "en", "señor año", "Mr", "", "exact"],
        ["", "es", "en", "", "The Guardian", "yes", ""],
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(lines)
    found = read_glossary(text.getvalue().encode(encoding), max_chars=MAX)
    assert found.errors == ()
    assert found.entries == (
        Entry("en", "es", Term("Mr", "señor año", CaseRule.EXACT), "del país, sí; «año»"),
        Entry("en", "es", Term("The Guardian", "The Guardian", keep=True)),
    )


def test_languages_of_the_whole_file_fill_in():
    found = read("source,target\nPrime  Minister,primer ministro\n", source_language="en", target_language="es")
    assert found.entries == (MINISTER,)


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("hello\nthere\n", ["1: The first line must name the columns"]),
        (
            "source,note\na,b\n",
            [
                "1: The column target is missing",
                "1: The column source_language is missing",
                "1: The column target_language is missing",
            ],
        ),
        ("source,source,target,source_language,target_language\n", ["1: The column source is there twice"]),
        (
            "source,target,source_language,target_language\n\na,,en,es\n,b,en,es\na,b,en,\na,b,en,en\na,b,en,nonsense1\n",
            [
                "3: target: The translation is missing",
                "4: source: The term is missing",
                "5: target_language: The language is missing",
                "6: target_language: Both languages are the same",
                "7: target_language: ",
            ],
        ),
        (
            "source,target,source_language,target_language,case,keep\n"
            '"a\nb",c,en,es,maybe,\nd,e,en,es,,perhaps\nf,g,en,es,,,h\n',
            [
                '2: case: "maybe" is no rule for capitals',
                '4: keep: "perhaps" is neither yes nor no',
                "5: There are 7 cells for 6 columns",
            ],
        ),
        (
            "source,target,source_language,target_language\na,b,en,es\na,b,en,es\na,c,en,es\n",
            ["4: Line 2 says something else about the same term"],
        ),
        ('source,target,source_language,target_language\na,b,en,es\n"c,d,en,es\n', ["3: A quotation mark"]),
        ("source,target,source_language,target_language\n" + "a" * 201 + ",b,en,es\n", ["2: source: It has 201"]),
    ],
)
def test_says_what_is_wrong_line_by_line(text, errors):
    found = read(text).errors
    assert len(found) == len(errors)
    for error, words in zip(found, errors, strict=True):
        assert f"{error.line}: {error.message}".startswith(words)


def test_the_right_lines_are_there_beside_the_wrong_ones():
    found = read("source,target,source_language,target_language\nPrime Minister,primer ministro,en,es\na,,en,es\n")
    assert found.entries == (MINISTER,)
    assert len(found.errors) == 1


def test_a_column_that_is_not_known_is_named():
    found = read("source,target,source_language,target_language,Colour\na,b,en,es,red\n")
    assert found.warnings == ("Not read, because no such column is known: Colour.",)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"%PDF-1.4 nothing"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadInput):
        read_glossary(data, max_chars=MAX)


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=x", "''=x", "＝1", "'quoted'"])
def test_no_cell_is_a_formula_and_all_come_back(cell):
    entry = Entry("en", "es", Term(cell, cell), cell)
    written = write_glossary([entry]).decode("utf-8-sig")
    for written_cell in list(csv.reader(io.StringIO(written)))[1]:
        assert written_cell[:1] not in tuple("=+-@＝＋－＠")
    assert read(written).entries == (entry,)


texts = st.text(max_size=30)


@given(
    st.lists(
        st.tuples(
            texts, texts, st.sampled_from(["any", "exact"]), st.booleans(), texts, st.sampled_from(["es", "pt-BR"])
        )
    )
)
def test_what_is_written_is_read_again(values):
    entries = {}
    for source, target, case, keep, note, language in values:
        try:
            entry = make_entry(
                source=source,
                target=target,
                source_language="en",
                target_language=language,
                case=case,
                keep=keep,
                note=note,
            )
        except InvalidEntry:
            continue
        entries.setdefault(entry.key, entry)
    found = read_glossary(write_glossary(entries.values()), max_chars=MAX)
    assert (list(found.entries), found.errors) == (list(entries.values()), ())


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        found = read_glossary(data, max_chars=MAX)
    except BadInput:
        return
    assert found.entries or found.errors  # a file with text in it has at least a header to complain about
