"""Every check says what it is, shows an example, and has tests of its own; the page about them is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_docs import ROOT
from tools.check_docs import PAGE, example_pair, write_page
from workbench.checks.consistency import CONSISTENCY
from workbench.checks.drift import DRIFT
from workbench.checks.findings import Severity
from workbench.checks.registry import CHECKS, check_pair

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


def test_ids_are_unique_and_those_of_no_other_finding():
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert not {CONSISTENCY, DRIFT} & set(ids)


@each_check
def test_a_check_says_what_it_is(check):
    assert re.fullmatch(r"[a-z][a-z_]+", check.id)
    assert 1 <= len(check.name.split()) <= 5
    assert check.description.endswith(".")
    assert check.severity in Severity


@each_check
def test_a_check_finds_its_own_example(check):
    found = list(check.find(example_pair(check)))
    assert found
    assert {finding.id for finding in found} == {check.id}
    assert found[0].severity is check.severity
    assert found[0].position is None


@each_check
def test_a_check_has_tests_of_its_own(check):
    files = [path for path in (ROOT / "tests" / "checks").rglob("test_*.py") if path.name != Path(__file__).name]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert re.search(rf"\b{type(check).__name__}\b|\"{check.id}\"", text)


def test_a_pair_gets_the_findings_of_all_checks():
    for check in CHECKS:
        assert check.id in {finding.id for finding in check_pair(example_pair(check))}


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == write_page(), "Run python -m tools.check_docs."
