"""Negations: one that is lost is found, and a figure of speech with a "not" in it passes."""

from __future__ import annotations

import pytest

from workbench.checks.base import Pair
from workbench.checks.facts.negation import Negation


def found(source: str, target: str, language: str, to: str) -> list[str]:
    return [finding.piece for finding in Negation().find(Pair(source, target, language, to))]


@pytest.mark.parametrize(
    ("to", "source", "target"),
    [
        ("es", "He didn't pay.", "No pagó."),
        ("es", "He refused to go.", "No quiso ir."),
        ("de", "He isn't here.", "Er fehlt."),
        ("es", "He’ll be here, won’t he?", "Estará aquí, ¿verdad?"),
        ("es", "Isn't that nice?", "Es bonito, ¿verdad?"),
        ("es", "I can't wait to see it.", "Qué ganas de verlo."),
        ("es", "She couldn't be happier.", "Está felicísima."),
        ("de", "Don't hesitate to call.", "Rufen Sie gern an."),
        ("es", "Not only he came.", "Vino él y más gente."),
    ],
)
def test_what_says_the_same_passes(to: str, source: str, target: str) -> None:
    assert found(source, target, "en", to) == []


@pytest.mark.parametrize(
    ("language", "to", "source", "target", "piece"),
    [
        ("en", "es", "He did not pay.", "Pagó.", "not"),
        ("en", "de", "He can't pay.", "Er kann zahlen.", "can't"),
        ("en", "es", "He didn't say that he was happy.", "Dijo que era feliz.", "didn't"),
        ("en", "es", "He paid.", "No pagó.", "No"),
        ("fr", "en", "Il n'a jamais payé.", "He paid.", "n'"),
    ],
)
def test_a_lost_or_made_up_negation_is_found(language: str, to: str, source: str, target: str, piece: str) -> None:
    assert found(source, target, language, to) == [piece]
