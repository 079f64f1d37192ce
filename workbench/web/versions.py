"""The versions of an article: a newer one comes in, what it did, and the way back."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, InvalidField
from workbench.extensions import workbench
from workbench.formats.addresses import BadAddress
from workbench.services.articles import view_article
from workbench.services.translations import start_translation
from workbench.services.updates import OtherArticle, OtherLanguage, update_article
from workbench.services.versions import undo_update, view_version
from workbench.services.views.versions import Update
from workbench.web.article_form import (
    ArticleForm,
    NewVersion,
    accept_version,
    beam_of,
    read_form,
    with_text,
)
from workbench.web.hypermedia import go_to
from workbench.web.reviewers import known_reviewer_id

bp = Blueprint("versions", __name__, url_prefix="/articles/<int:article_id>/versions")


@bp.get("/new")
def new(article_id: int) -> str:
    """Show the form for a newer version."""
    return _form(article_id, read_form(request.args, None))


@bp.post("")
def create(article_id: int) -> Response | tuple[str, int]:
    """Update the article, and go to its desk."""
    form = read_form(request.form, request.files.get("file"))
    try:
        version = accept_version(form, max_chars=workbench().settings.max_text_chars)
    except InvalidField as error:
        return _form(article_id, form, error), 422
    form = with_text(form, version.document)
    try:
        return update_from_form(article_id, version, form)
    except (OtherArticle, OtherLanguage) as problem:
        return _form(article_id, form, problem=problem), problem.status
    except BadAddress as error:
        return _form(article_id, form, InvalidField("url", error.args[0], hint=error.hint)), 422


@bp.get("/<int:number>")
def show(article_id: int, number: int) -> str:
    """Show what the update to a version did to each sentence."""
    return render_template("articles/version.html", version=view_version(article_id, number))


@bp.post("/<int:number>/undo")
def undo(article_id: int, number: int) -> Response:
    """Bring back the text that this update replaced, with everything that was done to it."""
    return _go_on(undo_update(article_id, number, reviewer_id=known_reviewer_id()))


def update_from_form(article_id: int, version: NewVersion, form: ArticleForm, *, target: str = "") -> Response:
    """Update an article with what a form has; go to the desk that shows it.

    Args:
        article_id: Which article.
        version: Its newer version.
        form: What else was sent.
        target: The language of the desk, translated into from now on; "" for the article's first.

    Raises:
        OtherLanguage, OtherArticle, BadAddress: Nothing was changed.
    """
    update = update_article(
        article_id,
        version.document,
        source=version.source,
        source_url=form.url,
        reviewer_id=known_reviewer_id(),
        force=form.choice == "force",
    )
    if target:
        start_translation(article_id, target, beam_size=beam_of(form.quality))
    return _go_on(update, target)


def _go_on(update: Update, target: str = "") -> Response:
    languages = [entry.language for entry in view_article(update.article_id).summary.translations]
    if update.report is None:
        flash(gettext("The same text: there was nothing to do."))
    number = update.version if update.report else None
    if target or languages:
        language = target or languages[0]
        return go_to(url_for("desk.show", article_id=update.article_id, language=language, updated=number))
    if number:
        return go_to(url_for("versions.show", article_id=update.article_id, number=number))
    return go_to(url_for("articles.show", article_id=update.article_id))


def _form(
    article_id: int, form: ArticleForm, error: InvalidField | None = None, *, problem: BadInput | None = None
) -> str:
    article = view_article(article_id)
    return render_template("articles/update.html", article=article, form=form, error=error, problem=problem)
