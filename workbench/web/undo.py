"""Undo and redo: of the open sentence, and of the last change of whoever asks."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from workbench.errors import BadInput, SourceChanged, StaleEdit
from workbench.services.segments import save_segment, view_row
from workbench.services.taking import NothingToUndo
from workbench.services.undo import ChangedSince, undo_mine, undo_segment, view_steps
from workbench.services.views.undo import Undone
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted, known_reviewer_id
from workbench.web.unsaved import answer_unsaved

bp = Blueprint("undo", __name__, url_prefix="/articles/<int:article_id>/<language>")


@bp.post("/segments/<int:position>/undo", defaults={"is_redo": False})
@bp.post("/segments/<int:position>/redo", defaults={"is_redo": True})
def segment(article_id: int, language: str, position: int, is_redo: bool) -> AnyResponse | tuple[str, int]:
    """Undo the last save of a sentence, or redo it.

    A form without scripts sends what stands in the box: it is saved first, so that redo brings it back.
    """
    form = request.form
    version, key = form.get("version", default=-1, type=int), form.get("key", "")
    text = form.get("text")
    reviewer_id = current_reviewer().id
    row = None
    try:
        row = view_row(article_id, language, position, seen_key=key)
        if text is not None and text.strip() != row.target:
            saved = save_segment(
                article_id, language, position, text=text, seen_version=version, reviewer_id=reviewer_id, seen_key=key
            )
            version = saved.row.version
        done = undo_segment(
            article_id,
            language,
            position,
            seen_version=version,
            reviewer_id=reviewer_id,
            seen_key=key,
            is_redo=is_redo,
        )
    except (StaleEdit, BadInput, ChangedSince, SourceChanged) as error:
        if row is None and not is_fragment_wanted():
            raise  # at this place stands another sentence now; the browser's way back leads to the text
        is_typed = text is not None and not isinstance(error, (ChangedSince, NothingToUndo))
        shown = text if is_typed and text else row.target if row else ""
        return answer_unsaved(article_id, language, position, error, text=shown, version=version)
    return _answer(article_id, language, done, is_open=True)


@bp.post("/undo", defaults={"is_redo": False})
@bp.post("/redo", defaults={"is_redo": True})
def mine(article_id: int, language: str, is_redo: bool) -> AnyResponse:
    """Undo the last change of whoever asks that still stands, wherever it is; 204 when there is none."""
    reviewer_id = known_reviewer_id()
    done = undo_mine(article_id, language, reviewer_id=reviewer_id, is_redo=is_redo) if reviewer_id else None
    if done is None:
        desk = url_for("desk.show", article_id=article_id, language=language)
        return Response(status=204) if is_fragment_wanted() else redirect(desk, code=303)
    return _answer(article_id, language, done, is_open=False)


def _answer(article_id: int, language: str, done: Undone, *, is_open: bool) -> AnyResponse:
    position = done.row.position
    if not is_fragment_wanted():
        edit = position if is_open else None
        return redirect(
            url_for("desk.show", article_id=article_id, language=language, edit=edit, _anchor=f"segment-{position}"),
            code=303,
        )
    return make_response(
        render_template(
            "articles/_undone.html",
            done=done,
            words=_words(done),
            steps=view_steps(article_id, language, position),
            is_name_wanted=is_name_wanted(),
            place=place_of(article_id, language),
        )
    )


def _words(done: Undone) -> str:
    """Return what the page says of it: "Sentence 3: undone, and in 2 more." """
    position = done.row.position
    said: str
    if done.is_redo:
        said = gettext("Sentence %(position)s: done again.", position=position)
    else:
        said = gettext("Sentence %(position)s: undone.", position=position)
    if done.others:
        said += " " + gettext("%(n)s more changed with it.", n=len(done.others))
    if done.left:
        said += " " + gettext("%(n)s were changed since and stay.", n=done.left)
    return said
