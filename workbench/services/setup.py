"""Making a fresh installation usable: the seed articles, with their first translation queued."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from workbench.config import resource_dir
from workbench.errors import ModelProblem
from workbench.extensions import db, workbench
from workbench.formats import read_document
from workbench.services.articles import add_article
from workbench.services.translations import start_translation
from workbench.tables import Seed

SEED_LANGUAGES = ("en", "es")


def missing_seeds() -> list[Path]:
    """Return the seed files that were never added to this database."""
    added = set(db.session.scalars(select(Seed.name)))
    return [path for path in sorted((resource_dir("seeds") / "articles").glob("*.txt")) if path.name not in added]


def add_seed_article(path: Path) -> None:
    """Add an article from `seeds/articles/`, once for each database, and queue its translation."""
    source, target = SEED_LANGUAGES
    document = read_document(path.read_bytes(), name=path.name, max_chars=workbench().settings.max_text_chars)
    article_id = add_article(document, source=source, seed=path.name)
    with suppress(ModelProblem):  # the article page says what is missing and which command installs it
        start_translation(article_id, target)
