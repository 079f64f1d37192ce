"""Every format gives back what it read, byte for byte, and says in words what it cannot read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadInput, BinaryInput, EmptyText, TextTooLong, UnknownFormat
from workbench.formats import (
    FORMATS,
    Block,
    BlockKind,
    Document,
    Format,
    format_by_id,
    format_for_name,
    read_document,
    read_pasted,
    write_document,
)

LIMIT = 400_000
PIECES = [
    *(" date 2022-03-01 T", "date 2022-13-45 x", "|#+|", "-", " - ", "- a", "1. a", "2. b", "# h", "***", "Title"),
    *("", " ", "\t\u00a0", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0c", "\x1c", "\u200b"),
    *("A sentence.", "שלום", "中文。", "😀"),
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map("".join) | st.lists(st.sampled_from(PIECES)).map("\n".join)
EACH = pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.id)


@EACH
@given(text=TEXTS)
def test_writing_what_was_read_gives_the_text_back(format: Format, text: str) -> None:
    reading = format.read(text)
    assert format.write(Document(format.id, reading.blocks, reading.published)) == text


@EACH
@given(text=TEXTS)
def test_the_words_of_a_block_are_one_line_without_blanks_around(format: Format, text: str) -> None:
    for block in format.read(text).blocks:
        assert block.text == block.text.strip()
        assert not set(block.text) & set("\n\r\v\f\x85\u2028\u2029")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@given(text=TEXTS)
def test_bytes_come_back(codec: str, text: str) -> None:
    try:
        data = text.encode(codec)
        document = read_document(data, max_chars=LIMIT)
    except (UnicodeEncodeError, BadInput):
        return
    assert write_document(document) == data


@EACH
@given(texts=st.lists(st.text()))
def test_any_words_can_be_written_and_read_again(format: Format, texts: list[str]) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, "x", after="\n") for _ in texts)
    document = Document("another", blocks, date(2022, 3, 1)).with_texts(texts)
    data = write_document(document, format.id)
    try:
        again = read_document(data, max_chars=LIMIT, format=format.id)
    except BadInput:
        return
    assert write_document(again) == data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyText),
        (b" \r\n \t", EmptyText),
        (b"---\n|#+|\n", EmptyText),
        (b"a\0b", BinaryInput),
        (b"%PDF-1.4 x", BinaryInput),
        (b"word " * 100_000, TextTooLong),
    ],
)
def test_bad_files_are_refused(data: bytes, error: type[BadInput]) -> None:
    with pytest.raises(error) as caught:
        read_document(data, name="article.txt", max_chars=LIMIT)
    assert str(caught.value)
    assert caught.value.hint
    with pytest.raises(error):
        read_document(data, max_chars=LIMIT, format="seed")


# Long runs of one thing, which a search that is not linear would never get through.
LONG = [
    "a" * LIMIT,
    "a" + " " * 200_000 + "b",
    "a " * 200_000,
    "\n" * 200_000 + "x",
    "x\n-\n" * 80_000,
    "#" * 200_000 + "x",
]


@pytest.mark.parametrize(
    "text", ["!!!", "...", "😀", "שלום עולם", "中文没有空格", *LONG], ids=lambda text: ascii(text[:9])
)
@EACH
def test_unusual_texts_are_read(format: Format, text: str) -> None:
    document = read_document(text.encode(), max_chars=LIMIT, format=format.id)
    assert write_document(document) == text.encode()
    assert write_document(replace(document, format="another"), format.id)


def test_formats_by_id_and_name() -> None:
    assert [format_by_id(format.id) for format in FORMATS] == list(FORMATS)
    assert format_for_name("Report.final.TXT").id == "text"
    with pytest.raises(UnknownFormat) as caught:
        format_by_id("docx")
    assert caught.value.hint == "The formats are: seed, text."
    for name in ("a.docx", "txt", "", ".txt"):
        with pytest.raises(UnknownFormat):
            format_for_name(name)
    with pytest.raises(UnknownFormat):
        read_document(b"Hello", max_chars=LIMIT, format="docx")


@pytest.mark.parametrize("name", ["", "a.txt", "a.text", "a.bin", "a"])
def test_content_decides_where_the_name_does_not(name: str) -> None:
    read = read_document(b" date 2022-03-01 A\nB", name=name, max_chars=LIMIT)
    assert read.format == ("text" if name == "a.text" else "seed")
    assert read_document(b"Plain words", name=name, max_chars=LIMIT).format == "text"


@pytest.mark.parametrize(
    ("pasted", "written"),
    [
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\nb\r\n", "a\nb\r\n"),
        ("a\r\nb\rc", "a\r\nb\rc"),
        ("a\rb", "a\rb"),
        ("\ufeffa", "\ufeffa"),
        ("a\ud800b \ud83d\ude00", "a\ufffdb 😀"),
    ],
)
def test_pasted_text(pasted: str, written: str) -> None:
    assert write_document(read_pasted(pasted, max_chars=LIMIT)).decode() == written


def test_pasted_text_is_refused_like_a_file() -> None:
    for text, error in (("", EmptyText), (" \u200b", EmptyText), ("a\0", BinaryInput), ("x" * 11, TextTooLong)):
        with pytest.raises(error):
            read_pasted(text, max_chars=10)


def test_a_translation_with_other_letters_is_written_as_utf8() -> None:
    document = read_document("El niño pequeño come jamón en Logroño.".encode("cp1252"), max_chars=LIMIT)
    assert document.encoding == "cp1252"
    assert write_document(document.with_texts(["Хлопчик їсть"])) == "Хлопчик їсть".encode()
    assert write_document(document.with_texts(["añejo"])) == "añejo".encode("cp1252")


def test_a_line_break_typed_into_a_translation_does_not_make_a_block() -> None:
    document = read_document(b"One.\n\nTwo.\n", max_chars=LIMIT)
    written = write_document(document.with_texts(["Uno,\r\n  uno.", "Dos.\n"]))
    assert written == b"Uno, uno.\n\nDos.\n"
