"""The page of the glossary: finding, adding, correcting, removing, importing and exporting terms."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from flask import Blueprint, Response, flash, make_response, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from workbench.errors import BadInput
from workbench.extensions import workbench
from workbench.formats.glossary import GlossaryFile, read_glossary, write_glossary
from workbench.memory.entries import InvalidEntry, make_entry
from workbench.services.glossary import add_term, correct_term, import_terms, remove_term, restore_term
from workbench.services.glossary_lists import list_entries, view_term
from workbench.web.glossary_form import form_of, sent_form
from workbench.web.glossary_page import draw_page, draw_term, found_terms
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.interface import said
from workbench.web.listing import shown_part
from workbench.web.numbers import format_number
from workbench.web.reviewers import current_reviewer
from workbench.wording import words

bp = Blueprint("glossary", __name__, url_prefix="/glossary")

_EXAMPLE = (
    ("Prime Minister", "primer ministro", "", False, "lower case in Spanish"),
    ("US", "EE. UU.", "exact", False, "not the word “us”"),
    ("The Guardian", "", "exact", True, "a name: not translated"),
)


@bp.get("")
def index() -> str:
    """Show the terms, or those that a search finds; the list alone while somebody types."""
    if is_fragment_wanted():
        return render_template("glossary/_list.html", found=found_terms(), place=shown_part())
    edit = request.args.get("edit", type=int)
    return draw_page(edit=edit, edit_form=form_of(view_term(edit)) if edit else None)


@bp.post("")
def add() -> AnyResponse | tuple[str, int]:
    """Add a term."""
    form = sent_form()
    try:
        term_id = add_term(form.entry(), current_reviewer().id)
    except InvalidEntry as error:
        return draw_page(form=form, error=error), error.status
    flash(gettext("Added: %(term)s", term=" ".join(form.source.split())))
    return go_to(url_for("glossary.index", **shown_part(), _anchor=f"term-{term_id}"))


@bp.get("/<int:term_id>")
def show(term_id: int) -> str | AnyResponse:
    """Show a term, `?edit=1` with its form."""
    is_open = bool(request.args.get("edit"))
    if not is_fragment_wanted():
        return go_to(url_for("glossary.index", edit=term_id if is_open else None, _anchor=f"term-{term_id}"))
    return draw_term(term_id, is_open=is_open)


@bp.post("/<int:term_id>")
def correct(term_id: int) -> str | AnyResponse | tuple[str, int]:
    """Replace a term."""
    form = sent_form()
    try:
        correct_term(term_id, form.entry(), seen_version=form.version, reviewer_id=current_reviewer().id)
    except InvalidEntry as error:
        # The next save replaces what somebody else wrote: it has been shown.
        again = replace(form, version=view_term(term_id).version)
        if is_fragment_wanted():
            return draw_term(term_id, is_open=True, form=again, error=error), error.status
        return draw_page(edit=term_id, edit_form=again, edit_error=error), error.status
    if is_fragment_wanted():
        return draw_term(term_id)
    return go_to(url_for("glossary.index", **shown_part(), _anchor=f"term-{term_id}"))


@bp.post("/<int:term_id>/remove")
def remove(term_id: int) -> AnyResponse:
    """Remove a term; the page offers to bring it back."""
    source = remove_term(term_id)
    removed = gettext("Removed: %(term)s", term=source)
    flash((removed, url_for("glossary.restore", term_id=term_id, **shown_part())), "undo")  # type: ignore[arg-type]
    return go_to(url_for("glossary.index", **shown_part()))


@bp.post("/<int:term_id>/restore")
def restore(term_id: int) -> AnyResponse:
    """Bring a removed term back."""
    restore_term(term_id)
    flash(gettext("The term is back."))
    return go_to(url_for("glossary.index", **shown_part(), _anchor=f"term-{term_id}"))


@bp.post("/import")
def import_() -> AnyResponse | tuple[str, int]:
    """Import a CSV file; when lines of it are wrong, show them, and offer to import the others."""
    try:
        data = _sent_file()
        found = read_glossary(
            data,
            max_chars=workbench().settings.max_upload_bytes,
            source_language=request.form.get("source_language", ""),
            target_language=request.form.get("target_language", ""),
        )
    except BadInput as error:
        return draw_page(import_problem=error), error.status
    if found.errors and not (found.entries and "skip" in request.form):
        return draw_page(preview=found, content=_content(data, found)), 422
    count = import_terms(found.entries, current_reviewer().id)
    flash(
        gettext(
            "Imported: %(added)s added, %(changed)s changed, %(unchanged)s as before.",
            added=format_number(count.added),
            changed=format_number(count.changed),
            unchanged=format_number(count.unchanged),
        )
    )
    for warning in found.warnings:
        flash(said(warning), "warn")
    return go_to(url_for("glossary.index"))


@bp.get("/export")
def export() -> Response:
    """Give the terms that the page shows as a CSV file."""
    return _csv(write_glossary(list_entries(request.args.get("q", ""), request.args.get("pair", ""))), "glossary.csv")


@bp.get("/example.csv")
def example() -> Response:
    """Give a CSV file to begin with."""
    pair = {"source_language": "en", "target_language": "es"}
    entries = (
        make_entry(source=term, target=wanted, case=case, keep=keep, note=note, **pair)
        for term, wanted, case, keep, note in _EXAMPLE
    )
    return _csv(write_glossary(entries), "glossary-example.csv")


def _csv(data: bytes, filename: str) -> Response:
    response = make_response(data)
    response.content_type = "text/csv; charset=utf-8"
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response


def _sent_file() -> bytes:
    if content := request.form.get("content", ""):
        try:
            return base64.b64decode(content, validate=True)
        except binascii.Error as error:
            raise BadInput(words("The file did not come back whole."), hint=words("Choose it again.")) from error
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise BadInput(words("No file was chosen."), hint=words("Choose a CSV file."))
    return upload.stream.read()


def _content(data: bytes, found: GlossaryFile) -> str:
    """Return the file for the form that imports its right lines; "" when there are none, or it is too long for one."""
    content = base64.b64encode(data).decode("ascii")
    return content if found.entries and len(content) < 0.9 * workbench().settings.max_upload_bytes else ""
