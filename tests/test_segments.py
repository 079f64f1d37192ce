"""Sentences: no character is lost, abbreviations do not end them, and no input is slow or refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.segments import Segment, breaks, join_segments, segment_block, split_sentences, splitting

DATA = Path(__file__).parent / "data"
GOLD_ITEMS_RIGHT = 148
CODES = ["en", "es", "fr", "de", "it", "pt_BR", "nl", "ru", "uk", "pl", "sv", "cs", "el", "tr", "zh", "ja", "hi", "ar"]
CODES += ["th", "he", "xx", ""]
SENTENCE_PARTS = st.sampled_from(
    [*".!?…\"“”„«»'()[]—-• \n\t\r", "\xa0", "\u3000", "\u2028", "\x1c", "。", "」", "「", "؟", "।", "😀", "Mr.", "etc."]
    + ["A", "b", "1", "U.S.", "The ", "г.", "王", "ก", "é", "\u0301", "\u200b", "\x00"]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(SENTENCE_PARTS).map("".join)


def marked(name: str) -> list[tuple[str, str]]:
    """Return (language, text with marks) of each item: `|` a boundary, `¦` one or none."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [(language, text) for language, text in (line.split("\t") for line in lines if line)]


def is_right(language: str, item: str) -> bool:
    """Whether a marked text is split at every `|`, perhaps at a `¦`, and nowhere else."""
    text = item.replace("|", "").replace("¦", "")
    required, allowed, plain = set(), set(), 0
    for character in item:
        if character == "|":
            required.add(plain)
        if character in "|¦":
            allowed.add(plain)
        else:
            plain += 1
    found, offset = set(), 0
    for piece in split_sentences(text, language)[:-1]:
        found.add(offset + len(piece.rstrip()))
        offset += len(piece)
    return required <= found <= allowed


def test_gold_items_are_split_right() -> None:
    items = marked("segmentation_gold.tsv")
    wrong = [f"{language}: {item}" for language, item in items if not is_right(language, item)]
    assert len(items) == 156
    assert len(items) - len(wrong) >= GOLD_ITEMS_RIGHT, "\n".join(wrong)


@pytest.mark.parametrize(("language", "item"), marked("segmentation_own.tsv"))
def test_newspaper_sentences_are_split_right(language: str, item: str) -> None:
    assert is_right(language, item), split_sentences(item.replace("|", "").replace("¦", ""), language)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \n ", [" \n "]),
        ("  One.  Two.\n", ["  One.  ", "Two.\n"]),
        ("A headline\nThe text. More.", ["A headline\n", "The text. ", "More."]),
        ("Mr.\nSmith", ["Mr.\n", "Smith"]),
        ("One\r\n\r\nTwo", ["One\r\n\r\n", "Two"]),
        ("Buy • milk • Mr. Smith", ["Buy ", "• milk ", "• Mr. Smith"]),
        ("It is 😀. 𐍈 Two. 😀😀 Three.", ["It is 😀. ", "𐍈 Two. ", "😀😀 Three."]),
        ("No 😀 end\n𝔸 new line", ["No 😀 end\n", "𝔸 new line"]),
        ("Great!😀 He left.", ["Great!😀 ", "He left."]),
        ("A lone \ud800 half. The rest.", ["A lone \ud800 half. ", "The rest."]),
        ("A NUL\0 here. The rest.", ["A NUL\0 here. ", "The rest."]),
        ("???", ["???"]),
        ("One\x0bTwo\x1eThree", ["One\x0b", "Two\x1e", "Three"]),
    ],
)
def test_white_space_line_ends_and_astral_characters(text: str, pieces: list[str]) -> None:
    assert split_sentences(text, "en") == pieces


@pytest.mark.parametrize("code", ["xx", "und", "", "not a code", "e", "12", "x" * 300, "\0", "日本"])
def test_an_unknown_language_gets_the_breaks_of_icu(code: str) -> None:
    assert split_sentences("Mr. Smith left. He went.", code) == ["Mr. ", "Smith left. ", "He went."]


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en_US", " en-Latn-GB "])
def test_the_primary_subtag_chooses_the_rules(code: str) -> None:
    assert split_sentences("Mr. Smith left. He went.", code) == ["Mr. Smith left. ", "He went."]


@given(TEXTS, st.sampled_from(CODES))
def test_nothing_is_lost_and_no_piece_is_blank(text: str, language: str) -> None:
    pieces = split_sentences(text, language)
    assert "".join(pieces) == text
    assert all(piece.strip() for piece in pieces) or (not text.strip() and pieces == [text])
    assert all(not piece[0].isspace() for piece in pieces[1:])


@given(TEXTS, st.sampled_from(CODES))
def test_a_block_is_its_segments(text: str, language: str) -> None:
    segments = segment_block(text, language)
    if not text.strip():
        assert segments == ()
        return
    assert "".join(segment.before + segment.text + segment.after for segment in segments) == text
    assert all(segment.text == segment.text.strip() != "" for segment in segments)
    assert all(segment.before == "" for segment in segments[1:])


@given(TEXTS, st.sampled_from(["en", "ru", "ar"]))
def test_untranslated_sentences_join_to_the_block(text: str, language: str) -> None:
    segments = segment_block(text, language)
    texts = [segment.text for segment in segments]
    joined = join_segments(segments, texts, language)
    assert "".join(joined.split()) == ("".join(text.split()) if segments else "")
    if segments and all(segment.after not in ("", "\u3000") for segment in segments[:-1]):
        assert joined == text


@given(TEXTS)
def test_every_line_end_parts_sentences(text: str) -> None:
    assert all(len(segment.text.splitlines()) == 1 for segment in segment_block(text, "en"))


@pytest.mark.parametrize(
    ("block", "source", "texts", "target", "joined"),
    [
        ("One. Two.", "en", ["Uno.", "Dos."], "es", "Uno. Dos."),
        (" One.  Two.\n", "en", ["Uno.", "Dos."], "es", " Uno.  Dos.\n"),
        ("One. Two.", "en", ["一。", "二。"], "zh", "一。二。"),
        ("One. Two.", "en", ["一。", "二。"], "zh-Hant-TW", "一。二。"),
        ("One.\nTwo.", "en", ["一。", "二。"], "ja", "一。\n二。"),
        ("一。二。", "zh", ["One.", "Two."], "en", "One. Two."),
        ("一。\u3000二。", "ja", ["One.", "Two."], "en", "One. Two."),
        ("一。二。", "zh", ["いち。", "に。"], "ja", "いち。に。"),
        ("One. Two. Three.", "en", ["Uno.", "", "Tres."], "es", "Uno. Tres."),
        ("One. Two.\nThree.", "en", ["Uno.", " ", "Tres."], "es", "Uno.\nTres."),
        (" One. Two. ", "en", ["", "Dos."], "es", " Dos. "),
        (" One. Two.\n", "en", ["Uno.", ""], "es", " Uno.\n"),
        ("One. Two.", "en", [" Uno. ", "\nDos."], "es", "Uno. Dos."),
    ],
)
def test_translations_stand_between_the_white_space_of_the_source(
    block: str, source: str, texts: list[str], target: str, joined: str
) -> None:
    assert join_segments(segment_block(block, source), texts, target) == joined


def test_joining_wants_one_text_for_each_segment() -> None:
    assert join_segments([], [], "en") == ""
    with pytest.raises(ValueError, match="argument 2"):
        join_segments([Segment("One.")], ["Uno.", "Dos."], "es")


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        ".",
        '"',
        "Mr. ",
        "A. ",
        "\n",
        " ",
        "😀",
        "… A",
        ". 1",
        "(A! ",
        "» ",
        "。「",
        ".[1] A",
        'a. "',
        ". — A",
        "\0",
    ],
)
def test_a_megabyte_of_anything_is_split(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert "".join(split_sentences(text, "en")) == text


def test_many_threads_split_alike() -> None:
    items = [(item.replace("|", "").replace("¦", ""), language) for language, item in marked("segmentation_own.tsv")]
    expected = [split_sentences(text, language) for text, language in items]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            assert list(pool.map(lambda item: split_sentences(*item), items)) == expected


DENSE = [*"Aa1.!?…。！\"')]•»“—# 😀é\n\x0b\xa0", "[1]", "  ", ". ", ". A", "Dr.", "a. C."]
dense = st.lists(st.sampled_from(DENSE), max_size=80).map("".join)


@settings(deadline=None)
@given(dense)
@example(".]”" * 3 + " A")
def test_the_anchors_miss_no_break(text: str) -> None:
    assert breaks._extra_breaks(text) == [match.end() for match in breaks._EXTRA.finditer(text)]


@settings(deadline=None)
@given(text=dense.map(lambda piece: piece * 3), language=st.sampled_from(["en", "de", "fr", "ru", "es"]))
def test_a_decision_that_is_remembered_is_the_same(text: str, language: str) -> None:
    remembered = split_sentences(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(splitting, "_MAX_KNOWN", 0)
        assert split_sentences(text, language) == remembered
