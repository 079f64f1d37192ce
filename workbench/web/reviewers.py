"""Who corrects: known by a signed cookie, made at the first correction, named when asked."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from workbench.errors import BadInput
from workbench.services.reviewers import ensure_reviewer, find_reviewer, rename_reviewer
from workbench.services.views import ReviewerView
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.interface import said
from workbench.web.way_back import way_back

bp = Blueprint("reviewers", __name__)

_KEY, _ASKED = "reviewer", "reviewer_asked"


def current_reviewer() -> ReviewerView:
    """Return who makes this request, as a new reviewer if nobody is known yet."""
    return _remember(ensure_reviewer(_known_id()))


def known_reviewer_id() -> int | None:
    """Return who makes this request, or None if nobody is known yet."""
    reviewer = find_reviewer(_known_id())
    return reviewer.id if reviewer else None


def is_name_wanted() -> bool:
    """Say whether this browser has corrected something and has not been asked for a name yet."""
    known: dict[str, Any] | None = session.get(_KEY)
    return known is not None and not known["is_named"] and not session.get(_ASKED)


@bp.post("/reviewer")
def name() -> tuple[str, int] | Response:
    """Give the reviewer a name, or take "later" for an answer."""
    session[_ASKED] = True
    problem = None
    if "later" not in request.form:
        try:
            _remember(rename_reviewer(_known_id(), request.form.get("name", "")))
        except BadInput as error:
            problem = error
    if is_fragment_wanted():
        return render_template("reviewers/_prompt.html", problem=problem, is_name_wanted=problem is not None), (
            422 if problem else 200
        )
    if problem:
        flash(f"{said(problem)} {said(problem.hint)}", "block")
    return redirect(way_back(url_for("articles.index")), code=303)


def _known_id() -> int | None:
    known: dict[str, Any] | None = session.get(_KEY)
    return known["id"] if known else None


def _remember(reviewer: ReviewerView) -> ReviewerView:
    value = {
        "id": reviewer.id,
        "name": reviewer.name,
        "colour": reviewer.colour,
        "is_named": reviewer.is_named,
    }
    if session.get(_KEY) != value:
        session.permanent = True
        session[_KEY] = value
    return reviewer
