"""How hard both texts of a desk are to read: the panel above the sentences, one sentence, another tool's scores."""

from __future__ import annotations

from flask import Blueprint, Flask, current_app, render_template, request

from workbench.services.following import view_stamp
from workbench.services.reading import view_reading, view_references
from workbench.services.verdicts import refresh_desk
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.kept_panels import KeptPanels
from workbench.web.places import desk_place, place_of
from workbench.web.readability_words import vary_by_reader
from workbench.web.reader import chosen_language, reader_language

bp = Blueprint("readability", __name__, url_prefix="/articles/<int:article_id>/<language>")
bp.after_request(vary_by_reader)


def init_app(app: Flask) -> None:
    """Give an application the panels that it keeps."""
    app.extensions["readability_panels"] = KeptPanels()


@bp.get("/readability")
def show(article_id: int, language: str) -> str:
    """Give the readability of both texts as they stand now; the list of articles shows the same from then on."""
    stamp = view_stamp(article_id, language)
    # The names of bands follow what the browser asks for, the rest what was chosen.
    reader = reader_language(), chosen_language(), request.headers.get("Accept-Language", "")
    panels: KeptPanels = current_app.extensions["readability_panels"]
    html, is_old = panels.get((article_id, stamp.language, *reader), stamp, lambda: _draw(article_id, language))
    # One that is kept for many was drawn as new: this reader's script is to ask again.
    return html.replace('id="scores"', 'id="scores" data-stale', 1) if is_old else html


def _draw(article_id: int, language: str) -> str:
    desk = refresh_desk(article_id, language)
    return render_template("articles/_readability.html", desk=desk, place=desk_place(desk))


@bp.get("/readability/textstat")
def references(article_id: int, language: str) -> str:
    """Give what textstat says of both texts."""
    template = "articles/_references.html" if is_fragment_wanted() else "articles/references.html"
    found = view_references(article_id, language)
    return render_template(template, references=found, place=place_of(article_id, language))


@bp.get("/segments/<int:position>/readability")
def sentence(article_id: int, language: str, position: int) -> str:
    """Give how hard one sentence is to read, and why."""
    template = "articles/_reading.html" if is_fragment_wanted() else "articles/reading.html"
    reading = view_reading(article_id, language, position)
    return render_template(template, reading=reading, place=place_of(article_id, language))
