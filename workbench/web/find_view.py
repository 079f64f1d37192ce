"""What finding and filtering make of a desk: which rows are hidden, which words are marked, what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext
from markupsafe import Markup

from workbench.search import BadPattern
from workbench.services.find import search_rows
from workbench.services.views import Row
from workbench.services.views.filters import CHECK, RowFilter, filters_for
from workbench.services.views.find import SentenceHits
from workbench.web.find_form import FindForm
from workbench.web.marks import mark_pieces

MOST_MARKS = 2_000
"""How many hits are marked in the page; all are counted."""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """Filters under one heading, each with how many rows match it."""

    name: str
    filters: tuple[tuple[RowFilter, int], ...]


@dataclass(frozen=True, slots=True)
class FindView:
    """A desk as it was looked through.

    Attributes:
        form: What was asked for.
        filters: What is offered, each with how many rows match it.
        total: How many rows the desk has.
        shown: The positions of those that are shown.
        hits: The sentences with a hit, by position.
        error: Why nothing could be looked for.
    """

    form: FindForm
    filters: tuple[tuple[RowFilter, int], ...]
    total: int
    shown: frozenset[int]
    hits: dict[int, SentenceHits] = field(default_factory=dict)
    error: BadPattern | None = None

    @property
    def groups(self) -> tuple[FilterGroup, ...]:
        """The filters under their headings; those that are a group of their own have one together, the last."""
        headings = {"state": gettext("State"), "problem": gettext("Problems"), CHECK: gettext("Checks")}
        by_heading: dict[str, list[tuple[RowFilter, int]]] = {name: [] for name in headings.values()}
        for each in self.filters:
            by_heading.setdefault(headings.get(each[0].group, gettext("Other")), []).append(each)
        return tuple(FilterGroup(name, tuple(filters)) for name, filters in by_heading.items() if filters)

    @property
    def is_filtered(self) -> bool:
        """Whether rows are hidden for a reason; there may be none that are."""
        return bool(self.form.choice) or (self.form.is_only_hits and bool(self.form.query) and self.error is None)

    @property
    def hit_count(self) -> int:
        """How many hits there are."""
        return sum(each.count for each in self.hits.values())

    @property
    def places(self) -> str:
        """The hits for the page's scripts."""
        return write_places(self.hits.values())

    def hides(self, row: Row) -> bool:
        """Say whether a row is hidden."""
        return row.position not in self.shown

    def has_hit(self, row: Row) -> bool:
        """Say whether a row has one."""
        return row.position in self.hits

    def marked(self, row: Row, side: str) -> Markup:
        """Return a side of a row as HTML, with its hits and what the checks are about marked."""
        text, hits = row.source if side == "source" else row.target, self.hits.get(row.position)
        matches = () if hits is None else hits.source if side == "source" else hits.target
        return mark_pieces(text, row.findings, side, matches[:MOST_MARKS])


def view_find(rows: Sequence[Row], form: FindForm) -> FindView:
    """Look through the rows of a desk."""
    chosen = [row for row in rows if form.choice.shows(row)]
    hits: dict[int, SentenceHits] = {}
    error = None
    if form.query:
        try:
            hits = {each.position: each for each in search_rows(chosen, form.query, form.sides)}
        except BadPattern as refused:
            error = refused
    is_only = form.is_only_hits and form.query and error is None
    return FindView(
        form=form,
        filters=filters_for(rows, form.choice),
        total=len(rows),
        shown=frozenset(row.position for row in chosen if not is_only or row.position in hits),
        hits=hits,
        error=error,
    )


def write_places(hits: Iterable[SentenceHits]) -> str:
    """Return hits as scripts read them: "3:target:0-4", positions and offsets in UTF-16; the first `MOST_MARKS`."""
    places = []
    for each in hits:
        for side, matches in (("source", each.source), ("target", each.target)):
            places += [f"{each.position}:{side}:{match.utf16[0]}-{match.utf16[1]}" for match in matches]
        if len(places) >= MOST_MARKS:
            break
    return " ".join(places[:MOST_MARKS])
