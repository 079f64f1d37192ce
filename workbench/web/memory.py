"""The translation memory: searching it, adding, correcting and removing entries, TMX in and out."""

from __future__ import annotations

import re
import tempfile
from typing import Any, BinaryIO, cast

from flask import Blueprint, flash, render_template, request, send_file, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from workbench.errors import BadInput, InvalidField
from workbench.languages import canonical
from workbench.services.memory import (
    Wording,
    add_entry,
    correct_entry,
    remove_entry,
    restore_entry,
)
from workbench.services.memory_exchange import export_tmx, import_tmx
from workbench.services.memory_lists import list_entries, read_pair, view_entry
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.listing import shown_part
from workbench.web.numbers import format_number
from workbench.web.reviewers import current_reviewer
from workbench.wording import words

bp = Blueprint("memory", __name__, url_prefix="/memory")

MAX_TMX_BYTES = 500_000_000
_LINE_ENDS = re.compile(r"[^\S\r\n]*[\r\n]+\s*")
_SPOOL_BYTES = 4_000_000


@bp.url_value_preprocessor
def raise_limit(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a memory be larger than an article. This runs before anything reads the form."""
    if endpoint == "memory.import_" and request.method == "POST":
        request.max_content_length = MAX_TMX_BYTES


@bp.get("")
def index() -> str:
    """Show the entries, or those that a search finds; the list alone while somebody types."""
    template = "memory/_list.html" if is_fragment_wanted() else "memory/index.html"
    return _page(template)


@bp.post("")
def create() -> Response | tuple[str, int]:
    """Add an entry."""
    form = request.form
    try:
        wording = Wording(_language("source_language"), _language("target_language"), _text("source"), _text("target"))
        if wording.source_language == wording.target_language:
            raise InvalidField(
                "target_language", words("Source and target are the same language."), hint=words("Choose another.")
            )
        add_entry(wording, reviewer_id=current_reviewer().id, note=_text("note"))
    except InvalidField as error:
        return _page("memory/index.html", error=error, form=form), 422
    flash(gettext("The sentence is in the memory."))
    return go_to(url_for("memory.index"))


@bp.get("/<int:entry_id>")
def show(entry_id: int) -> str:
    """Show an entry with the form to correct it."""
    return render_template("memory/entry.html", entry=view_entry(entry_id), form=None, place=shown_part())


@bp.post("/<int:entry_id>")
def correct(entry_id: int) -> Response | tuple[str, int]:
    """Store a correction of an entry."""
    version = request.form.get("version", default=-1, type=int)
    try:
        correct_entry(
            entry_id,
            source=_text("source"),
            target=_text("target"),
            note=_text("note"),
            seen_version=version,
            reviewer_id=current_reviewer().id,
        )
    except InvalidField as error:
        entry = view_entry(entry_id)
        values = {"entry": entry, "form": request.form, "error": error, "place": shown_part()}
        return render_template("memory/entry.html", **values), 422
    flash(gettext("The entry is corrected."))
    return go_to(url_for("memory.index", **shown_part()))


@bp.post("/<int:entry_id>/remove")
def remove(entry_id: int) -> Response:
    """Remove an entry; a message offers to bring it back."""
    remove_entry(entry_id)
    undo = url_for("memory.restore", entry_id=entry_id, **shown_part())
    flash((gettext("The entry is removed."), undo), "undo")  # type: ignore[arg-type]
    return go_to(url_for("memory.index", **shown_part()))


@bp.post("/<int:entry_id>/restore")
def restore(entry_id: int) -> Response:
    """Bring a removed entry back."""
    restore_entry(entry_id)
    flash(gettext("The entry is back."))
    return go_to(url_for("memory.index", **shown_part()))


@bp.post("/import")
def import_() -> Response | tuple[str, int]:
    """Add the sentences of an uploaded TMX file."""
    upload = request.files.get("file")
    try:
        if upload is None or not upload.filename:
            raise BadInput(words("No file was chosen."), hint=words("Choose a file that ends in .tmx."))
        source, target = read_pair(request.form["pair"]) if request.form.get("pair") else ("", "")
        done = import_tmx(cast(BinaryIO, upload.stream), source=source, target=target)
    except BadInput as error:
        return _page("memory/index.html", problem=error), 422
    flash(
        gettext(
            "Imported: %(added)s added, %(changed)s changed, %(unchanged)s as before, %(left_out)s left out.",
            added=format_number(done.added),
            changed=format_number(done.changed),
            unchanged=format_number(done.unchanged),
            left_out=format_number(done.left_out),
        )
    )
    return go_to(url_for("memory.index"))


@bp.get("/export")
def export() -> Response:
    """Give a language pair's entries as TMX."""
    source, target = read_pair(request.args.get("pair", ""))
    file = tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES)  # noqa: SIM115  # the answer closes it
    try:
        export_tmx(cast(BinaryIO, file), source, target)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    name = f"memory.{source}-{target}.tmx"
    return send_file(cast(BinaryIO, file), "application/x-tmx+xml", as_attachment=True, download_name=name)


def _page(template: str, **values: Any) -> str:
    place = shown_part() if request.method == "GET" else {}  # the fields of a form are not what is searched for
    found = list_entries(place.get("q", ""), place.get("pair", ""), place.get("page", 1))
    return render_template(template, found=found, place=place, **values)


def _text(name: str) -> str:
    return _LINE_ENDS.sub(" ", request.form.get(name, "")).strip()


def _language(name: str) -> str:
    try:
        return canonical(request.form.get(name, ""))
    except BadInput as error:
        raise InvalidField(name, error.args[0], hint=error.hint) from error
