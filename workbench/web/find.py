"""Finding and replacing in a whole translation."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, InvalidField
from workbench.services.find import find_in_article
from workbench.services.following import view_changes
from workbench.services.rewording import preview_rewording, replace_found
from workbench.services.undo import undo_change
from workbench.services.views.find import Replaced, SentenceHits
from workbench.services.views.undo import UndoReport
from workbench.services.workflow_view import view_workflow
from workbench.web.find_form import FindForm, read_find_form
from workbench.web.find_view import write_places
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.interface import said
from workbench.web.places import place_of
from workbench.web.preview import draw_preview, read_seen
from workbench.web.reviewers import current_reviewer, is_name_wanted

bp = Blueprint("find", __name__, url_prefix="/articles/<int:article_id>/<language>")

_MOST_NAMED = 20


@bp.get("/find")
def find(article_id: int, language: str) -> Response | tuple[str, int]:
    """Say where something is found, for the find bar; without scripts the desk itself does."""
    form = read_find_form(request.args)
    if not is_fragment_wanted():
        return redirect(_desk_url(article_id, language, form))
    hits: tuple[SentenceHits, ...] = ()
    error = None
    try:
        if form.query:
            hits = find_in_article(article_id, language, form.query, sides=form.sides, choice=form.choice)
    except InvalidField as refused:
        error = refused
    count = sum(each.count for each in hits)
    page = render_template(
        "articles/_found.html", form=form, error=error, count=count, sentences=len(hits), places=write_places(hits)
    )
    return page, 200 if error is None else error.status


@bp.get("/replace")
def preview(article_id: int, language: str) -> tuple[str, int]:
    """Show what replacing would do, sentence by sentence."""
    form = read_find_form(request.args)
    values: dict[str, Any] = {"form": form, "place": place_of(article_id, language)}
    status = 200
    try:
        if not form.query:
            raise InvalidField("q", gettext("There is nothing to search for."))
        values["preview"] = draw_preview(preview_rewording(article_id, language, form.rewording, choice=form.choice))
    except InvalidField as error:
        values["error"], status = error, error.status
    template = "articles/_preview.html" if is_fragment_wanted() else "articles/preview.html"
    return render_template(template, **values), status


@bp.post("/replace")
def replace(article_id: int, language: str) -> Response:
    """Replace in the sentences that were ticked, as one write, and offer to take all of it back."""
    form = read_find_form(request.form)
    if not form.query:
        raise BadInput(gettext("There is nothing to search for."))
    chosen = read_seen(request.form.getlist("sentence"))
    done = replace_found(article_id, language, form.rewording, chosen, reviewer_id=current_reviewer().id)
    return _answer(article_id, language, form, _said_of(done), done)


@bp.post("/replace/<int:change>/undo")
def undo(article_id: int, language: str, change: int) -> Response:
    """Take back what was replaced at once, or do it again; sentences that were changed since stay."""
    done = undo_change(article_id, language, change, reviewer_id=current_reviewer().id)
    form = read_find_form(request.args)
    is_again = "again" in request.args
    words = _said_of_undo(done, is_again=is_again)
    return _answer(article_id, language, form, words, done, is_undone=not is_again)


def _answer(
    article_id: int,
    language: str,
    form: FindForm,
    words: str,
    done: Replaced | UndoReport,
    *,
    is_undone: bool = False,
) -> Response:
    """Answer with the rows that changed and a message that offers the way back; or with the desk."""
    desk = _desk_url(article_id, language, form)
    undo_url = None
    if done.change:  # to take back an undo is to do it again
        place = {"article_id": article_id, "language": language, "change": done.change}
        values: dict[str, Any] = {**form.address(), **place, **({"again": 1} if is_undone else {})}
        undo_url = url_for("find.undo", **values)
    if not is_fragment_wanted():
        if undo_url:
            flash((words, undo_url), "undo")  # type: ignore[arg-type]  # the page takes it apart again
        else:
            flash(words)
        return redirect(desk, code=303)
    # All that was written with it or since it: the poll's own answer.
    changes = view_changes(article_id, language, done.change - 1) if done.change else None
    return make_response(
        render_template(
            "articles/_replaced.html",
            changes=changes,
            words=words,
            undo_url=undo_url,
            is_undone=is_undone,
            is_name_wanted=is_name_wanted(),
            place=place_of(article_id, language),
            workflow=view_workflow(article_id, language),
        )
    )


def _said_of(done: Replaced) -> str:
    """Return what was done in words: "12 replaced in 9 sentences. Sentence 4 was left: …"."""
    if not done.rows:
        words = gettext("Nothing was replaced.")
    else:
        sentences = ngettext("%(num)s sentence", "%(num)s sentences", len(done.rows))
        words = gettext("%(hits)s replaced in %(sentences)s.", hits=done.hits, sentences=sentences)
    by_reason: dict[str, list[int]] = {}
    for left in done.left:
        by_reason.setdefault(said(left.reason), []).append(left.position)
    for reason, positions in by_reason.items():
        named = ", ".join(str(position) for position in sorted(positions)[:_MOST_NAMED])
        named += ", …" if len(positions) > _MOST_NAMED else ""
        words += " " + gettext(
            "Left as they are: %(positions)s (%(reason)s).", positions=named, reason=reason.rstrip(".")
        )
    return str(words)


def _said_of_undo(done: UndoReport, *, is_again: bool) -> str:
    if is_again:
        words = ngettext("Replaced again in %(num)s sentence.", "Replaced again in %(num)s sentences.", done.undone)
    else:
        words = ngettext("%(num)s sentence is as it was.", "%(num)s sentences are as they were.", done.undone)
    if done.left:
        words += " " + ngettext(
            "%(num)s was changed since, and stays.", "%(num)s were changed since, and stay.", done.left
        )
    return str(words)


def _desk_url(article_id: int, language: str, form: FindForm) -> str:
    values: dict[str, Any] = {"article_id": article_id, "language": language, **form.address()}
    return url_for("desk.show", **values)
