"""The list of articles, adding one, one article, deleting and bringing back."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, InvalidField
from workbench.extensions import workbench
from workbench.formats.addresses import BadAddress
from workbench.services.articles import add_article, delete_article, list_articles, restore_article, view_article
from workbench.services.models import target_languages
from workbench.services.translations import start_translation
from workbench.services.versions import find_by_address, list_versions
from workbench.services.views.versions import KnownArticle
from workbench.web.article_form import ArticleForm, NewVersion, accept_form, beam_of, read_form, with_text
from workbench.web.article_list import list_choices, read_list
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.versions import update_from_form

bp = Blueprint("articles", __name__)


@bp.get("/")
def index() -> str:
    """Show the articles, or those that a search and its filters find; the list alone while somebody types.

    `?sort=readability` puts those first whose translation became hardest to read, `?sort=-readability` last.
    """
    found = list_articles(asked=read_list(request.args), page=request.args.get("page", default=1, type=int))
    template = "articles/_list.html" if is_fragment_wanted() else "articles/index.html"
    return render_template(template, found=found, choices=list_choices())


@bp.get("/articles/new")
def new() -> str:
    """Show the empty form."""
    return _form(read_form(request.args, None))


@bp.get("/articles/known")
def known() -> str:
    """Say whether an article from the address that is typed is there, and offer to update it."""
    try:
        found = find_by_address(request.args.get("url", ""))
    except BadAddress:
        found = None  # the form says so when it is sent; half an address is no mistake yet
    return render_template("articles/_known.html", known=found)


@bp.post("/articles")
def create() -> Response | tuple[str, int]:
    """Store an article, start its translation, and go to its desk; update the one from the same address."""
    form = read_form(request.form, request.files.get("file"))
    try:
        article = accept_form(form, max_chars=workbench().settings.max_text_chars)
        found = _find_known(form)
    except InvalidField as error:
        return _form(form, error), 422
    if found and form.choice not in ("update", "force", "new"):
        return _form(with_text(form, article.document), known=found), 422
    if found and form.choice != "new":
        version = NewVersion(article.document, article.source)
        try:
            return update_from_form(found.id, version, form, target=article.target)
        except BadInput as error:
            return _form(with_text(form, article.document), known=found, problem=error), error.status
    article_id = add_article(article.document, source=article.source, source_url=form.url)
    start_translation(article_id, article.target, beam_size=beam_of(form.quality))
    return go_to(url_for("desk.show", article_id=article_id, language=article.target))


@bp.get("/articles/<int:article_id>")
def show(article_id: int) -> str:
    """Show an article, its translations, its versions, and the languages it can still be translated into."""
    article = view_article(article_id)
    done = {entry.language for entry in article.summary.translations}
    targets = [code for code in target_languages(article.summary.source_language) if code not in done]
    versions = list_versions(article_id)
    return render_template("articles/show.html", article=article, targets=targets, versions=versions)


@bp.post("/articles/<int:article_id>/delete")
def delete(article_id: int) -> Response:
    """Delete an article; the list offers to bring it back."""
    delete_article(article_id)
    flash(str(article_id), "deleted")
    return go_to(url_for("articles.index"))


@bp.post("/articles/<int:article_id>/restore")
def restore(article_id: int) -> Response:
    """Bring a deleted article back."""
    restore_article(article_id)
    flash(gettext("The article is back."))
    return go_to(url_for("articles.index"))


def _find_known(form: ArticleForm) -> KnownArticle | None:
    try:
        return find_by_address(form.url)
    except BadAddress as error:
        raise InvalidField("url", error.args[0], hint=error.hint) from error


def _form(
    form: ArticleForm,
    error: InvalidField | None = None,
    *,
    known: KnownArticle | None = None,
    problem: BadInput | None = None,
) -> str:
    return render_template("articles/new.html", form=form, error=error, known=known, problem=problem)
