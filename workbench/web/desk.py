"""The review desk of a translation, and what happens to the translation as a whole."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.services.desk import view_desk_head
from workbench.services.export import export_translation
from workbench.services.following import view_changes
from workbench.services.translations import cancel_translation, start_translation
from workbench.services.versions import view_version
from workbench.web.article_form import beam_of
from workbench.web.desk_page import DeskPage
from workbench.web.find_form import read_find_form
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.places import changes_place, place_of
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
    head = view_desk_head(article_id, language)
    place = place_of(article_id, language)
    form = read_find_form(request.args)
    page = DeskPage(article_id, place.target.code, form, request.args.get("edit", type=int))
    number = request.args.get("updated", type=int)
    answer = stream_page(
        "articles/desk.html",
        head=head,
        page=page,
        update=view_version(article_id, number) if number else None,
        place=place,
        is_name_wanted=is_name_wanted(),
        here=who_is_here((article_id, place.target.code)),
    )
    if form.query and page.find.error:  # known only when the sentences are
        answer.status_code = page.find.error.status
    return answer


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
