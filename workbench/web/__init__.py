"""The pages: one blueprint a noun. A view parses a request, calls services, and answers."""

from __future__ import annotations

from flask import Flask

from workbench.web import (
    articles,
    bulk,
    checks,
    comments,
    desk,
    find,
    glossary,
    health,
    history,
    hypermedia,
    interface,
    jobs,
    matches,
    memory,
    merging,
    models,
    modules,
    named_versions,
    presence,
    presentation,
    problems,
    readability,
    readability_words,
    reviewers,
    row_html,
    security,
    segments,
    sheets,
    suggestions,
    undo,
    versions,
    workflow,
    workflow_words,
)
from workbench.web.row_numbers import RowNumber

BLUEPRINTS = (
    articles.bp,
    bulk.bp,
    versions.bp,
    desk.bp,
    segments.bp,
    history.bp,
    merging.bp,
    undo.bp,
    find.bp,
    comments.bp,
    workflow.bp,
    named_versions.bp,
    checks.bp,
    readability.bp,
    suggestions.bp,
    matches.bp,
    presence.bp,
    glossary.bp,
    memory.bp,
    models.bp,
    jobs.bp,
    reviewers.bp,
    interface.bp,
    health.bp,
    sheets.bp,
    modules.bp,
)


def init_app(app: Flask) -> None:
    """Give an application its pages, and what they share."""
    app.url_map.converters["int"] = RowNumber
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for part in (
        problems,
        security,
        interface,
        presentation,
        presence,
        readability,
        readability_words,
        workflow_words,
        row_html,
        sheets,
        modules,
        hypermedia,
    ):
        part.init_app(app)
