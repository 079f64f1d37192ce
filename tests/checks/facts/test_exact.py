"""What must come through letter by letter, and speech and denial."""

from __future__ import annotations

import pytest

from workbench.checks.base import Pair
from workbench.checks.facts import FACT_CHECKS


def found(source: str, target: str, language: str, to: str, check: str) -> list[tuple[str, str | None]]:
    (own,) = [each for each in FACT_CHECKS if each.id == check]
    return [(finding.piece, finding.fix) for finding in own.find(Pair(source, target, language, to))]


@pytest.mark.parametrize(
    ("check", "source", "target", "expected"),
    [
        (
            "addresses",
            "See https://a.org/en now",
            "Ver https://a.org/es ya",
            ("https://a.org/es", "Ver https://a.org/en ya"),
        ),
        ("addresses", "Write to a@b.org", "Escriba", ("a@b.org", "Escriba a@b.org")),
        ("addresses", "Ask a@b.org or us", "Pregunte", ("a@b.org", None)),
        ("handles", "by @bbc", "por @bbcnews", ("@bbcnews", "por @bbc")),
        ("handles", "Good #Brexit", "Bien", ("#Brexit", "Bien #Brexit")),
        ("placeholders", "Hello {name}!", "¡Hola {nombre}!", ("{nombre}", "¡Hola {name}!")),
        ("placeholders", "a <b>c", "a c", ("<b>", None)),
        ("emoji", "Well done 👍", "Bien hecho", ("👍", "Bien hecho 👍")),
        ("emoji", "👍 Well done", "Bien hecho", ("👍", "👍 Bien hecho")),
        ("emoji", "Well done 👍🏽", "Bien hecho 👍", ("👍", "Bien hecho 👍🏽")),
    ],
)
def test_a_change_is_found_with_its_fix(check: str, source: str, target: str, expected: tuple[str, str | None]) -> None:
    assert found(source, target, "en", "es", check) == [expected]


def test_two_missing_at_the_end_have_no_fix_because_their_order_is_not_certain() -> None:
    assert [fix for _, fix in found("Go #a1 #b2", "Ve", "en", "es", "handles")] == [None, None]


@pytest.mark.parametrize(
    ("source", "target", "to"),
    [
        ('He said: "This must never happen again."', "Er sagte: „Das darf nie wieder passieren.“", "de"),
        ('He said: "This must never happen again."', "Il a dit : « Cela ne doit plus se produire. »", "fr"),
        ('"This must never happen again," he said.', "—Esto no debe repetirse —dijo.", "es"),
        ("the This Morning presenter", "die „This Morning“-Moderatorin", "de"),
        ("a 'sick joke'", "una broma de mal gusto", "es"),
        ("Jones' home and the couple's house in Marlow", "la casa de Jones en Marlow", "es"),
        ("he is 6'2\" tall and plays for them", "mide 1,88 y juega con ellos", "es"),
    ],
)
def test_quotations_in_another_style_and_titles_pass(source: str, target: str, to: str) -> None:
    assert found(source, target, "en", to, "quotations") == []


def test_speech_without_its_marks_is_found() -> None:
    source, target = "“This must never happen again.”", "Esto no debe volver a pasar."
    assert found(source, target, "en", "es", "quotations") == [("“", f"“{target}”")]
    assert found(target, source, "es", "en", "quotations") == [("“", None)]


@pytest.mark.parametrize(
    ("source", "target", "to"),
    [
        ("He did not pay.", "No pagó.", "es"),
        ("He did not pay.", "Se negó a pagar.", "es"),
        ("It was not possible.", "Es war unmöglich.", "de"),
        ("He didn't have money.", "Il était sans argent.", "fr"),
        ("It is not only he.", "También es él.", "es"),
        ("He paid.", "Pagó.", "es"),
        ("He did not pay.", "彼は払った。", "ja"),
    ],
)
def test_a_denial_in_other_words_passes(source: str, target: str, to: str) -> None:
    assert found(source, target, "en", to, "negation") == []


@pytest.mark.parametrize(
    ("source", "target", "language", "to", "piece"),
    [
        ("He did not pay.", "Pagó.", "en", "es", "not"),
        ("He didn’t pay.", "Er zahlte.", "en", "de", "didn’t"),
        ("Il n’a pas payé.", "He paid.", "fr", "en", "n’"),
        ("He paid.", "Он не заплатил.", "en", "ru", "не"),
    ],
)
def test_a_lost_or_new_denial_is_found(source: str, target: str, language: str, to: str, piece: str) -> None:
    assert found(source, target, language, to, "negation") == [(piece, None)]
