"""What else a sentence could be: its alternatives, translating it again, and on from a corrected text in between."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench.errors import BadInput, ModelProblem, SourceChanged, StaleEdit, WorkbenchError
from workbench.services.pivots import correct_pivot
from workbench.services.segments import view_row
from workbench.services.suggestions import BEAMS, suggest
from workbench.services.views import Onward, Suggestions
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.problems import problem_of
from workbench.web.reviewers import current_reviewer

bp = Blueprint("suggestions", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>")


@bp.get("/alternatives")
def alternatives(article_id: int, language: str, position: int) -> str | tuple[str, int]:
    """Show other translations of a sentence; `?beam=8&route=…` with one more, made that way.

    `?key=…` names the sentence that the page shows at this position: another one there is an error.
    """
    beam, route, key = request.args.get("beam", type=int), request.args.get("route", ""), request.args.get("key", "")
    try:
        found = suggest(article_id, language, position, beam=beam, route_id=route, seen_key=key)
    except (BadInput, ModelProblem, SourceChanged) as error:
        return _page(article_id, language, position, None, error), error.status
    return _page(article_id, language, position, found)


@bp.post("/pivot")
def correct(article_id: int, language: str, position: int) -> Response | str | tuple[str, int]:
    """Store a corrected text in between and translate on from it."""
    pivot, version = request.form.get("pivot", ""), request.form.get("version", default=-1, type=int)
    try:
        onward = correct_pivot(
            article_id,
            language,
            position,
            pivot=pivot,
            seen_version=version,
            reviewer_id=current_reviewer().id,
            seen_key=request.form.get("key", ""),
        )
    except SourceChanged as error:
        if not is_fragment_wanted():
            raise  # at this place stands another sentence now; the browser's way back leads to the text
        return _not_translated(article_id, language, position, pivot, error)
    except (BadInput, ModelProblem, StaleEdit) as error:
        return _not_translated(article_id, language, position, pivot, error)
    if is_fragment_wanted():
        return render_template(
            "articles/_onward.html",
            onward=onward,
            found=_offer(onward),
            is_moved=onward.row.position != position,
            place=place_of(article_id, language),
            beams=BEAMS,
        )
    position = onward.row.position
    if onward.offered is not None:
        return _page(article_id, language, position, _offer(onward))
    url = url_for("desk.show", article_id=article_id, language=language, edit=position, _anchor=f"segment-{position}")
    return redirect(url, code=303)


def _page(
    article_id: int, language: str, position: int, found: Suggestions | None, error: WorkbenchError | None = None
) -> str:
    """Return the panel, or the page around it."""
    return render_template(
        "articles/_alternatives.html" if is_fragment_wanted() else "articles/alternatives.html",
        found=found,
        problem=problem_of(error) if error else None,
        position=position,
        place=place_of(article_id, language),
        beams=BEAMS,
    )


def _offer(onward: Onward) -> Suggestions | None:
    """Return the new translation as the one thing to choose, if it was not put in."""
    return Suggestions(onward.row, (onward.offered,), ()) if onward.offered else None


def _not_translated(
    article_id: int, language: str, position: int, pivot: str, error: WorkbenchError
) -> tuple[str, int]:
    """Answer with the reason and the corrector's own text."""
    problem = problem_of(error)
    stale = {"conflict": error} if isinstance(error, StaleEdit) else {}
    if is_fragment_wanted():
        return render_template("articles/_pivot_notice.html", problem=problem, **stale), error.status
    page = render_template(
        "articles/segment.html",
        row=view_row(article_id, language, position),
        is_open=True,
        place=place_of(article_id, language),
        pivot_text=pivot,
        pivot_problem=problem,
        pivot_conflict=stale.get("conflict"),
    )
    return page, error.status
