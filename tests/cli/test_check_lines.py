from workbench.checks.findings import Finding, Severity
from workbench.cli.check_lines import check_lines

VERDICT = "The translation is about as hard to read as its source."
LOST = Finding(Severity.BLOCKING, "lost_item", "The number 7 of the source is missing.", 3, "7")
SHORT = Finding(Severity.WARNING, "too_short", "The translation is far shorter than the sentence.", 12)
DRIFT = Finding(Severity.WARNING, "readability_drift", "The translation is harder to read: its words are long.")
HINT = Finding(Severity.HINT, "readability_drift", "This sentence makes the translation harder to read.", 12)


def test_each_finding_has_a_line_and_the_verdict_comes_last():
    assert check_lines("a.txt → es", [LOST, SHORT], VERDICT) == [
        "a.txt → es: 1 blocking, 1 warning",
        "   3  blocking  The number 7 of the source is missing.",
        "  12  warning   The translation is far shorter than the sentence.",
        f"  {VERDICT}",
    ]


def test_a_drift_is_not_said_twice():
    assert check_lines("a.txt → es", [SHORT, HINT, DRIFT], DRIFT.message) == [
        "a.txt → es: 2 warnings, 1 hint",
        "    12  warning  The translation is far shorter than the sentence.",
        "    12  hint     This sentence makes the translation harder to read.",
        "  text  warning  The translation is harder to read: its words are long.",
    ]


def test_a_clean_translation_is_said_to_be_one():
    assert check_lines("a.txt → es", [], VERDICT) == ["a.txt → es: nothing wrong was found.", f"  {VERDICT}"]


def test_a_piece_of_the_text_cannot_command_the_terminal():
    finding = Finding(Severity.BLOCKING, "lost_item", "The name \x1b]0;owned\x07 of the source is missing.", 1)
    assert "\x1b" not in "".join(check_lines("a", [finding], VERDICT))
