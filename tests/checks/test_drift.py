import pytest

from workbench.checks.drift import DRIFT, drift_findings
from workbench.checks.findings import Finding, Severity
from workbench.readability.drift import Component, Drift, SentenceDrift, Verdict

SENTENCES = (SentenceDrift(5, 0.9, "words_per_sentence"), SentenceDrift(2, 0.4, "words_per_sentence"))


def drifted(verdict: Verdict, target: float) -> Drift:
    length = Component("words_per_sentence", 20.0, 20.0, target, 3.1, True)
    return Drift(verdict, deviation=3.1, limit=2.0, basis="pair", components=(length,), sentences=SENTENCES)


@pytest.mark.parametrize(
    ("verdict", "target", "severity", "says"),
    [
        (Verdict.HARDER, 26.2, Severity.WARNING, "31 % longer than expected; 2 sentences account for it."),
        (Verdict.EASIER, 15.0, Severity.HINT, "25 % shorter than expected; 2 sentences account for it."),
    ],
)
def test_a_drift_is_never_blocking_and_its_sentences_are_hints(verdict, target, severity, says):
    *sentences, text = drift_findings(drifted(verdict, target), "en", "es")
    assert (text.severity, text.id, text.position) == (severity, DRIFT, None)
    assert text.message.endswith(says)
    assert sentences == [
        Finding(Severity.HINT, DRIFT, f"This sentence makes the translation {verdict} to read.", position)
        for position in (5, 2)
    ]


@pytest.mark.parametrize("drift", [Drift(Verdict.SIMILAR, basis="pair"), Drift(Verdict.NOT_COMPARABLE, "It is empty.")])
def test_a_text_that_is_similar_or_cannot_be_compared_has_no_finding(drift):
    assert drift_findings(drift, "en", "es") == ()
