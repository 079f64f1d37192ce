"""The review desk of a translation, and what happens to the translation as a whole."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.services.desk import view_desk
from workbench.services.export import export_translation
from workbench.services.following import view_changes
from workbench.services.translations import cancel_translation, start_translation
from workbench.services.undo import view_steps
from workbench.services.versions import view_version
from workbench.services.views import Desk
from workbench.services.workflow import view_workflow
from workbench.web.article_form import beam_of
from workbench.web.find_form import read_find_form
from workbench.web.find_view import view_find
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.places import changes_place, desk_place
from workbench.web.presence import note_visit, who_is_here
from workbench.web.readability_words import vary_by_reader
from workbench.web.reviewers import is_name_wanted
from workbench.web.streaming import stream_page

_LAST_CHANGE = 2**62  # what a database can count
bp = Blueprint("desk", __name__, url_prefix="/articles/<int:article_id>")
bp.after_request(vary_by_reader)


@bp.get("/<language>")
def show(article_id: int, language: str) -> AnyResponse:
    """Show both texts side by side; `?edit=7` with sentence 7 open, `?updated=2` with what that version did.

    `?show=unreviewed,flagged&check=numbers&q=…` finds words and hides rows: `web/find_form.py` reads it.
    """
    desk = view_desk(article_id, language)
    find = view_find([row for paragraph in desk.paragraphs for row in paragraph.rows], read_find_form(request.args))
    number = request.args.get("updated", type=int)
    edit = _open_place(desk, request.args.get("edit", type=int))
    page = stream_page(
        "articles/desk.html",
        desk=desk,
        update=view_version(article_id, number) if number else None,
        place=desk_place(desk),
        find=find,
        edit=edit,
        steps=view_steps(article_id, language, edit) if edit else None,
        is_name_wanted=is_name_wanted(),
        here=who_is_here((article_id, desk.language)),
        workflow=view_workflow(article_id, language),
    )
    if find.error:
        page.status_code = find.error.status
    return page


def _open_place(desk: Desk, position: int | None) -> int | None:
    """Return where a sentence can be corrected: where its text stands."""
    rows = (row for paragraph in desk.paragraphs for row in paragraph.rows if row.position == position)
    return next((row.merged_into or row.position for row in rows), None)


@bp.get("/<language>/changes")
def changes(article_id: int, language: str) -> AnyResponse | str:
    """Give the sentences written since a count of changes, and who else is here; 204 when neither changed.

    A page that shows an older version of the article (`version`) has other sentences at these positions: it is
    told to reload.
    """
    arguments = request.args
    since = max(0, min(arguments.get("since", default=0, type=int), _LAST_CHANGE))
    found = view_changes(article_id, language, since, seen_job=arguments.get("job"))
    here = note_visit(article_id, language)
    is_moved = arguments.get("here", here.mark) != here.mark
    if found is None:
        return render_template("articles/_presence.html", here=here, is_oob=True) if is_moved else Response(status=204)
    place = changes_place(article_id, language, found)
    if request.args.get("version", default=found.version, type=int) != found.version:
        return render_template("articles/_newer.html", place=place)
    return render_template(
        "articles/_changes.html",
        changes=found,
        place=place,
        here=here if is_moved else None,
    )


@bp.get("/<language>/download")
def download(article_id: int, language: str) -> AnyResponse:
    """Give the translation as a file. Its name and a header say what nobody has reviewed."""
    export = export_translation(article_id, language, request.args.get("format") or None)
    response = make_response(export.data)
    # No charset: a seed file keeps the encoding it came in, which need not be UTF-8.
    response.headers["Content-Type"] = export.media_type
    response.headers.set("Content-Disposition", "attachment", filename=export.filename)
    response.headers["X-Unreviewed-Segments"] = str(export.unreviewed)
    response.headers["X-Untranslated-Segments"] = str(export.pending)
    return response


@bp.post("/translations")
def create(article_id: int) -> AnyResponse:
    """Start a translation into another language, and go to its desk."""
    target = request.form.get("target", "")
    start_translation(article_id, target, beam_size=beam_of(request.form.get("quality", "")))
    return go_to(url_for("desk.show", article_id=article_id, language=target))


@bp.post("/<language>/cancel")
def cancel(article_id: int, language: str) -> AnyResponse:
    """Stop the running job; what is translated stays. A page with scripts learns of it by its next poll."""
    cancel_translation(article_id, language)
    if is_fragment_wanted():
        return Response(status=204)
    return go_to(url_for("desk.show", article_id=article_id, language=language))


@bp.post("/<language>/resume")
def resume(article_id: int, language: str) -> AnyResponse:
    """Translate what is still pending."""
    start_translation(article_id, language)
    return go_to(url_for("desk.show", article_id=article_id, language=language))
