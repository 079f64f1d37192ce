import pytest

from workbench.checks.findings import Finding, Severity, count_blocking, in_reading_order
from workbench.translation.fault_findings import fault_findings
from workbench.translation.faults import Fault, FaultKind


def test_a_finding_is_json_with_every_field():
    assert Finding(Severity.BLOCKING, "lost_item", "The number 7 of the source is missing.", 3, "7").to_json() == {
        "severity": "blocking",
        "id": "lost_item",
        "message": "The number 7 of the source is missing.",
        "position": 3,
        "piece": "7",
        "side": None,
        "start": None,
        "fix": None,
    }
    assert Finding(Severity.HINT, "x", "X.").to_json()["position"] is None


def test_findings_come_sentence_by_sentence_the_worst_first_and_those_on_the_text_last():
    text = Finding(Severity.BLOCKING, "text", "All of it.")
    hint, warning, blocking = (Finding(severity, severity.value, ".", 2) for severity in reversed(Severity))
    first = Finding(Severity.HINT, "first", ".", 1)
    assert in_reading_order([text, hint, warning, blocking, first]) == (first, blocking, warning, hint, text)


def test_only_blocking_ones_are_counted():
    assert count_blocking(Finding(severity, "x", ".") for severity in Severity) == 1
    assert count_blocking([]) == 0


@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_blocks_when_there_is_no_translation_or_a_fact_has_changed(kind):
    (found,) = fault_findings([Fault(kind, "244,890")], 7)
    blocking = {"empty", "loop", "echo", "wrong_script", "lost_item", "changed_item"}
    assert found.severity == ("blocking" if kind.value in blocking else "warning")
    assert (found.id, found.position, found.piece) == (kind.value, 7, "244,890")
    assert found.message.endswith(".")


def test_faults_keep_their_order():
    faults = [Fault(FaultKind.TOO_SHORT), Fault(FaultKind.LOST_ITEM, "{name}")]
    assert [found.id for found in fault_findings(faults, 1)] == ["too_short", "lost_item"]
    assert fault_findings([], 1) == ()
