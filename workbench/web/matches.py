"""What the memory has that is similar to a sentence of the desk."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench.services.memory_lists import find_matches
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of

bp = Blueprint("matches", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>")


@bp.get("/matches")
def show(article_id: int, language: str, position: int) -> str:
    """Show the most similar entries, with what differs, and their translations."""
    matches = find_matches(article_id, language, position)
    template = "articles/_matches.html" if is_fragment_wanted() else "articles/matches.html"
    return render_template(template, matches=matches, position=position, place=place_of(article_id, language))
