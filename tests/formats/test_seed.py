"""The seed layout, on the seed article itself and on what goes wrong with such files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workbench.formats import BlockKind, Document, read_document, repeated_blocks, write_document

Kinds = Callable[[Document], str]


def read(text: str, format: str | None = "seed") -> Document:
    return read_document(text.encode(), max_chars=10_000, format=format)


def test_the_article_is_recognised_and_given_back(article: Document, seed_bytes: bytes) -> None:
    assert (article.format, article.encoding, article.bom, article.warnings) == ("seed", "utf-8", False, ())
    assert write_document(article) == seed_bytes


def test_the_article_has_its_title_and_date(article: Document) -> None:
    assert article.title == "'Mom... I'm afraid': Russian soldier's texts to mother before he died"
    assert article.published == date(2022, 3, 1)
    assert article.blocks[0].before == " date 2022-03-01 "


def test_the_article_has_its_blocks(article: Document, kinds: Kinds) -> None:
    assert kinds(article) == "Tpppppp|ppppppp" + "Rs" * 5
    assert article.blocks[7].text == "|#+|"
    assert all(block.text and "\n" not in block.text for block in article.blocks)
    assert {block.before for block in article.blocks if block.kind is BlockKind.RELATED} == {"-\n"}
    assert article.blocks[15].text == "70 Ukraine soldiers killed as Russia hits military base: 10 updates"
    assert article.blocks[24].text.endswith("following several hours of heavy battle.")


def test_the_article_repeats_its_first_three_paragraphs(article: Document) -> None:
    assert repeated_blocks(article.blocks) == {4: 1, 5: 2, 6: 3}


def test_a_translation_changes_nothing_but_the_words(article: Document, seed_bytes: bytes) -> None:
    lines = seed_bytes.decode().split("\n")
    written = write_document(article.with_texts(["X" if b.is_translatable else b.text for b in article.blocks]))
    expected = [line if line in ("|#+|", "-") else "X" for line in lines]
    expected[0] = " date 2022-03-01 X"
    assert written.decode().split("\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2022-03-01 Title", "T"),
        (" date 2022-03-01 Title\n", "T"),
        ("\ufeff date 2022-03-01 Title\nA\n", "Tp"),
        ("\n\n date 2022-03-01 Title\nA", "Tp"),
        ("date 2022-03-01 Title\r\nA\r\n\r\nB  \r\n", "Tpp"),
        (" date 2022-03-01\nA", "Tp"),
        (" date 2022-13-45 Title\nA", "Tp"),
        (" date 0000-01-01 Title\nA", "Tp"),
        ("No header\nA", "pp"),
        (" date 2022-03-01 T\n-\nR\ns\nA", "TRsp"),
        (" date 2022-03-01 T\n-\nR\n-\nR\ns", "TRRs"),
        (" date 2022-03-01 T\n-\n-\nR\ns", "TRs"),
        (" date 2022-03-01 T\n-\n\nR\n\ns\n", "TRs"),
        (" date 2022-03-01 T\nA\n-", "Tp"),
        (" date 2022-03-01 T\nA\n-\n\n", "Tp"),
        (" date 2022-03-01 T\n-\n|#+|\nA", "T|p"),
        (" date 2022-03-01 T\n - \nR", "TR"),
        (" date 2022-03-01 T\n|#+|\n|#+|\n- a\n• b", "T||ll"),
        (" date 2022-03-01 T\n-\n- 70 killed\n1. s", "TRs"),
    ],
)
def test_odd_files_are_read_and_given_back(text: str, expected: str, kinds: Kinds) -> None:
    document = read(text)
    assert kinds(document) == expected
    assert write_document(document) == text.encode()


@pytest.mark.parametrize("day", ["2022-13-45", "2022-02-30", "0000-01-01"])
def test_a_date_that_does_not_exist_stays_in_the_title(day: str) -> None:
    document = read(f" date {day} Title\nA", format=None)
    assert (document.format, document.published, document.title) == ("seed", None, f"date {day} Title")
    assert document.warnings == (f"There is no date {day}; the whole first line was kept as the title.",)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (" date 2022-03-01 Title", "seed"),
        ("\r\n date 2022-03-01\r\nA", "seed"),
        ("The date 2022-03-01 is far", "text"),
        ("date 2022-03-011 x", "text"),
        ("date\n2022-03-01 x", "text"),
        ("A\n date 2022-03-01 Title", "text"),
        ("A\n|#+|\nB", "text"),
    ],
)
def test_only_a_header_in_front_makes_a_seed_article(text: str, format: str) -> None:
    assert read(text, format=None).format == format


def test_another_format_is_laid_out_as_a_seed_article() -> None:
    document = read("A headline\n\nA paragraph.\n\n---\n- one\n- two\n", format="text")
    assert write_document(document, "seed") == b"A headline\nA paragraph.\n|#+|\n- one\n- two"


def test_a_seed_article_survives_being_laid_out_anew(article: Document, seed_bytes: bytes) -> None:
    elsewhere = Document("another", tuple(article.blocks), article.published)
    assert write_document(elsewhere, "seed") == seed_bytes
