"""The pages: one blueprint a noun. A view parses a request, calls services, and answers."""

from __future__ import annotations

from flask import Flask

from workbench.web import (
    articles,
    desk,
    glossary,
    health,
    hypermedia,
    interface,
    jobs,
    matches,
    memory,
    models,
    presentation,
    problems,
    readability,
    readability_words,
    reviewers,
    security,
    segments,
    suggestions,
    versions,
)

BLUEPRINTS = (
    articles.bp,
    versions.bp,
    desk.bp,
    segments.bp,
    readability.bp,
    suggestions.bp,
    matches.bp,
    glossary.bp,
    memory.bp,
    models.bp,
    jobs.bp,
    reviewers.bp,
    interface.bp,
    health.bp,
)


def init_app(app: Flask) -> None:
    """Give an application its pages, and what they share."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for part in (problems, security, interface, presentation, readability_words, hypermedia):
        part.init_app(app)
