"""The list of articles, adding one, one article, deleting and bringing back."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench.extensions import workbench
from workbench.services.articles import add_article, delete_article, list_articles, restore_article, view_article
from workbench.services.models import target_languages
from workbench.services.translations import start_translation
from workbench.web.article_form import ArticleForm, InvalidForm, accept_form, beam_of, read_form
from workbench.web.hypermedia import go_to, is_fragment_wanted

bp = Blueprint("articles", __name__)


@bp.get("/")
def index() -> str:
    """Show the articles, or those that a search finds; the list alone while somebody types."""
    query = request.args.get("q", "").strip()
    found = list_articles(query, request.args.get("page", default=1, type=int))
    template = "articles/_list.html" if is_fragment_wanted() else "articles/index.html"
    return render_template(template, found=found)


@bp.get("/articles/new")
def new() -> str:
    """Show the empty form."""
    return _form(read_form(request.args, None))


@bp.post("/articles")
def create() -> Response | tuple[str, int]:
    """Store an article, start its translation, and go to its desk."""
    form = read_form(request.form, request.files.get("file"))
    try:
        article = accept_form(form, max_chars=workbench().settings.max_text_chars)
    except InvalidForm as error:
        return _form(form, error), 422
    article_id = add_article(article.document, source=article.source)
    start_translation(article_id, article.target, beam_size=beam_of(form.quality))
    return go_to(url_for("desk.show", article_id=article_id, language=article.target))


@bp.get("/articles/<int:article_id>")
def show(article_id: int) -> str:
    """Show an article, its translations, and the languages it can still be translated into."""
    article = view_article(article_id)
    done = {entry.language for entry in article.summary.translations}
    targets = [code for code in target_languages(article.summary.source_language) if code not in done]
    return render_template("articles/show.html", article=article, targets=targets)


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
    flash("The article is back.")
    return go_to(url_for("articles.index"))


def _form(form: ArticleForm, error: InvalidForm | None = None) -> str:
    return render_template("articles/new.html", form=form, error=error)
