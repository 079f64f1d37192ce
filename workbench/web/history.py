"""The history of a sentence: its changes with their reasons, two versions compared, an older one restored."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput
from workbench.services.history import compare_revisions, restore_revision
from workbench.services.segments import view_history, view_row
from workbench.services.undo import ChangedSince, view_steps
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted
from workbench.web.unsaved import answer_unsaved

bp = Blueprint("history", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>/history")


@bp.get("")
def show(article_id: int, language: str, position: int) -> str:
    """Show who changed a sentence, when, what and why; `?older=3&newer=9` compares two of its versions."""
    older, newer = request.args.get("older", type=int), request.args.get("newer", type=int)
    compared = None
    if older is not None and newer is not None:
        compared = compare_revisions(article_id, language, position, older, newer)
    return render_template(
        "articles/_history.html" if is_fragment_wanted() else "articles/history.html",
        row=view_row(article_id, language, position),
        revisions=view_history(article_id, language, position),
        compared=compared,
        position=position,
        place=place_of(article_id, language),
    )


@bp.post("/restore")
def restore(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Give the sentence the text of one of its older versions."""
    form = request.form
    version = form.get("version", default=-1, type=int)
    try:
        done = restore_revision(
            article_id,
            language,
            position,
            form.get("revision", default=0, type=int),
            seen_version=version,
            reviewer_id=current_reviewer().id,
            seen_key=form.get("key", ""),
        )
    except (BadInput, ChangedSince) as error:
        row = view_row(article_id, language, position)
        return answer_unsaved(article_id, language, position, error, text=row.target, version=row.version)
    if not is_fragment_wanted():
        url = url_for("desk.show", article_id=article_id, language=language, _anchor=f"segment-{done.row.position}")
        return redirect(url, code=303)
    return make_response(
        render_template(
            "articles/_undone.html",
            done=done,
            words=gettext("Sentence %(position)s: an older version was restored.", position=done.row.position),
            steps=view_steps(article_id, language, done.row.position),
            is_name_wanted=is_name_wanted(),
            place=place_of(article_id, language),
        )
    )
