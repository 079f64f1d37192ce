"""Plain text: what is a title, a heading, a list item, a separator, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.formats import Document, read_document, write_document


def read(text: str) -> Document:
    return read_document(text.encode(), max_chars=10_000, format="text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line", "p"),
        ("A headline\n\nA paragraph.", "Tp"),
        ("\n\n  A headline  \r\n\r\nA paragraph.", "Tp"),
        ("“We asked: why?”\n\nA paragraph.", "Tp"),
        ("A sentence.\n\nA paragraph.", "pp"),
        ("“A sentence.”\n\nA paragraph.", "pp"),
        ("一个句子。\n\n一段", "pp"),
        ("Dear reader,\n\nA paragraph.", "pp"),
        ("A headline\nA paragraph.", "pp"),
        ("Nothing below\n\n", "p"),
        ("word " * 40 + "\n\nA paragraph.", "pp"),
        ("# A headline\nA paragraph.", "Tp"),
        ("## A heading\nA paragraph.\n### Another", "hph"),
        ("#hashtag\n# \nx", "p|p"),
        ("A.\n- one\n- two\n* three\n• four\n+ five", "plllll"),
        ("-5 degrees\n*stars*\n-", "pp|"),
        ("1. one\n2. two\n\n3) three", "lll"),
        ("1. one\n1. two", "ll"),
        ("3. Oktober war ein Feiertag.\nA\n2022. was a year", "ppp"),
        ("1. one\n- two\n2. three", "plp"),
        ("A\n---\nB\n* * *\nC\n***\nD\n|#+|\n_____", "p|p|p|p||"),
        ("...\n!!!\n?", "ppp"),
        ("- - -\n- a", "|l"),
    ],
)
def test_kinds(text: str, expected: str, kinds: Callable[[Document], str]) -> None:
    document = read(text)
    assert kinds(document) == expected
    assert write_document(document) == text.encode()


def test_marks_and_blanks_stand_around_the_words() -> None:
    blocks = read("\n  - one \r\n\n\t12. a\n 13.\u2003b\u3000\n\n").blocks
    assert [(block.before, block.text, block.after) for block in blocks] == [
        ("\n  - ", "one", " \r\n"),
        ("\n\t12. ", "a", "\n"),
        (" 13.\u2003", "b", "\u3000\n\n"),
    ]


def test_a_seed_article_is_laid_out_with_blank_lines() -> None:
    document = read_document(
        b" date 2022-03-01 It's 'war'\nFirst.\n|#+|\n- a\n- b\n-\nRelated\nSummary.\n-\nMore\nTold.", max_chars=1000
    )
    assert write_document(document, "text").decode() == (
        "It's 'war'\n\n2022-03-01\n\nFirst.\n\n* * *\n\n- a\n- b\n\n- Related\nSummary.\n\n- More\nTold.\n"
    )


def test_the_seed_article_keeps_its_words_as_text(article: Document) -> None:
    again = read(write_document(article, "text").decode())
    words = [block.text for block in article.blocks if block.is_translatable]
    assert again.title == article.title
    assert [block.text for block in again.blocks if block.is_translatable] == [words[0], "2022-03-01", *words[1:]]
