"""A translation as a whole: its page, its moves, whom it is assigned to."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from workbench.errors import BadInput, InvalidField, WorkbenchError
from workbench.review import MOVES, Step
from workbench.services.review_page import view_review
from workbench.services.workflow import ApprovalBlocked, MoveRefused, assign_translation, move_translation
from workbench.services.workflow_view import view_workflow
from workbench.web.hypermedia import go_to, is_fragment_wanted
from workbench.web.places import place_of
from workbench.web.reviewers import current_reviewer, is_name_wanted
from workbench.wording import words

bp = Blueprint("workflow", __name__, url_prefix="/articles/<int:article_id>/<language>/review")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A move that was not made: why, and what was typed."""

    error: WorkbenchError
    move: str
    reason: str

    @property
    def can_be_forced(self) -> bool:
        """Whether a reason would help."""
        if isinstance(self.error, ApprovalBlocked):
            return not self.error.pending
        return isinstance(self.error, InvalidField)


@bp.get("")
def show(article_id: int, language: str) -> str:
    """Show where a translation stands, what happened to it, and what it cost."""
    return draw_review(article_id, language)


@bp.post("/move")
def move(article_id: int, language: str) -> Response | tuple[str, int]:
    """Move a translation to another state."""
    wanted, reason = request.form.get("move", ""), request.form.get("reason", "")
    if wanted not in MOVES:
        raise BadInput(words("There is no such move."), hint=words("Reload the page."))
    reviewer_id = current_reviewer().id
    try:
        move_translation(article_id, language, Step(wanted), reviewer_id=reviewer_id, reason=reason)
    except (InvalidField, MoveRefused) as error:
        return _draw(article_id, language, Refusal(error, wanted, reason)), error.status
    return _answer(article_id, language)


@bp.post("/assign")
def assign(article_id: int, language: str) -> Response | tuple[str, int]:
    """Assign a translation: to a reviewer by number, to "me", or, with "", to nobody."""
    wanted = request.form.get("assignee", "")
    if wanted not in ("", "me") and not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 20):
        raise BadInput(words("There is no such reviewer."), hint=words("Choose one from the list."))
    reviewer_id = current_reviewer().id
    assignee_id = reviewer_id if wanted == "me" else int(wanted) if wanted else None
    assign_translation(article_id, language, assignee_id, reviewer_id=reviewer_id)
    return _answer(article_id, language)


def draw_review(article_id: int, language: str, refusal: Refusal | None = None, error: BadInput | None = None) -> str:
    """Return the page of a translation's review.

    Args:
        article_id: Whose translation.
        language: Which one.
        refusal: A move that was not made.
        error: What is wrong with the name of a version.
    """
    return render_template(
        "articles/review.html",
        review=view_review(article_id, language),
        place=place_of(article_id, language),
        refusal=refusal,
        error=error,
        name=request.form.get("name", "") if error else "",
        is_name_wanted=is_name_wanted(),
    )


def _answer(article_id: int, language: str) -> Response | tuple[str, int]:
    if request.form.get("next") == "review":
        return go_to(url_for("workflow.show", article_id=article_id, language=language))
    if is_fragment_wanted():
        return _draw(article_id, language), 200
    return go_to(url_for("desk.show", article_id=article_id, language=language))


def _draw(article_id: int, language: str, refusal: Refusal | None = None) -> str:
    if not is_fragment_wanted():
        return draw_review(article_id, language, refusal)
    return render_template(
        "articles/_moved.html",
        workflow=view_workflow(article_id, language),
        place=place_of(article_id, language),
        refusal=refusal,
        is_name_wanted=is_name_wanted(),
    )
