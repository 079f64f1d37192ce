"""Making a fresh installation usable: the seed articles, with their first translation queued."""

from __future__ import annotations

from workbench.config import resource_dir
from workbench.errors import ModelProblem
from workbench.extensions import workbench
from workbench.formats import read_document
from workbench.services.articles import add_article
from workbench.services.translations import start_translation

SEED_LANGUAGES = ("en", "es")


def add_seed_articles() -> int:
    """Add every article in `seeds/articles/` and queue its translation; return how many."""
    source, target = SEED_LANGUAGES
    paths = sorted((resource_dir("seeds") / "articles").glob("*.txt"))
    for path in paths:
        document = read_document(path.read_bytes(), name=path.name, max_chars=workbench().settings.max_text_chars)
        article_id = add_article(document, source=source)
        try:
            start_translation(article_id, target)
        except ModelProblem:
            continue  # the article page says what is missing and which command installs it
    return len(paths)
