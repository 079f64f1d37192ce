"""The comments on a sentence: a panel beside it, or a page of its own without scripts."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import InvalidField
from workbench.services.comment_views import view_comments
from workbench.services.comments import add_comment, remove_comment, resolve_comment
from workbench.services.segments import view_row
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted, known_reviewer_id

bp = Blueprint("comments", __name__, url_prefix="/articles/<int:article_id>/<language>")


@bp.get("/segments/<int:position>/comments")
def show(article_id: int, language: str, position: int) -> str:
    """Show what is said of a sentence."""
    return _draw(article_id, language, position, seen_key=request.args.get("key", ""))


@bp.post("/segments/<int:position>/comments")
def add(article_id: int, language: str, position: int) -> Response | tuple[str, int]:
    """Say something, or answer (`parent`)."""
    form = request.form
    parent_id = form.get("parent", type=int)
    try:
        place = add_comment(
            article_id,
            language,
            position,
            text=form.get("comment", ""),
            reviewer_id=current_reviewer().id,
            parent_id=parent_id,
            seen_key=form.get("key", ""),
        )
    except InvalidField as error:
        page = _draw(article_id, language, position, error=error, text=form.get("comment", ""), parent_id=parent_id)
        return page, error.status
    return _answer(article_id, language, place)


@bp.post("/comments/<int:comment_id>/<any(resolve, reopen):verb>")
def resolve(article_id: int, language: str, comment_id: int, verb: str) -> Response | tuple[str, int]:
    """Resolve a remark, or open it again."""
    position = resolve_comment(
        article_id, language, comment_id, reviewer_id=current_reviewer().id, is_open=verb == "reopen"
    )
    return _answer(article_id, language, position)


@bp.post("/comments/<int:comment_id>/<any(remove, restore):verb>")
def remove(article_id: int, language: str, comment_id: int, verb: str) -> Response | tuple[str, int]:
    """Take one's own comment back, which can be undone; or undo it."""
    position = remove_comment(
        article_id, language, comment_id, reviewer_id=current_reviewer().id, is_back=verb == "restore"
    )
    undo = url_for("comments.remove", article_id=article_id, language=language, comment_id=comment_id, verb="restore")
    return _answer(article_id, language, position, undo=undo if verb == "remove" else "")


def _answer(article_id: int, language: str, position: int, *, undo: str = "") -> Response | tuple[str, int]:
    if is_fragment_wanted():
        return _draw(article_id, language, position, is_changed=True, undo=undo), 200
    if undo:
        flash((gettext("Your comment is deleted."), undo), "undo")  # type: ignore[arg-type]  # base.html makes a form
    url = url_for("comments.show", article_id=article_id, language=language, position=position)
    return go_to(url)


def _draw(
    article_id: int,
    language: str,
    position: int,
    *,
    seen_key: str = "",
    error: InvalidField | None = None,
    text: str = "",
    parent_id: int | None = None,
    is_changed: bool = False,
    undo: str = "",
) -> str:
    """Return the panel, or the page around it; after a change with the row, its mark, and the way back."""
    is_page = not is_fragment_wanted()
    return render_template(
        "articles/comments.html" if is_page else "articles/_commented.html",
        comments=view_comments(article_id, language, position, reviewer_id=known_reviewer_id(), seen_key=seen_key),
        row=view_row(article_id, language, position) if is_page or is_changed else None,
        place=place_of(article_id, language),
        error=error,
        text=text,
        parent_id=parent_id,
        undo=undo,
        is_name_wanted=is_name_wanted(),
    )
