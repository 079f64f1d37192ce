from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml

from tests.checks_given import give
from tests.factories import make_paired
from workbench.checks.findings import Finding, Severity
from workbench.cli.junit import JUnitReport
from workbench.services.dismissed import digest_of, finding_key
from workbench.services.dismissing import dismiss_finding
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import view_row

TEXT = "The cat sleeps. Then 7 came. They took 3 of them."
SAID = {"The cat sleeps.": "El  gato.", "Then 7 came.": "Vinieron  8.", "They took 3 of them.": "Se los llevaron."}


@pytest.fixture
def run(app):
    return lambda *arguments: app.test_cli_runner().invoke(args=[str(each) for each in arguments])


@pytest.fixture
def article_id(app, monkeypatch):
    give(monkeypatch)
    with app.app_context():
        article_id = make_paired(TEXT, SAID.get)
        row = view_row(article_id, "es", 3)
        dismiss_finding(
            article_id,
            "es",
            3,
            finding=finding_key(row.findings[0]),
            digest=digest_of(row.whole_source, row.target),
            reason="all of them",
            reviewer_id=rename_reviewer(None, "Ana").id,
        )
    return article_id


def read(data):
    """Return of each test its name, whether it failed and why, and its output."""
    return [
        (test.name, [(failure.type, failure.message) for failure in test.result], test.system_out)
        for suite in JUnitXml.fromstring(data)
        for test in suite
    ]


def test_a_sentence_is_a_test_that_fails_when_something_blocks(run, article_id, tmp_path):
    path = tmp_path / "new" / "report.xml"
    result = run("articles", "check", article_id, "--to", "es", "--junit", path)
    assert (result.exit_code, result.stderr) == (4, "")
    assert "1 blocking, 2 warnings" in result.stdout
    assert read(path.read_bytes()) == [
        ("1: The cat sleeps.", [], "warning spaces: Two spaces."),
        ("2: Then 7 came.", [("digits", "7 is missing.")], "warning spaces: Two spaces."),
        ("3: They took 3 of them.", [], "dismissed: blocking digits: 3 is missing. all of them"),
    ]
    suites = ElementTree.parse(path).getroot()
    assert {name: suites.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "3",
        "failures": "1",
        "errors": "0",
    }
    assert suites[0][0].get("classname") == f"{article_id} → es"


def test_on_standard_output_it_stands_alone(run, article_id):
    result = run("articles", "check", article_id, "--to", "es", "--junit", "-")
    assert result.exit_code == 4
    assert len(read(result.stdout_bytes)) == 3
    both = run("articles", "check", article_id, "--to", "es", "--junit", "-", "--json")
    assert (both.exit_code, both.stdout) == (2, "")


def test_json_lists_what_was_dismissed_and_why(run, article_id):
    found = json.loads(run("articles", "check", article_id, "--to", "es", "--json").stdout)
    [dismissed] = found["segments"][2]["dismissed"]
    assert (dismissed["id"], dismissed["reason"], dismissed["reviewer"]) == ("digits", "all of them", "Ana")
    assert found["segments"][2]["checks"] == []
    [first, second] = found["segments"][1]["checks"]
    assert (first["id"], first["side"], first["start"], first["fix"]) == ("digits", "source", 5, "Vinieron  7.")
    assert second["severity"] == "warning"


def test_what_xml_cannot_say_is_replaced():
    report = JUnitReport()
    awful = "\x00 \x1b[31m \ufffe \ud800 <b>&\u202e 😀 مرحبا"
    report.add(
        f"a{awful}", [awful, ""], [Finding(Severity.BLOCKING, "x", awful, 1), Finding(Severity.HINT, "y", awful)]
    )
    [first, second, text] = read(report.to_bytes())
    assert first[1] == [("x", "[31m � � <b>& 😀 مرحبا")]
    assert (second[0], text[0]) == ("2:", "text")
    assert "<b>&amp;" not in (text[2] or "")


def test_a_report_of_nothing_is_one_all_the_same():
    assert read(JUnitReport().to_bytes()) == []
