"""What the checks found in one sentence: showing it, dismissing a finding, bringing it back."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench.errors import BadInput
from workbench.services.dismissing import TextChanged, dismiss_finding, restore_finding
from workbench.services.segments import view_row
from workbench.services.views import Row
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.problems import problem_of
from workbench.web.reviewers import current_reviewer, is_name_wanted

bp = Blueprint("checks", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>/checks")


@bp.get("")
def show(article_id: int, language: str, position: int) -> str:
    """Show the findings on a sentence, and what was dismissed; `?key=…` names the sentence that the page shows."""
    row = view_row(article_id, language, position, seen_key=request.args.get("key", ""))
    template = "articles/_checks.html" if is_fragment_wanted() else "articles/checks.html"
    return render_template(template, row=row, place=place_of(article_id, language))


@bp.post("/dismiss")
def dismiss(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Dismiss a finding for the text that the page showed."""
    reviewer_id = current_reviewer().id
    reason = request.form.get("reason", "")
    return _change(
        article_id,
        language,
        position,
        lambda seen: dismiss_finding(article_id, language, position, reason=reason, reviewer_id=reviewer_id, **seen),
    )


@bp.post("/restore")
def restore(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Bring a dismissed finding back."""
    return _change(article_id, language, position, lambda seen: restore_finding(article_id, language, position, **seen))


def _change(
    article_id: int, language: str, position: int, act: Callable[[dict[str, str]], Row]
) -> Response | tuple[str, int]:
    """Do what was asked for, and show the sentence after it; what cannot be done is told in its place."""
    form = request.form
    seen = {"finding": form.get("finding", ""), "digest": form.get("digest", ""), "seen_key": form.get("key", "")}
    problem = None
    try:
        row = act(seen)
    except (BadInput, TextChanged) as error:
        problem = problem_of(error)
        row = view_row(article_id, language, position, seen_key=seen["seen_key"])
    place = place_of(article_id, language)
    if problem is None and not is_fragment_wanted():
        return redirect(url_for(".show", article_id=article_id, language=language, position=row.position), code=303)
    page = render_template(
        "articles/_checked.html" if is_fragment_wanted() else "articles/checks.html",
        row=row,
        place=place,
        check_problem=problem,
        asked_for=seen["finding"] if problem else "",
        reason=form.get("reason", ""),
        is_name_wanted=is_name_wanted(),
    )
    return page, problem.status if problem else 200
