"""Syllables of single words, and the dictionary behind the English ones."""

from __future__ import annotations

import pytest

from tests.readability.tables import rows
from workbench.readability.syllable_rules import english
from workbench.readability.syllables import count_syllables, has_syllable_rule


@pytest.mark.parametrize(("language", "word", "syllables"), rows("readability_syllables.tsv"))
def test_syllables(language: str, word: str, syllables: str) -> None:
    assert count_syllables(word, language) == int(syllables)


@pytest.mark.parametrize("apostrophe", "'’ʼ")
def test_apostrophes_are_one(apostrophe: str) -> None:
    assert count_syllables(f"didn{apostrophe}t", "en") == 2
    assert count_syllables(f"l{apostrophe}école", "fr") == 2


def test_a_language_without_a_rule_has_no_syllables() -> None:
    assert not has_syllable_rule("ar")
    assert count_syllables("كتاب", "ar") == 0


def test_dictionary_holds_only_what_the_rules_get_wrong() -> None:
    """Fails when the rules change and tools/build_syllables.py was not run again."""
    table = english.exceptions()
    needless = [word for word, syllables in table.items() if english.count_by_rules(word, table) == syllables]
    assert needless == []
    assert len(table) > 5_000


def test_dictionary_is_small_and_its_licence_lies_beside_it() -> None:
    assert english.TABLE.stat().st_size < 600_000
    assert "Carnegie Mellon" in (english.TABLE.parent / "LICENSE.cmudict").read_text(encoding="utf-8")
