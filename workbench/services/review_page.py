"""The review of a translation as a whole: where it stands, what happened to it, what it cost."""

from __future__ import annotations

from workbench.languages import writes_without_spaces
from workbench.services.effort import measure_effort
from workbench.services.summaries import count_progress
from workbench.services.translation_versions import list_named_versions
from workbench.services.translations import find_translation
from workbench.services.views import Progress
from workbench.services.views.effort import Review
from workbench.services.workflow_log import view_log
from workbench.services.workflow_view import view_workflow


def view_review(article_id: int, language: str) -> Review:
    """Return everything that the page of a translation's review shows.

    Raises:
        NotFound: There is no such translation.
    """
    article, translation = find_translation(article_id, language)
    return Review(
        workflow=view_workflow(article_id, language),
        log=view_log(translation.id),
        progress=count_progress([translation.id]).get(translation.id, Progress()),
        is_counted_in_words=not writes_without_spaces(article.source_language),
        effort=measure_effort(translation.id, translation.language),
        versions=list_named_versions(translation.id),
    )
