"""Where a translation stands on its way to print, and who has it."""

from __future__ import annotations

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
    return workflow_of(find_translation(article_id, language)[1])


def workflow_of(translation: Translation) -> Workflow:
    """Return where a translation stands, whose row is at hand."""
    named = list_named()
    assignee = find_reviewer(translation.assignee_id)
    if assignee is not None and assignee not in named:
        named = (*named, assignee)
    return Workflow(translation.state, assignee, named, last_move(translation.id))
