"""What a reader looks for on a desk and chooses to see there: read from an address, written into addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from workbench.search import Query
from workbench.services.find import Sides
from workbench.services.rewording import Rewording
from workbench.services.views.filters import CHECK, RowChoice, read_choice


@dataclass(frozen=True, slots=True)
class FindForm:
    """The find bar and the filters of a desk.

    Attributes:
        query: What to find; empty for nothing.
        sides: Where.
        choice: Which rows to show.
        is_only_hits: Whether to show those alone that have a hit.
        replacement: What to put in its place; None as long as nobody asks for that.
        keeps_case: Whether that takes the capitals of what it replaces.
    """

    query: Query
    sides: Sides
    choice: RowChoice
    is_only_hits: bool
    replacement: str | None
    keeps_case: bool

    @property
    def rewording(self) -> Rewording:
        """What to find, and what to put in its place."""
        return Rewording(self.query, self.replacement or "", self.keeps_case)

    @property
    def is_replacing(self) -> bool:
        """Whether the line for replacing is open."""
        return self.replacement is not None

    def address(self) -> dict[str, str]:
        """Return the form as the values of an address, without what says nothing."""
        query = self.query
        shown = ",".join(each.id for each in self.choice.filters if each.group != CHECK)
        checks = ",".join(each.id for each in self.choice.filters if each.group == CHECK)
        values: Mapping[str, Any] = {"show": shown, "check": checks}
        if query:
            values = {
                **values,
                "q": query.text,
                "in": "" if self.sides is Sides.TARGET else self.sides.value,
                "case": query.matches_case,
                "word": query.whole_words,
                "regex": query.is_regex,
                "accents": query.ignores_accents,
                "only": self.is_only_hits,
                "keep": self.keeps_case,
            }
        written = {name: "1" if value is True else value for name, value in values.items() if value}
        return written | ({} if self.replacement is None or not query else {"with": self.replacement})


def read_find_form(values: MultiDict[str, str]) -> FindForm:
    """Return what an address or a form asks for; what makes no sense in it says nothing."""

    def is_on(name: str) -> bool:
        return values.get(name, "") not in ("", "0")

    side = values.get("in", "")
    return FindForm(
        query=Query(
            values.get("q", ""),
            is_regex=is_on("regex"),
            matches_case=is_on("case"),
            whole_words=is_on("word"),
            ignores_accents=is_on("accents"),
        ),
        sides=Sides(side) if side in set(Sides) else Sides.TARGET,
        choice=read_choice(values.getlist("show"), values.getlist("check")),
        is_only_hits=is_on("only"),
        replacement=values.get("with"),
        keeps_case=is_on("keep"),
    )
