"""Lines that a mail program or a PDF has broken are joined; lines that a writer has broken are not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats import Document, read_document, write_document
from workbench.formats.hyphens import Hyphens

LIMIT = 400_000

MAIL = """\
Hello Anna,

the ministry has confirmed this morning that the talks on the new rail
link will start in March. A spokeswoman said that the first section, from
the port to the old town, could be open by 2026, but only if the Council
agrees on the cost. Mr. Berg was not available for comment.

Could you ask the mayor what she thinks of the plan? I need it by five
o'clock.

Best,
Tom

--
Tom Weaver
The Harbour Post, 12 Quay Street
"""
REPLY = """\
On Tuesday, Tom wrote:

> the ministry has confirmed this morning that the talks on the new rail
> link will start in March. A spokeswoman said that the first section, from
> the port to the old town, could be open by 2026.
>
> Best,
> Tom

I have asked her. She says that she will not comment on it before the
council has met, which is next Thursday, and that nobody should expect an
answer by then.
"""
PDF = """\
The report, which was published on Monday, says that the number of transla-
tions has doubled within five years. Most of them are made by machines, and a
third is never read again by anybody before it is published. For its authors
this is a well-known problem, and one that the press has to solve by itself,
as nobody else will do it for them. The translation of a headline, they
add, is the hardest part of all, and it is the one that most readers see.
"""
GERMAN = """\
Das Ministerium hat heute bestätigt, dass die Gespräche über die neue
Bahnverbindung im März beginnen. Eine Sprecherin sagte, dass der erste
Abschnitt vom Hafen bis zur Altstadt bis 2026 fertig sein könnte, wenn
der Stadtrat den Kosten zustimmt.
"""
INDENTED = """\
   The ministry has confirmed this morning that the talks on the rail
link will start in March. A spokeswoman said that the first section, from
the port to the old town, could be open by 2026.
   The mayor has not said what she thinks of the plan, but it is clear to
everybody that the money is not there, and that it will not be there soon.
"""
LIST = """\
We have agreed on three things, and all of them have to be done before the
end of the month:

- The first draft of the article goes to the mayor, who has asked to see it
  before it is printed.
- The pictures of the harbour are bought.
- The headline is short.
"""
JAPANESE = """\
東京都は月曜日、新しい鉄道の建設計画について、来年三月から住民
との話し合いを始めると発表した。計画によると、最初の区間は港か
ら旧市街までで、早ければ二〇二六年に開業する見通しだという。費
用については議会の同意が必要となる。
"""
JOINED = [
    (
        "a mail",
        MAIL,
        [
            "Hello Anna,",
            "the ministry has confirmed this morning that the talks on the new rail link will start in March. "
            "A spokeswoman said that the first section, from the port to the old town, could be open by 2026, "
            "but only if the Council agrees on the cost. Mr. Berg was not available for comment.",
            "Could you ask the mayor what she thinks of the plan? I need it by five o'clock.",
            "Best,",
            "Tom",
            "--",
            "Tom Weaver",
            "The Harbour Post, 12 Quay Street",
        ],
    ),
    (
        "a reply",
        REPLY,
        [
            "On Tuesday, Tom wrote:",
            "the ministry has confirmed this morning that the talks on the new rail link will start in March. "
            "A spokeswoman said that the first section, from the port to the old town, could be open by 2026.",
            "Best,",
            "Tom",
            "I have asked her. She says that she will not comment on it before the council has met, which is next "
            "Thursday, and that nobody should expect an answer by then.",
        ],
    ),
    (
        "a PDF",
        PDF,
        [
            "The report, which was published on Monday, says that the number of translations has doubled within five "
            "years. Most of them are made by machines, and a third is never read again by anybody before it is "
            "published. For its authors this is a well-known problem, and one that the press has to solve by itself, "
            "as nobody else will do it for them. The translation of a headline, they add, is the hardest part of all, "
            "and it is the one that most readers see.",
        ],
    ),
    (
        "German",
        GERMAN,
        [
            "Das Ministerium hat heute bestätigt, dass die Gespräche über die neue Bahnverbindung im März beginnen. "
            "Eine Sprecherin sagte, dass der erste Abschnitt vom Hafen bis zur Altstadt bis 2026 fertig sein könnte, "
            "wenn der Stadtrat den Kosten zustimmt."
        ],
    ),
    (
        "paragraphs told by their first line",
        INDENTED,
        [
            "The ministry has confirmed this morning that the talks on the rail link will start in March. "
            "A spokeswoman said that the first section, from the port to the old town, could be open by 2026.",
            "The mayor has not said what she thinks of the plan, but it is clear to everybody that the money is not "
            "there, and that it will not be there soon.",
        ],
    ),
    (
        "a list",
        LIST,
        [
            "We have agreed on three things, and all of them have to be done before the end of the month:",
            "The first draft of the article goes to the mayor, who has asked to see it before it is printed.",
            "The pictures of the harbour are bought.",
            "The headline is short.",
        ],
    ),
    (
        "Japanese",
        JAPANESE,
        [
            "東京都は月曜日、新しい鉄道の建設計画について、来年三月から住民との話し合いを始めると発表した。計画によると、"
            "最初の区間は港から旧市街までで、早ければ二〇二六年に開業する見通しだという。費用については議会の同意が必要となる。"
        ],
    ),
    (
        "one broken line",
        "The ministry has confirmed this morning that the talks on the rail link\nwill start in March.",
        ["The ministry has confirmed this morning that the talks on the rail link will start in March."],
    ),
]

LEFT_ALONE = {
    "a poem": """\
Once upon a midnight dreary, while I pondered, weak and weary,
Over many a quaint and curious volume of forgotten lore,
While I nodded, nearly napping, suddenly there came a tapping,
As of some one gently rapping, rapping at my chamber door.
""",
    "a poem in small letters": """\
the harbour is asleep again, the lamps are swinging,
and nobody remembers what the gulls were singing
when, late in autumn, ships came home,
with empty holds and sails of foam,
and everyone went down to hear the church bells ringing
""",
    "a short poem": "so much depends\nupon\n\na red wheel\nbarrow\n\nglazed with rain\nwater\n",
    "a list without marks": """\
The mayor of the old town and her deputy, who came by train
A minister
Two members of the board of the port authority
The editor of a newspaper that nobody has heard of until last week
""",
    "a list": """\
- the first draft of the article, which goes to the mayor on Monday
- the pictures of the harbour, which have to be bought before that
- the headline, which is short, and the teaser, which is even shorter
""",
    "an address": "The Harbour Post\n12 Quay Street\nOld Town 4711\nWonderland\n",
    "a table": """\
Port           tons in 2021     tons in 2022     change of the two years
Hamburg          8.7 million      8.3 million    down by almost a twentieth
Rotterdam       15.3 million     14.5 million    down by more than that again
""",
    "a table with bars": """\
| the port of the city    | tons of goods in 2021 | and in the year after it |
| the port of hamburg     | eight point seven     | eight point three        |
| the port of rotterdam   | fifteen point three   | fourteen point five      |
""",
    "code": """\
def translate(sentences, source, target, beam_size=4, length_penalty=0.2):
    results = engine.translate(sentences, source=source, target=target, b=[1])
    return [result.text for result in results if result.score > THRESHOLD[0]]
""",
    "a headline and a paragraph": """\
The ministry confirms the talks on the rail link
The ministry has confirmed this morning that the talks will start.
""",
    "a paragraph a line": """\
The ministry has confirmed this morning that the talks will start in March.
A spokeswoman said that the first section could be open by the end of 2026.
Mr. Berg was not available for comment, and neither was the mayor or anybody.
""",
    "long lines": "\n".join(
        "the ministry has confirmed this morning that the talks on the new rail link will start in March and go on " * n
        for n in (2, 3, 2)
    ),
    "short lines": "the ministry has confirmed\nthis morning that the talks\non the rail link will start\nin March.\n",
    "headers of a mail": """\
From: Tom Weaver of the Harbour Post <tom@example.org>, editor in chief
To: Anna Miller of the Harbour Post <anna@example.org>, editor of something
Subject: what the ministry has confirmed this morning about the new rail link
""",
    "a dialogue": """\
— Have you asked the mayor what she thinks of the plan for the rail link?
— I have, and she said that she would not comment on it before the council.
— and what did the ministry say?
""",
    "pages": "The ministry has confirmed this morning that the talks on the rail link\fwill start in March.",
}


def read(text: str) -> Document:
    return read_document(text.encode(), name="mail.text", max_chars=LIMIT)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n"])
def test_broken_lines_become_paragraphs(text: str, expected: list[str], line_end: str) -> None:
    text = text.replace("\n", line_end)
    document = read(text)
    assert [block.text for block in document.blocks] == expected
    [warning] = document.warnings
    assert warning.startswith("Lines broken at about ")
    assert write_document(document) == text.encode()


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_lines_that_are_meant_stay(text: str) -> None:
    document = read(text)
    assert not document.warnings
    assert len(document.blocks) == sum(bool(line.strip()) for line in text.splitlines())
    assert write_document(document) == text.encode()


def test_the_warning_names_the_width() -> None:
    assert read(MAIL).warnings == ("Lines broken at about 73 characters were joined into paragraphs.",)


def test_a_poem_in_a_mail_keeps_its_lines() -> None:
    poem = "the harbour is asleep again,\nand nobody remembers\nwhat the gulls were singing\n"
    document = read(f"{MAIL}\n{poem}")
    assert [block.text for block in document.blocks][-3:] == poem.splitlines()
    assert len(document.warnings) == 1


def test_a_seed_article_is_never_joined() -> None:
    text = f" date 2022-03-01 A title\n{GERMAN}"
    document = read_document(text.encode(), max_chars=LIMIT)
    assert document.format == "seed"
    assert len(document.blocks) == 5
    assert not document.warnings


def test_a_translated_paragraph_is_one_line_and_the_others_keep_theirs() -> None:
    document = read(REPLY)
    texts = [block.text for block in document.blocks]
    texts[1] = "El ministerio lo ha confirmado."
    written = write_document(document.with_texts(texts)).decode()
    assert (
        written == REPLY[: REPLY.index("> the")] + "> El ministerio lo ha confirmado.\n" + REPLY[REPLY.index(">\n") :]
    )


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "expected"),
    [
        ("a transla-", "tion of it", "", "a translation of it"),
        ("a transla-", "tion of it", "trans-lation", "a translation of it"),
        ("a well-", "known man", "", "a well-known man"),
        ("the rail-", "way line", "The rail-way is old", "the rail-way line"),
        ("the rail-", "way line", "Railway lines, railway; a rail-way", "the railway line"),
        ("a state-of-the-", "art desk", "", "a state-of-the-art desk"),
        ("Antoine de Saint-", "Exupéry", "", "Antoine de Saint-Exupéry"),
        ("in 2020-", "2021", "", "in 2020-2021"),
        ("an F-", "16 jet", "", "an F-16 jet"),
        ("die Ein-", "und Ausfuhr", "", "die Ein- und Ausfuhr"),
        ("he left -", "and came back", "", "he left - and came back"),
        ("a transla\u00ad", "tion", "", "a translation"),
        ("a transla\u2010", "tion", "", "a translation"),
    ],
)
def test_hyphens_at_the_end_of_a_line(above: str, below: str, elsewhere: str, expected: str) -> None:
    assert Hyphens([above, below, elsewhere]).join(above, below) == expected


@pytest.mark.parametrize(
    ("text", "words", "before"),
    [
        ("> Yes", "Yes", "> "),
        (" >> > - Yes", "Yes", " >> > - "),
        (">Yes", ">Yes", ""),
        ("> 5 > 4", "5 > 4", "> "),
        (">50 people", ">50 people", ""),
        ("->", "->", ""),
    ],
)
def test_marks_of_quotation_in_a_mail(text: str, words: str, before: str) -> None:
    [block] = read(text).blocks
    assert (block.text, block.before) == (words, before)


WORDS = "the mayor says that Berg has no plan. But, well-known and old translations “come” to 日本 東京"
prose = st.lists(
    st.sampled_from(WORDS.split()),
    min_size=1,
    max_size=120,
).map(" ".join)
frames = st.sampled_from(["", "> ", ">> ", "  ", "- ", "\t", ">"])


@given(
    paragraphs=st.lists(st.tuples(prose, frames, st.integers(20, 95)), max_size=5),
    gap=st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\n>\n"]),
)
def test_what_was_broken_comes_back_byte_for_byte(paragraphs: list[tuple[str, str, int]], gap: str) -> None:
    text = (
        "Anfang"
        + gap
        + gap.join(
            textwrap.fill(words, width, initial_indent=frame, subsequent_indent=frame)
            for words, frame, width in paragraphs
        )
    )
    document = read(text)
    assert write_document(document) == text.encode()
    assert write_document(document.with_texts([block.text for block in document.blocks])) == text.encode()
    again = read(write_document(document.with_texts([f"{block.text} x" for block in document.blocks])).decode())
    assert len(again.blocks) <= len(document.blocks)


@given(words=prose, width=st.integers(50, 88))
def test_a_paragraph_that_is_joined_has_the_words_of_its_lines(words: str, width: int) -> None:
    text = textwrap.fill(words, width, break_on_hyphens=False)
    for block in read(text).blocks:
        assert not block.original or block.text.split() == block.original.split()


@pytest.mark.parametrize(
    "text",
    [
        f"{'a word ' * 10}\n" * 5_000,
        f"{'a word ' * 9}trans-\n" * 5_000,
        "> " * 150_000 + "x",
        f"{' ' * 60}\n" * 5_000 + "x",
        f"{'x' * 70}\n" * 5_000,
        f"A line.\n{'x' * 150_000}\nx",
        "| " * 150_000 + "x\ny",
    ],
    ids=lambda text: ascii(text[:9]),
)
def test_long_texts_are_read(text: str) -> None:
    assert write_document(read(text)) == text.encode()
