"""Which rows a choice shows."""

from __future__ import annotations

import pytest

from workbench.checks.findings import Finding, Severity
from workbench.review import Origin, SegmentState
from workbench.services.views import Row
from workbench.services.views.filters import FILTERS, filters_for, read_choice
from workbench.translation.confidence import Confidence


def row(position: int = 1, state: str = "machine", **values: object) -> Row:
    standard: dict[str, object] = {
        "source": "A.",
        "target": "B.",
        "machine": "B.",
        "origin": Origin.MACHINE,
        "score": None,
        "faults": (),
        "match": None,
        "pivot": None,
        "version": 1,
        "follows": None,
        "reviewer": "",
        "updated_at": None,
        "key": f"{position}-00000000",
    }
    return Row(position=position, state=SegmentState(state), **(standard | values))  # type: ignore[arg-type]


def finding(severity: Severity, id_: str) -> Finding:
    return Finding(severity, id_, "…", 1)


ROWS = (
    row(1, "pending"),
    row(2, confidence=Confidence.SURE),
    row(3, confidence=Confidence.CHECK),
    row(4, "flagged", confidence=Confidence.DOUBTFUL, findings=(finding(Severity.BLOCKING, "numbers"),)),
    row(5, "edited", open_comments=2),
    row(6, "accepted", follows=2),
    row(7, former_source="Old."),
    row(
        8,
        "edited",
        former_source="Old.",
        findings=(finding(Severity.HINT, "spaces"), finding(Severity.WARNING, "names")),
    ),
    row(9, findings=(finding(Severity.HINT, "spaces"),)),
)


@pytest.mark.parametrize(
    ("show", "check", "shown"),
    [
        ("", "", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("unreviewed", "", [1, 2, 3, 4, 7, 9]),
        ("machine", "", [2, 3, 7, 9]),
        ("edited", "", [5, 8]),
        ("accepted", "", [6]),
        ("flagged", "", [4]),
        ("edited,accepted", "", [5, 6, 8]),
        ("unsure", "", [3, 4]),
        ("blocking", "", [4]),
        ("warning", "", [8]),
        ("hint", "", [9]),
        ("warning,hint", "", [8, 9]),
        ("comments", "", [5]),
        ("updated", "", [7]),
        ("firsts", "", [1, 2, 3, 4, 5, 7, 8, 9]),
        ("harder", "", []),
        ("", "spaces", [8, 9]),
        ("", "spaces,numbers", [4, 8, 9]),
        ("edited", "spaces", [8]),
        ("edited,firsts,comments", "", [5]),
        ("machine,unsure", "", [3]),
        ("nonsense, machine ,machine", "", [2, 3, 7, 9]),
        ("", "Not A Check!", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("", "never_found", []),
    ],
)
def test_a_row_is_shown_for_one_filter_of_each_group(show, check, shown):
    choice = read_choice([show], [check])
    assert [each.position for each in ROWS if choice.shows(each)] == shown
    assert bool(choice) == (shown != [each.position for each in ROWS] or show == "firsts")


def test_a_desk_offers_its_filters_with_their_counts_and_the_checks_that_it_has():
    offered = {(each.group, each.id): count for each, count in filters_for(ROWS, read_choice([], ["never_found"]))}
    assert offered["state", "unreviewed"] == 6
    assert {key: count for key, count in offered.items() if key[0] == "check"} == {
        ("check", "names"): 1,
        ("check", "never_found"): 0,
        ("check", "numbers"): 1,
        ("check", "spaces"): 2,
    }
    assert len(offered) == len(FILTERS) + 4
