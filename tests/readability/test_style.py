"""Passive voice and adverbs, each with the false friends that the rules keep out."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readability.tables import rows
from workbench.readability.style import PASSIVES, find_adverbs, find_passives
from workbench.readability.style.adverbs import ADVERBS

PASSIVE_CASES = rows("style_passives.tsv")
ADVERB_CASES = rows("style_adverbs.tsv")


def marked(sentence: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return the sentence with its spans in brackets, as the tables write them."""
    for start, end in reversed(spans):
        sentence = f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}"
    return sentence


@pytest.mark.parametrize(("language", "sentence"), PASSIVE_CASES)
def test_passives(language: str, sentence: str) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    assert marked(plain, find_passives(plain, language) or ()) == sentence


@pytest.mark.parametrize(("language", "sentence"), ADVERB_CASES)
def test_adverbs(language: str, sentence: str) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    assert marked(plain, find_adverbs(plain, language) or ()) == sentence


@pytest.mark.parametrize("language", sorted(PASSIVES))
def test_every_rule_has_twenty_cases_of_each_kind(language: str) -> None:
    kinds = Counter("[" in sentence for code, sentence in PASSIVE_CASES if code == language)
    assert min(kinds[True], kinds[False]) >= 20


@pytest.mark.parametrize("language", sorted(ADVERBS))
def test_every_adverb_rule_has_twenty_words_of_each_kind(language: str) -> None:
    text = " ".join(sentence for code, sentence in ADVERB_CASES if code == language)
    found = text.count("[")
    assert found >= 20
    assert len(text.split()) - found >= 20


@pytest.mark.parametrize("language", ["da", "zh", "ar", "ru", "th"])
def test_a_language_without_a_rule(language: str) -> None:
    assert find_passives("The house was built.", language) is None
    assert find_adverbs("quickly", language) is None


@pytest.mark.parametrize("language", ["de", "nl"])
def test_german_and_dutch_do_not_mark_adverbs(language: str) -> None:
    assert find_adverbs("Schnell und snel.", language) is None


PIECES = ["was", "been", "wurde", "werd", "été", "stato", "fue", "foi", "-", "’", ",", "\0", "😀", "ed", "gebaut", "é"]


@given(
    sentence=st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map(" ".join),
    language=st.sampled_from(sorted(PASSIVES)),
)
def test_spans_of_anything(sentence: str, language: str) -> None:
    for spans in (find_passives(sentence, language), find_adverbs(sentence, language) or ()):
        assert spans is not None
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(sentence) for start, end in spans)


@pytest.mark.parametrize("piece", ["was ", "wurde ", "a", "été ", "built ", "ge", "\0", "werd ge", "stato "])
@pytest.mark.parametrize("language", sorted(PASSIVES))
def test_a_long_run_of_anything(piece: str, language: str) -> None:
    assert find_passives(piece * 3_000, language) is not None
    if language in ADVERBS:
        assert find_adverbs(piece * 3_000, language) is not None
