"""What the glossary's page shows, and how it is drawn: whole, or one term of it."""

from __future__ import annotations

from typing import Any

from flask import render_template

from workbench.memory.entries import InvalidEntry
from workbench.services.glossary_lists import list_pairs, list_terms, view_term
from workbench.services.models import source_languages, target_languages
from workbench.services.views import GlossaryPage
from workbench.web.glossary_form import TermForm, form_of, new_form
from workbench.web.listing import shown_part


def found_terms() -> GlossaryPage:
    """Return the terms that were asked for."""
    place = shown_part()
    return list_terms(place.get("q", ""), place.get("pair", ""), place.get("page", 1))


def _languages(*chosen: str) -> list[str]:
    """Return the codes that a form offers: those of the models, of the glossary, and what was chosen."""
    known = {code for pair in list_pairs() for code in (pair.source_language, pair.target_language)}
    for source in source_languages():
        known |= {source, *target_languages(source)}
    return sorted(known | {code for code in chosen if code})


def draw_term(
    term_id: int, *, is_open: bool = False, form: TermForm | None = None, error: InvalidEntry | None = None
) -> str:
    """Return the fragment of one term, with its form if it is open."""
    term = view_term(term_id)
    shown = form or form_of(term)
    languages = _languages(shown.source_language, shown.target_language)
    values = {"term": term, "is_open": is_open, "form": shown, "error": error, "languages": languages}
    return render_template("glossary/_term.html", place=shown_part(), **values)


def draw_page(form: TermForm | None = None, **values: Any) -> str:
    """Return the page; `values` are what its template takes besides."""
    found = found_terms()
    new = form or new_form(found)
    return render_template(
        "glossary/index.html",
        found=found,
        new=new,
        place=shown_part(),
        languages=_languages(new.source_language, new.target_language),
        **values,
    )
