"""Our syllables against espeak-ng's vowels, in words sampled from news text."""

from __future__ import annotations

import re

import pytest
import regex

from tests.readability.syllable_lists import (
    ASKED_PERCENT,
    LANGUAGES,
    SampledWord,
    outside_the_dictionary,
    percent,
    read_list,
    settlements_of,
    table,
)
from tests.readability.tables import DATA
from tools.sample_syllables import count_nuclei, is_seen

DOCS = DATA.parent.parent / "docs" / "readability.md"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["seen", "unseen", "whole"])
def test_syllables_agree_with_espeak(language: str, half: str) -> None:
    words = [word for word in read_list(language) if half == "whole" or word.is_seen == (half == "seen")]
    wrong = [f"{word.word} {word.ours}/{word.nuclei}" for word in words if not word.is_right]
    right = percent(word.is_right for word in words)
    print(f"{language}, {half}: {right:.1f} % of {len(words)} words, asked {ASKED_PERCENT[language]} %")
    assert right >= ASKED_PERCENT[language], wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_what_its_tool_makes(language: str) -> None:
    words = read_list(language)
    assert len({word.word for word in words}) == len(words) == 1_000
    assert [word.is_seen for word in words] == [is_seen(word.word) for word in words]
    assert [word.nuclei for word in words] == [count_nuclei(word.phonemes) for word in words]
    assert sum(word.is_seen for word in words) == pytest.approx(500, abs=50)


def test_english_is_the_dictionary() -> None:
    inside = [word for word in read_list("en") if word.cmudict is not None]
    assert len(inside) > 950
    assert [(word.word, word.ours) for word in inside] == [(word.word, word.cmudict) for word in inside]


def test_english_words_outside_the_dictionary() -> None:
    words = outside_the_dictionary()
    print(f"{sum(word.is_right for word in words)} of {len(words)}:", [(word.word, word.ours) for word in words])
    assert percent(word.is_right for word in words) >= 75


def test_the_table_in_the_docs_is_the_figures() -> None:
    """Fails when rules, lists or settlements change: python -m tests.readability.syllable_lists prints it anew."""
    assert table() in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_settlement_settles_what_it_says(language: str) -> None:
    words = {word.word: word for word in read_list(language)}
    for settlement in settlements_of(language):
        assert settlement.rule
        assert re.search(r"\d", settlement.source), "a source has a year or a version"
        if settlement.kind == "word":
            word = words[settlement.form]
            assert word.is_seen, f"{word.word} must not be settled by itself: it is in the unseen half"
            assert (word.ours, word.nuclei) == (settlement.ours, settlement.espeak)
        else:
            assert settlement.kind in {"phonemes", "spelling"}
            assert any(decides(settlement.kind, settlement.form, word) for word in words.values()), settlement


def decides(kind: str, form: str, word: SampledWord) -> bool:
    """Say whether a pattern is in a word that we count otherwise than espeak-ng, and rightly."""
    text = word.phonemes if kind == "phonemes" else word.plain
    return regex.search(form, text) is not None and word.is_right and not word.is_exact
