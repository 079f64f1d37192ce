"""A translation is compared with what people make of such a source."""

from __future__ import annotations

import pytest

from workbench.readability.drift import Drift, Verdict, compare
from workbench.readability.drift_words import summarise
from workbench.readability.report import analyse, analyse_sentences

ENGLISH = [
    "The council met on Monday to talk about the new bridge.",
    "Nobody had expected the mayor to change her mind.",
    "The river has flooded the old town three times since spring.",
    "Shop owners say that they cannot wait another year.",
    "A report on the costs will be published next week.",
    "The work could begin in the summer.",
]
SPANISH = [
    "El ayuntamiento se reunió el lunes para hablar del nuevo puente.",
    "Nadie esperaba que la alcaldesa cambiara de opinión.",
    "El río ha inundado el casco antiguo tres veces desde la primavera.",
    "Los comerciantes dicen que no pueden esperar otro año.",
    "La próxima semana se publicará un informe sobre los costes.",
    "Las obras podrían empezar en verano.",
]


def drift_of(source: list[str], target: list[str], source_language: str = "en", target_language: str = "es") -> Drift:
    return compare(analyse_sentences(source, source_language), analyse_sentences(target, target_language))


def join(first: str, second: str) -> str:
    """Return two sentences as one, as a translator would who minds no reader."""
    return first.removesuffix(".") + ", " + second[0].lower() + second[1:]


def test_a_faithful_translation_is_similar() -> None:
    drift = drift_of(ENGLISH, SPANISH)
    assert (drift.verdict, drift.basis, drift.reason, drift.sentences) == (Verdict.SIMILAR, "pair", "", ())
    assert not any(component.moved for component in drift.components)
    assert summarise(drift, "en", "es") == (
        "The translation is about as hard to read as people's translations from English into Spanish."
    )


def test_merged_sentences_are_harder() -> None:
    drift = drift_of(ENGLISH, [join(*SPANISH[:2]), join(*SPANISH[2:4]), join(*SPANISH[4:])])
    assert drift.verdict is Verdict.HARDER
    assert drift.deviation is not None
    assert drift.limit is not None
    assert drift.deviation > drift.limit
    assert drift.components[0].id == "words_per_sentence"
    assert drift.components[0].moved
    assert drift.sentences


def test_split_sentences_are_easier() -> None:
    halves = [half for sentence in SPANISH for half in (sentence[:30], sentence[30:])]
    assert drift_of(ENGLISH, halves).verdict is Verdict.EASIER


@pytest.mark.parametrize(
    ("source", "target", "language", "reason"),
    [
        ("", "Hola.", "es", "The source is empty."),
        (" ".join(ENGLISH), "", "es", "The translation is empty."),
        (" ".join(ENGLISH), "***", "es", "The translation has no words."),
        (" ".join(ENGLISH), " ".join(ENGLISH), "es", "it is not translated"),
        (" ".join(ENGLISH), "Совет собрался в понедельник.", "es", "not written in the script of Spanish"),
        (ENGLISH[0], SPANISH[0], "es", "The source has only 1 sentence:"),
        (" ".join(ENGLISH), "Rada se sešla v pondělí.", "cs", "Nothing is known"),
    ],
)
def test_why_sides_are_not_comparable(source: str, target: str, language: str, reason: str) -> None:
    drift = compare(analyse(source, "en"), analyse(target, language))
    assert drift.verdict is Verdict.NOT_COMPARABLE
    assert reason in drift.reason
    assert (drift.deviation, drift.limit, drift.basis, drift.components) == (None, None, "", ())
    assert summarise(drift, "en", language) == drift.reason
