"""Where a translation stands on its way to print, and who has it."""

from __future__ import annotations

from workbench.extensions import db
from workbench.services.reviewers import find_reviewer, list_named
from workbench.services.translations import find_translation
from workbench.services.views.workflow import Workflow
from workbench.services.workflow_log import last_move
from workbench.tables import Translation


def view_workflow(article_id: int, language: str) -> Workflow:
    """Return where a translation stands.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    return _workflow(translation)


def read_workflow(translation_id: int) -> Workflow | None:
    """Return where a translation stands; None if it was removed for good."""
    translation = db.session.get(Translation, translation_id)
    return _workflow(translation) if translation is not None else None


def _workflow(translation: Translation) -> Workflow:
    named = list_named()
    assignee = find_reviewer(translation.assignee_id)
    if assignee is not None and assignee not in named:
        named = (*named, assignee)
    return Workflow(translation.state, assignee, named, last_move(translation.id))
