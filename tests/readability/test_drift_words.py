"""The verdict in one plain sentence."""

from __future__ import annotations

import pytest

from workbench.readability.drift import Component, Drift, SentenceDrift, Verdict
from workbench.readability.drift_words import summarise


def component(name: str, expected: float, target: float, moved: bool = True) -> Component:
    return Component(name, expected, expected, target, 3.0, moved)


def sentences(number: int) -> tuple[SentenceDrift, ...]:
    return tuple(SentenceDrift(position, 0.5, "words_per_sentence") for position in range(1, number + 1))


LENGTH = component("words_per_sentence", 20, 26.2)
SHORT = component("words_per_sentence", 20, 12)
UNSPACED = component("characters_per_sentence", 40, 50)
LONG_WORDS = component("long_word_share", 0.28, 0.37)
LETTERS = component("letters_per_word", 5, 5.5)
LIX = component("lix", 45.2, 58.4)
STILL = component("words_per_sentence", 20, 21, moved=False)


@pytest.mark.parametrize(
    ("drift", "words"),
    [
        (
            Drift(Verdict.HARDER, components=(LENGTH,), sentences=sentences(4)),
            "The translation is harder to read: its sentences are 31 % longer than expected; "
            "4 sentences account for it.",
        ),
        (
            Drift(Verdict.HARDER, components=(LENGTH, LIX), sentences=sentences(1)),
            "The translation is harder to read: its sentences are 31 % longer than expected; "
            "1 sentence accounts for it.",
        ),
        (
            Drift(Verdict.HARDER, components=(LENGTH,), sentences=sentences(10), is_explained=False),
            "The translation is harder to read: its sentences are 31 % longer than expected; "
            "10 sentences account for part of it.",
        ),
        (
            Drift(Verdict.HARDER, components=(LENGTH, LONG_WORDS), sentences=sentences(2)),
            "The translation is harder to read: its sentences are 31 % longer than expected, and 37 % of its words are "
            "long, where 28 % are expected; 2 sentences account for it.",
        ),
        (
            Drift(Verdict.HARDER, components=(LETTERS, LONG_WORDS, STILL), sentences=sentences(2)),
            "The translation is harder to read: 37 % of its words are long, where 28 % are expected; "
            "2 sentences account for it.",
        ),
        (
            Drift(Verdict.HARDER, components=(LIX,)),
            "The translation is harder to read: its LIX is 58, where 45 is expected.",
        ),
        (
            Drift(Verdict.EASIER, components=(SHORT,), sentences=sentences(3)),
            "The translation is easier to read: its sentences are 40 % shorter than expected; "
            "3 sentences account for it.",
        ),
        (
            Drift(Verdict.HARDER, components=(UNSPACED,), sentences=sentences(2)),
            "The translation is harder to read: its sentences are 25 % longer than expected; "
            "2 sentences account for it.",
        ),
        (
            Drift(Verdict.SIMILAR, basis="pair", components=(STILL,)),
            "The translation is about as hard to read as people's translations from English into Spanish.",
        ),
        (
            Drift(Verdict.SIMILAR, basis="language", components=(STILL,)),
            "The translation is about as hard to read as its source, as far as newspapers in English and Spanish tell.",
        ),
        (Drift(Verdict.NOT_COMPARABLE, "The source is empty."), "The source is empty."),
    ],
)
def test_in_words(drift: Drift, words: str) -> None:
    assert summarise(drift, "en", "es-MX") == words


def test_a_rewritten_text() -> None:
    drift = Drift(Verdict.SIMILAR, basis="language")
    assert summarise(drift, "en-US", "en-GB") == "The translation is about as hard to read as its source."
