"""The answer to a change of a sentence that was refused: the reason, and the reviewer's own text."""

from __future__ import annotations

from flask import render_template

from workbench.errors import StaleEdit, WorkbenchError
from workbench.services.segments import view_row
from workbench.services.undo import view_steps
from workbench.web.conflicts import conflict_of
from workbench.web.hypermedia import is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.problems import problem_of


def answer_unsaved(
    article_id: int, language: str, position: int, error: WorkbenchError, *, text: str, version: int
) -> tuple[str, int]:
    """Answer with the editor's notice, or with a page that has the editor.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        error: Why nothing was stored; a stale edit shows both texts.
        text: What to show in the editor.
        version: The version that a further save is to name.
    """
    place = place_of(article_id, language)
    if isinstance(error, StaleEdit):
        shown = {"conflict": conflict_of(error), "text": error.mine, "version": error.version}
    else:
        shown = {"problem": problem_of(error), "text": text, "version": version}
    if is_fragment_wanted():
        return render_template("articles/_notice.html", place=place, **shown), error.status
    row = view_row(article_id, language, position)
    steps = view_steps(article_id, language, position)
    page = render_template("articles/segment.html", row=row, is_open=True, place=place, steps=steps, **shown)
    return page, error.status
