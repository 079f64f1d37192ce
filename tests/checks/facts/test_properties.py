"""What holds of any text: findings point at what they say, fixes mend, and the same text has no fault."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.checks.base import Check, Pair
from workbench.checks.facts import FACT_CHECKS
from workbench.checks.findings import Side

PIECES = ["5", "1,000", "3.5", "£2.8bn", "40 %", "5 pm", "17:30", "2024-05-12", "Sunday", "lunes", "Trump", "Kavanaugh"]
PIECES += [
    "https://a.org",
    "@bbc",
    "#Brexit",
    "{name}",
    "<b>",
    "👍",
    "“",
    "”",
    "not",
    "no",
    "miles",
    "km",
    "días",
    "XIX",
]
TEXTS = st.one_of(st.text(min_size=1, max_size=60), st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
LANGUAGES = st.sampled_from(["en", "es", "fr", "de", "pl", "ru", "ja", "ar", "pt-BR", "zh-Hant", "sw"])


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
@example("\0", "\0", "en", "ru")
@example("İstanbul ﬁ ß", "I\u0307 ", "tr", "de")
def test_a_finding_points_at_its_piece(source: str, target: str, language: str, to: str) -> None:
    pair = Pair(source, target, language, to)
    for finding in (each for check in FACT_CHECKS for each in check.find(pair)):
        text = source if finding.side is Side.SOURCE else target
        assert finding.start is not None
        assert finding.piece
        assert text[finding.start : finding.start + len(finding.piece)] == finding.piece
        assert finding.fix != target


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_beside_itself_has_no_fault(text: str, language: str) -> None:
    pair = Pair(text, text, language, language)
    assert [finding for check in FACT_CHECKS for finding in check.find(pair)] == []


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
@example("AAb", "AAa:AAa", "en", "en")
def test_a_fix_leaves_fewer_findings_of_its_check(source: str, target: str, language: str, to: str) -> None:
    for check in FACT_CHECKS:
        findings = tuple(check.find(Pair(source, target, language, to)))
        for finding in findings:
            if finding.fix is not None:
                assert len(tuple(check.find(Pair(source, finding.fix, language, to)))) < len(findings)


@pytest.mark.parametrize("check", FACT_CHECKS, ids=lambda check: check.id)
def test_every_check_finds_something_in_its_example(check: Check) -> None:
    assert list(check.find(Pair(*check.example)))
