"""Lines broken at a width are joined and told of; verse, lists, tables and short lines stay as they are."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats import read_document, write_document
from workbench.formats.text import TEXT

PROSE = (
    "The government said on Monday that it would publish the figures before the end of the year, after members of "
    "parliament had asked for them several times. The opposition called the delay a scandal and asked for a debate. "
    "Nobody expects the report to change much, but the numbers in it will be read with care in every newsroom of the "
    "country, and in some beyond its borders."
)
GERMAN = (
    "Die Regierung erklärte am Montag, dass sie die Zahlen vor dem Ende des Jahres veröffentlichen werde, nachdem "
    "Abgeordnete mehrmals danach gefragt hatten. Die Opposition nannte die Verzögerung einen Skandal und verlangte "
    "eine Debatte. Niemand erwartet, dass der Bericht viel ändert."
)
POEM = """Shall I compare thee to a summer's day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer's lease hath all too short a date:
Sometime too hot the eye of heaven shines,
And often is his gold complexion dimm'd;
"""
KEPT = [
    POEM,
    "- a first thing that is on the list of things that there are to do\n- and a second thing that is on it\n" * 3,
    "\n".join(f"Name of person {n}    {n * 1000} euros    and some more of the words here" for n in range(9)),
    "One.\nTwo.\nThree.\nFour.\nFive.\n",
    "\n".join([PROSE, GERMAN, PROSE, GERMAN]),
    "a paragraph that is on a line\nwords\nand more\nof them\n" * 3,
    "John Smith\nEditor of the Daily News of the North\n12 High Street\nAnytown\nreader letters\n",
]


def lines_of(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False) + "\n"


@pytest.mark.parametrize("width", [50, 60, 72, 78])
@pytest.mark.parametrize("text", [PROSE, GERMAN])
def test_broken_lines_are_joined_into_paragraphs(text: str, width: int) -> None:
    data = ("A headline over it\n\n" + lines_of(text, width) + "\n" + lines_of(text, width)).encode()
    document = read_document(data, max_chars=10_000)
    assert [block.text for block in document.blocks] == ["A headline over it", text, text]
    [warning] = document.warnings
    assert warning.startswith("Lines broken at about ")
    assert warning.endswith(" characters were joined into paragraphs.")
    assert write_document(document) == data
    changed = document.with_texts(["Titular", "Uno", text])
    assert write_document(changed).decode() == f"Titular\n\nUno\n\n{lines_of(text, width)}"


@pytest.mark.parametrize("text", KEPT)
def test_other_lines_stay_apart(text: str) -> None:
    reading = TEXT.read(text)
    assert reading.warnings == ()
    assert len(reading.blocks) == sum(bool(line.strip()) for line in text.splitlines())


def test_a_short_line_ends_its_paragraph() -> None:
    text = lines_of(PROSE, 60) + lines_of(GERMAN, 60)
    assert [block.text for block in TEXT.read(text).blocks] == [PROSE, GERMAN]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("makes a trans-", "lation of the text", "makes a translation of the text"),
        ("it is a well-", "known fact about", "it is a well-known fact about"),
        ("on the Franco-", "German border it", "on the Franco-German border it"),
        ("the trans\u00ad", "lation of it was", "the translation of it was"),
        ("the Haupt-", "und Nebenwege of", "the Haupt- und Nebenwege of"),
    ],
)
def test_words_cut_by_a_hyphen(above: str, below: str, joined: str) -> None:
    lines = [above.rjust(64, "x"), f"{below} {'y' * (63 - len(below))}", "z" * 30 + " " + "z" * 33]
    text = "\n".join([*lines, "and this one goes on with the same sentence as the others did", "and ends it"]) + "\n"
    assert joined in TEXT.read(text).blocks[0].text
    assert "".join(block.before + block.lines + block.after for block in TEXT.read(text).blocks) == text


@given(st.lists(st.sampled_from([*PROSE.split(), "\n", "\r\n", "\n\n", "tran-\n", " ", "\t"]), max_size=200))
def test_what_was_joined_is_written_as_it_stood(words: list[str]) -> None:
    text = " ".join(words)
    for given_text in (text, lines_of(text, 60)):
        document = read_document(given_text.encode() or b"x", max_chars=100_000) if given_text.strip() else None
        assert document is None or write_document(document).decode() == given_text
