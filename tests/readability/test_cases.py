"""Texts counted and computed by hand: every count and every score is the published one."""

from __future__ import annotations

import pytest

from tests.readability.tables import cases, pairs
from workbench.readability.counts import Counts, count
from workbench.readability.report import analyse
from workbench.readability.scores import FORMULAS

CASES = cases()


@pytest.mark.parametrize(("language", "text", "counts", "values"), CASES)
def test_case(language: str, text: str, counts: str, values: str) -> None:
    report = analyse(text, language)
    assert {name: getattr(report.counts, name) for name in pairs(counts)} == pairs(counts)
    found = {score.id: score.value for score in report.scores}
    for name, value in pairs(values).items():
        assert (found[name] if name in found else getattr(report.neutral, name)) == pytest.approx(value, abs=0.01)


def test_there_are_enough_cases_and_each_shows_its_counts() -> None:
    assert len(CASES) >= 62
    for _, text, counts, values in CASES:
        assert {"words", "sentences"} <= set(pairs(counts)), text
        assert pairs(values), text


def test_every_formula_has_a_case() -> None:
    covered = {(case[0], name) for case in CASES for name in pairs(case[3])}
    expected = {(language, formula.id) for language, formulas in FORMULAS.items() for formula in formulas}
    assert expected <= covered


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "state-of-the-art", 4),
        ("en", "left—she", 2),
        ("en", "3.5 percent, 1,000 and 10:30", 5),
        ("en", "don't, don’t, U.S., p.m.", 4),
        ("en", "– • * ... !? 😀 ❤️", 0),
        ("fr", "l'eau aujourd'hui dit-il", 4),
        ("ru", "кто-то по-русски", 2),
        ("id", "anak-anak", 1),
        ("uk", "п'ять пʼять п’ять", 3),
        ("ca", "col·legi", 1),
        ("hi", "नमस्ते दुनिया", 2),
        ("fa", "می‌خواهم", 1),
        ("ko", "나는 학교에 간다", 3),
        ("th", "ฉันรักคุณ", 0),
    ],
)
def test_what_a_word_is(language: str, text: str, words: int) -> None:
    assert count(text, language).words == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Smith met Dr. Jones at 5 p.m. on Monday.", 1),
        ("Rates rose from 3.5 percent to 4.25 percent.", 1),
        ("A headline\nGo. A sentence.", 3),
        ("One.\n\n***\n|#+|\n", 1),
    ],
)
def test_what_a_sentence_is(text: str, sentences: int) -> None:
    assert count(text, "en").sentences == sentences


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\n \n"])
@pytest.mark.parametrize("language", ["en", "fi", "zh"])
def test_every_line_end_ends_a_sentence(end: str, language: str) -> None:
    assert count(f"One and{end}two", language).sentences == 2


@pytest.mark.parametrize(
    ("sentence", "complex_words"),
    [
        ("We met Australian officials.", 1),
        ("Australian officials met.", 2),
        ("It was created.", 0),
        ("He trespasses.", 0),
        ("It was calculated.", 1),
        ("A three-syllable-word.", 1),
    ],
)
def test_complex_words_as_gunning_counts_them(sentence: str, complex_words: int) -> None:
    assert count(sentence, "en").complex_words == complex_words


@pytest.mark.parametrize(
    ("sentence", "difficult"),
    [
        ("The cats were running happily.", 0),
        ("The boy's puppies stopped.", 0),
        ("They saw London in 1999.", 0),
        ("The epistemology was abstruse.", 2),
    ],
)
def test_difficult_words_as_dale_and_chall_count_them(sentence: str, difficult: int) -> None:
    assert count(sentence, "en").difficult_words == difficult


def test_composed_and_decomposed_letters_count_the_same() -> None:
    composed, decomposed = count("Él leyó café.", "es"), count("E\u0301l leyo\u0301 cafe\u0301.", "es")
    assert (composed.letters, composed.syllables) == (decomposed.letters, decomposed.syllables) == (10, 5)


def test_counts_can_be_added() -> None:
    assert Counts(words=3, letters=9) + Counts(words=1, syllables=2) == Counts(words=4, letters=9, syllables=2)
