"""Many articles at once, from the list: translate, export, delete, bring back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, request, send_file, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput
from workbench.services.bulk import delete_articles, find_ids, restore_deleted_at, translate_articles
from workbench.services.bundles import bundle_exports
from workbench.services.views.article_lists import BulkReport
from workbench.web.article_list import read_list
from workbench.web.hypermedia import go_to
from workbench.web.interface import said

bp = Blueprint("bulk", __name__, url_prefix="/articles/bulk")

_MOST_NAMED = 3
_LONGEST_ID = 18


@bp.post("")
def run() -> Response:
    """Do to the articles that are ticked, or to all that the list has, what the button says."""
    form = request.form
    ids = _chosen()
    action = form.get("action", "")
    if not ids:
        flash(gettext("No article is chosen."))
    elif action == "translate":
        _say_translated(translate_articles(ids, form.get("into", "")))
    elif action == "delete":
        done = delete_articles(ids)
        words = ngettext("%(num)s article is deleted.", "%(num)s articles are deleted.", done.done)
        values: dict[str, Any] = read_list(form).address(at=done.moment.isoformat())
        undo = url_for("bulk.restore", **values)
        flash((words, undo), "undo")  # type: ignore[arg-type]  # the page takes it apart again
    elif action == "export":
        bundle = bundle_exports(ids, language=read_list(form).target)
        response = send_file(
            bundle.file, mimetype="application/zip", as_attachment=True, download_name="translations.zip"
        )
        response.headers["X-Not-Translated"] = str(len(bundle.notes))
        response.call_on_close(bundle.file.close)
        return response
    else:
        raise BadInput(gettext("There is no such action."))
    return _back()


@bp.post("/restore")
def restore() -> Response:
    """Bring back the articles that were deleted together."""
    try:
        moment = datetime.fromisoformat(request.args.get("at", ""))
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError) as error:
        raise BadInput(gettext("This names no moment.")) from error
    if moment.tzinfo is None:
        raise BadInput(gettext("This names no moment."))
    count = restore_deleted_at(moment)
    flash(ngettext("%(num)s article is back.", "%(num)s articles are back.", count))
    values: dict[str, Any] = read_list(request.args).address()
    return go_to(url_for("articles.index", **values))


def _chosen() -> tuple[int, ...]:
    if request.form.get("all"):
        return find_ids(read_list(request.form))
    numbers = (text for text in request.form.getlist("id") if text.isascii() and text.isdigit())
    return tuple(dict.fromkeys(int(text) for text in numbers if len(text) <= _LONGEST_ID))


def _say_translated(report: BulkReport) -> None:
    if report.done:
        flash(ngettext("%(num)s article is being translated.", "%(num)s articles are being translated.", report.done))
    by_reason: dict[str, list[str]] = {}
    for failure in report.failed:
        by_reason.setdefault(said(failure.reason).rstrip("."), []).append(said(failure.title))
    for reason, titles in list(by_reason.items())[:_MOST_NAMED]:
        named = ", ".join(f"“{title[:60]}”" for title in titles[:_MOST_NAMED])
        named += ", …" if len(titles) > _MOST_NAMED else ""
        left = ngettext(
            "%(num)s article is left: %(reason)s.", "%(num)s articles are left: %(reason)s.", len(titles), reason=reason
        )
        flash(f"{left} {named}", "warn")


def _back() -> Response:
    values: dict[str, Any] = read_list(request.form).address(page=request.form.get("page", type=int))
    return go_to(url_for("articles.index", **values))
