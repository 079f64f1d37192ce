"""One sentence of a translation: showing it, opening it, saving it."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench.errors import BadInput, SourceChanged, StaleEdit
from workbench.services.segments import save_segment, view_row
from workbench.services.undo import view_steps
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted
from workbench.web.unsaved import answer_unsaved

bp = Blueprint("segments", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>")


@bp.get("")
def show(article_id: int, language: str, position: int) -> str | Response:
    """Show a sentence as it stands; `?edit=1` with its editor."""
    is_open = bool(request.args.get("edit"))
    if not is_fragment_wanted():
        return redirect(_desk_url(article_id, language, position, is_open=is_open))
    row = view_row(article_id, language, position)
    is_open = is_open and row.merged_into is None
    steps = view_steps(article_id, language, position) if is_open else None
    place = place_of(article_id, language)
    return render_template("articles/_segment.html", row=row, is_open=is_open, place=place, steps=steps)


@bp.post("")
def save(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Store a correction."""
    form = request.form
    # Without scripts, a merge is taken by a button with the merged text.
    text, version = form.get("merge") or form.get("text", ""), form.get("version", default=-1, type=int)
    try:
        saved = save_segment(
            article_id,
            language,
            position,
            text=text,
            seen_version=version,
            reviewer_id=current_reviewer().id,
            accept=bool(form.get("accept")),
            seen_key=form.get("key", ""),
        )
    except (StaleEdit, SourceChanged, BadInput) as error:
        if isinstance(error, SourceChanged) and not is_fragment_wanted():
            raise  # at this place stands another sentence now; the browser's way back leads to the text
        return answer_unsaved(article_id, language, position, error, text=text, version=version)
    if not is_fragment_wanted():
        return redirect(_desk_url(article_id, language, position), code=303)
    place = place_of(article_id, language)
    return make_response(
        render_template(
            "articles/_saved.html",
            saved=saved,
            is_name_wanted=is_name_wanted(),
            is_moved=saved.row.position != position,
            steps=view_steps(article_id, language, saved.row.position),
            place=place,
        )
    )


def _desk_url(article_id: int, language: str, position: int, *, is_open: bool = False) -> str:
    edit = position if is_open else None
    return url_for("desk.show", article_id=article_id, language=language, edit=edit, _anchor=f"segment-{position}")
