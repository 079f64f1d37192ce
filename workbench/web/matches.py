"""What the memory has that is similar to a sentence of the desk."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from workbench.errors import SourceChanged
from workbench.services.memory_lists import find_matches
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.problems import problem_of

bp = Blueprint("matches", __name__, url_prefix="/articles/<int:article_id>/<language>/segments/<int:position>")


@bp.get("/matches")
def show(article_id: int, language: str, position: int) -> str | tuple[str, int]:
    """Show the most similar entries, with what differs, and their translations.

    `?key=…` names the sentence that the page shows at this position: another one there is an error.
    """
    place = place_of(article_id, language)
    try:
        matches = find_matches(article_id, language, position, seen_key=request.args.get("key", ""))
    except SourceChanged as error:
        if not is_fragment_wanted():
            raise
        return render_template("articles/_matches.html", problem=problem_of(error), place=place), error.status
    template = "articles/_matches.html" if is_fragment_wanted() else "articles/matches.html"
    return render_template(template, matches=matches, position=position, place=place)
