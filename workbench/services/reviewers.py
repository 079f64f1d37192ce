"""Who corrects: made at the first correction, named when the reviewer gets to it."""

from __future__ import annotations

from sqlalchemy import select

from workbench.errors import BadInput
from workbench.extensions import db
from workbench.services.transactions import writing
from workbench.services.views import ReviewerView
from workbench.tables import Reviewer
from workbench.wording import words

LONGEST_NAME = 80
# Told apart on light and dark paper, and by people who see few colours (Okabe and Ito, 2008).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7a6a00", "#6a5acd")


def find_reviewer(reviewer_id: int | None) -> ReviewerView | None:
    """Return the reviewer, or None when there is no such one."""
    reviewer = db.session.get(Reviewer, reviewer_id) if reviewer_id else None
    return as_reviewer(reviewer) if reviewer else None


def ensure_reviewer(reviewer_id: int | None) -> ReviewerView:
    """Return the reviewer with this id, or a new one without a name."""
    if found := find_reviewer(reviewer_id):
        return found
    with writing() as session:
        reviewer = Reviewer(colour=COLOURS[0])
        session.add(reviewer)
        session.flush()
        reviewer.colour = COLOURS[reviewer.id % len(COLOURS)]
        return as_reviewer(reviewer)


def rename_reviewer(reviewer_id: int | None, name: str) -> ReviewerView:
    """Give a reviewer a name, making the reviewer if need be.

    Raises:
        BadInput: The name is empty or longer than 80 characters.
    """
    name = " ".join(name.replace("\0", "").split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(
            words("A name has between 1 and {longest_name} characters.", longest_name=LONGEST_NAME),
            hint=words("Type your name or initials."),
        )
    known = ensure_reviewer(reviewer_id)
    with writing() as session:
        reviewer = session.get_one(Reviewer, known.id)
        reviewer.name = name
        return as_reviewer(reviewer)


def list_named() -> tuple[ReviewerView, ...]:
    """Return the reviewers that have a name, by name."""
    found = db.session.scalars(select(Reviewer).where(Reviewer.name != "").order_by(Reviewer.name, Reviewer.id)).all()
    return tuple(as_reviewer(reviewer) for reviewer in found)


def as_reviewer(reviewer: Reviewer) -> ReviewerView:
    """Return a reviewer's row as pages know them."""
    return ReviewerView(reviewer.id, reviewer.shown_name, reviewer.colour, is_named=bool(reviewer.name))
