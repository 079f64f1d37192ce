"""Who else is at a desk: told by its poll, shown at its head and at the sentences that are open elsewhere."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, Response, current_app, request, session

from workbench.languages import canonical
from workbench.services.presence import Desk, Presence, Visitor
from workbench.web.hypermedia import is_fragment_wanted

bp = Blueprint("presence", __name__, url_prefix="/articles/<int:article_id>/<language>/presence")

_PAGE = re.compile(r"[0-9A-Za-z-]{8,40}")
_MOST_NAMES = 5
_LAST_POSITION = 1_000_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody else at the desk. `name` is "" for those who have not corrected anything yet; `number` counts them."""

    name: str
    colour: str
    positions: tuple[int, ...]
    number: int = 1


@dataclass(frozen=True, slots=True)
class Here:
    """Who else is at a desk.

    Attributes:
        people: By name; all without a name are one.
        mark: Another one whenever somebody came, went or moved: a page says which one it shows.
    """

    people: tuple[Person, ...]
    mark: str

    @property
    def named(self) -> tuple[Person, ...]:
        """The first few."""
        return self.people[:_MOST_NAMES]

    @property
    def rest(self) -> tuple[Person, ...]:
        """Those for whom there is no room."""
        return self.people[_MOST_NAMES:]


def init_app(app: Flask) -> None:
    """Give an application its register."""
    app.extensions["presence"] = Presence()


@bp.post("/leave")
def leave(article_id: int, language: str) -> Response:
    """Forget a page that is being closed; sent by the page as it goes."""
    _register().leave((article_id, canonical(language)), request.form.get("page", ""))
    return Response(status=204)


def note_visit(article_id: int, language: str) -> Here:
    """Take down the page that polls (`page`, and `at` for the sentence that is open there); return who else is here."""
    desk = article_id, canonical(language)
    page, reviewer = request.args.get("page", ""), _reviewer()
    at = request.args.get("at", default=0, type=int)
    # A page of another site cannot send the header of a fragment.
    if _PAGE.fullmatch(page) and is_fragment_wanted():
        position = at if 0 < at <= _LAST_POSITION else None
        name, colour = reviewer.get("name", ""), reviewer.get("colour", "")
        _register().note(desk, Visitor(page, reviewer.get("id"), name, colour, position))
    return who_is_here(desk, page)


def who_is_here(desk: Desk, page: str = "") -> Here:
    """Return who is at a desk besides the reader."""
    found = _register().others(desk, page=page, reviewer_id=_reviewer().get("id"))
    people = _people(found)
    return Here(people, f"{zlib.crc32(repr(people).encode(errors='replace')):08x}")


def _people(visitors: tuple[Visitor, ...]) -> tuple[Person, ...]:
    people: dict[int | None, Person] = {}
    for visitor in visitors:
        before = people.get(visitor.reviewer_id)
        positions = before.positions if before else ()
        if visitor.position is not None and visitor.position not in positions:
            positions += (visitor.position,)
        number = before.number + 1 if before and visitor.reviewer_id is None else 1
        people[visitor.reviewer_id] = Person(visitor.name, visitor.colour, positions, number)
    return tuple(people.values())


def _reviewer() -> dict[str, Any]:
    return session.get("reviewer") or {}


def _register() -> Presence:
    register: Presence = current_app.extensions["presence"]
    return register
