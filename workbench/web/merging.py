"""Merging and parting sentences, and what of the source is still missing in a text that is being typed."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, SourceChanged, StaleEdit
from workbench.services.merging import merge_with_next, split_at
from workbench.services.segments import save_segment, view_row
from workbench.services.undo import ChangedSince, view_steps
from workbench.services.views.undo import Undone
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.missing import missing_in
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted
from workbench.web.unsaved import answer_unsaved

bp = Blueprint("merging", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>")


@bp.post("/merge")
def merge(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Let the text of a sentence take in that of the next one."""

    def act(version: int, reviewer_id: int, key: str) -> Undone:
        return merge_with_next(
            article_id, language, position, seen_version=version, reviewer_id=reviewer_id, seen_key=key
        )

    return _reshape(article_id, language, position, act, gettext("Merged with the next sentence."))


@bp.post("/split")
def split(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Part a text after `before`, or after its first sentence: the rest goes to the next sentence."""
    before = request.form.get("before")

    def act(version: int, reviewer_id: int, key: str) -> Undone:
        return split_at(
            article_id,
            language,
            position,
            before=before,
            seen_version=version,
            reviewer_id=reviewer_id,
            seen_key=key,
        )

    return _reshape(article_id, language, position, act, gettext("The rest went to the next sentence."))


@bp.post("/missing")
def missing(article_id: int, language: str, position: int) -> str:
    """Give the numbers, addresses and the like of the source that a text that is being typed does not have."""
    row = view_row(article_id, language, position, seen_key=request.form.get("key", ""))
    place = place_of(article_id, language)
    items = missing_in(row, place, request.form.get("text", ""))
    return render_template("articles/_missing.html", items=items, place=place)


def _reshape(
    article_id: int,
    language: str,
    position: int,
    act: Callable[[int, int, str], Undone],
    words: str,
) -> Response | tuple[str, int]:
    """Save what a form without scripts has in its box, act, and answer."""
    form = request.form
    version, key, text = form.get("version", default=-1, type=int), form.get("key", ""), form.get("text")
    reviewer_id = current_reviewer().id
    try:
        if text is not None and text.strip() != view_row(article_id, language, position, seen_key=key).target:
            saved = save_segment(
                article_id, language, position, text=text, seen_version=version, reviewer_id=reviewer_id, seen_key=key
            )
            version = saved.row.version
        done = act(version, reviewer_id, key)
    except (StaleEdit, BadInput, ChangedSince, SourceChanged) as error:
        if isinstance(error, SourceChanged) and not is_fragment_wanted():
            raise  # at this place stands another sentence now; the browser's way back leads to the text
        row = view_row(article_id, language, position)
        return answer_unsaved(article_id, language, position, error, text=text or row.target, version=row.version)
    if not is_fragment_wanted():
        url = url_for(
            "desk.show", article_id=article_id, language=language, edit=position, _anchor=f"segment-{position}"
        )
        return redirect(url, code=303)
    return make_response(
        render_template(
            "articles/_undone.html",
            done=done,
            words=words,
            steps=view_steps(article_id, language, done.row.position),
            is_name_wanted=is_name_wanted(),
            place=place_of(article_id, language),
        )
    )
