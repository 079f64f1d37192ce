"""Named versions of a translation: naming what stands now, comparing, bringing back."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from workbench.errors import InvalidField
from workbench.services.restoring import restore_version
from workbench.services.translation_versions import compare_versions, name_version
from workbench.web.hypermedia import go_to
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer
from workbench.web.workflow import draw_review

bp = Blueprint("named_versions", __name__, url_prefix="/articles/<int:article_id>/<language>/review/versions")


@bp.post("")
def create(article_id: int, language: str) -> Response | tuple[str, int]:
    """Keep what stands now, under a name."""
    try:
        name_version(article_id, language, request.form.get("name", ""), reviewer_id=current_reviewer().id)
    except InvalidField as error:
        return draw_review(article_id, language, error=error), error.status
    return go_to(url_for("workflow.show", article_id=article_id, language=language, _anchor="versions"))


@bp.get("/<int:version_id>")
def show(article_id: int, language: str, version_id: int) -> str:
    """Show what is different between a version and how the translation stands now, or `?with=` another version."""
    comparison = compare_versions(article_id, language, version_id, request.args.get("with", type=int))
    return render_template("articles/named_version.html", comparison=comparison, place=place_of(article_id, language))


@bp.post("/<int:version_id>/restore")
def restore(article_id: int, language: str, version_id: int) -> Response:
    """Bring a version back; the desk then offers to undo that."""
    restored = restore_version(article_id, language, version_id, reviewer_id=current_reviewer().id)
    if restored.replaced_id is None:
        flash(gettext("The translation stands like this already."))
    else:
        message = ngettext("%(num)s sentence is as it was.", "%(num)s sentences are as they were.", restored.sentences)
        undo = url_for(
            "named_versions.restore", article_id=article_id, language=language, version_id=restored.replaced_id
        )
        flash((message, undo), "undo")  # type: ignore[arg-type]  # base.html makes a form of it
    return go_to(url_for("desk.show", article_id=article_id, language=language))
