"""Making articles for tests."""

from __future__ import annotations

import time
from pathlib import Path

from flask import Flask

from workbench.extensions import db
from workbench.formats import read_document, read_pasted
from workbench.services.articles import add_article
from workbench.services.jobs import list_jobs
from workbench.services.translations import start_translation

LONGEST = 4_000_000
LONGEST_JOB_SECONDS = 60.0


def make_article(text: str = "The cat sleeps. The dog runs.\n\nIt is late.", *, source: str = "en") -> int:
    """Store a pasted text; return the article's id. Needs an application context."""
    return add_article(read_pasted(text, max_chars=LONGEST), source=source)


def make_seed_article(path: Path) -> int:
    """Store the seed article; return its id."""
    return add_article(read_document(path.read_bytes(), name=path.name, max_chars=LONGEST), source="en")


def make_translated(
    app: Flask, text: str = "The cat sleeps. The dog runs.\n\nIt is late.", *, target: str = "es"
) -> int:
    """Store a pasted text and translate it with the starter model; return the article's id."""
    article_id = make_article(text)
    start_translation(article_id, target)
    run_jobs(app)
    until = time.monotonic() + LONGEST_JOB_SECONDS
    while any(job.is_active for job in list_jobs()):  # the worker of a running server has it
        assert time.monotonic() < until, "the translation does not end"
        db.session.remove()
        time.sleep(0.02)
    db.session.rollback()
    return article_id


def run_jobs(app: Flask) -> None:
    """Run what is queued, here and now, and let this context see it: a new request would begin a new read."""
    app.extensions["worker"].run_until_idle()
    db.session.rollback()


LONG_TAIL = ", and the people of the city said on Monday that they would not leave before the end of the year"


def long_text(sentences: int, *, tail: str = "") -> str:
    """Return a text of that many different sentences, five a paragraph; a `tail` gives a model more to do."""
    lines = []
    for start in range(1, sentences + 1, 5):
        lines.append(" ".join(f"Number {n} is here{tail}." for n in range(start, min(start + 5, sentences + 1))))
    return "\n".join(lines)
