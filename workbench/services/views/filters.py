"""Which rows of the desk a reader wants to see: the one table that says what matches.

The server hides rows by it, and the desk's scripts do the same with the selectors, without asking the server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.findings import Severity
from workbench.checks.registry import CHECKS
from workbench.review import REVIEWED, SegmentState
from workbench.services.views.rows import Row
from workbench.translation.confidence import Confidence
from workbench.wording import Text, words

_NAME = re.compile(r"[a-z0-9_]{1,40}")
_MOST_CHECKS = 50
CHECK = "check"
"""The group of the checks by name; its filters are made from what an article has."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """One thing that a row can be shown for.

    Attributes:
        id: As it stands in the address.
        group: A row is shown if it matches one of the chosen filters of each group that any is chosen of.
        name: For people.
        selector: The same as `test`, in CSS, on what a row has in the page.
        test: Whether a row matches.
    """

    id: str
    group: str
    name: str
    selector: str
    test: Callable[[Row], bool]


def _in_state(state: SegmentState, name: Text) -> RowFilter:
    return RowFilter(state.value, "state", name, f'[data-state="{state}"]', lambda row: row.state is state)


def _with_problem(severity: Severity, name: Text) -> RowFilter:
    return RowFilter(
        severity.value, "problem", name, f'[data-problem="{severity}"]', lambda row: row.problem is severity
    )


FILTERS: tuple[RowFilter, ...] = (
    RowFilter(
        "unreviewed",
        "state",
        words("Unreviewed"),
        ':not([data-state="edited"], [data-state="accepted"])',
        lambda row: row.state not in REVIEWED,
    ),
    _in_state(SegmentState.MACHINE, words("Machine")),
    _in_state(SegmentState.EDITED, words("Edited")),
    _in_state(SegmentState.ACCEPTED, words("Accepted")),
    _in_state(SegmentState.FLAGGED, words("Flagged")),
    _with_problem(Severity.BLOCKING, words("Blocking")),
    _with_problem(Severity.WARNING, words("Warning")),
    _with_problem(Severity.HINT, words("Hint")),
    RowFilter("harder", "reading", words("Harder than its source"), "[data-harder]", lambda row: row.is_harder),
    RowFilter(
        "unsure",
        "confidence",
        words("Low confidence"),
        '[data-confidence]:not([data-confidence="sure"])',
        lambda row: row.confidence not in (None, Confidence.SURE),
    ),
    RowFilter("comments", "comments", words("Has comments"), "[data-comments]", lambda row: row.open_comments > 0),
    RowFilter("updated", "update", words("Changed by an update"), "[data-updated]", lambda row: row.is_updated),
    RowFilter("firsts", "repeats", words("Without repeats"), ":not([data-follows])", lambda row: not row.follows),
)
"""In the order in which they are offered. A problem counts as the worst that a row has."""


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What a reader chose to see; nothing chosen is everything."""

    filters: tuple[RowFilter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.filters)

    def shows(self, row: Row) -> bool:
        """Say whether a row is shown: it matches one filter of each group that any is chosen of."""
        groups = {each.group for each in self.filters}
        return all(any(each.test(row) for each in self.filters if each.group == group) for group in groups)

    def has(self, filter_: RowFilter) -> bool:
        """Say whether a filter is chosen."""
        return any(each.id == filter_.id and each.group == filter_.group for each in self.filters)


EVERYTHING = RowChoice()


def check_filter(check_id: str) -> RowFilter:
    """Return the filter for the rows in which a check, or the model's own control, found something."""
    names = {check.id: check.name for check in CHECKS}
    name = names.get(check_id) or check_id.replace("_", " ").capitalize()
    return RowFilter(
        check_id,
        CHECK,
        name,
        f'[data-checks~="{check_id}"]',
        lambda row: any(finding.id == check_id for finding in row.findings),
    )


def read_choice(shown: Iterable[str], checks: Iterable[str]) -> RowChoice:
    """Return what an address chooses. Names that are not known say nothing: an old link still opens the desk.

    Args:
        shown: Ids of `FILTERS`, each text one or several with commas between.
        checks: Ids of checks, likewise.
    """
    wanted = _names(shown)
    of_checks = [name for name in _names(checks) if _NAME.fullmatch(name)][:_MOST_CHECKS]
    return RowChoice((*(each for each in FILTERS if each.id in wanted), *map(check_filter, of_checks)))


def filters_for(rows: Sequence[Row], choice: RowChoice) -> tuple[tuple[RowFilter, int], ...]:
    """Return the filters that a desk offers, each with how many rows match it alone."""
    found = dict.fromkeys(finding.id for row in rows for finding in row.findings)
    chosen = dict.fromkeys(each.id for each in choice.filters if each.group == CHECK)
    offered = (*FILTERS, *map(check_filter, sorted({**found, **chosen})))
    return tuple((each, sum(map(each.test, rows))) for each in offered)


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for text in texts for name in text.split(",") if name.strip()))
