"""Making articles for tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from workbench.extensions import db
from workbench.formats import read_document, read_pasted
from workbench.services.articles import add_article
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.jobs import list_jobs, queue_job
from workbench.services.leases import finish_job, take_job
from workbench.services.owners import new_owner
from workbench.services.transactions import writing
from workbench.services.translations import ensure_translation, start_translation
from workbench.services.verdicts import measure_translated
from workbench.translation.faults import Fault

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


def make_paired(
    text: str,
    translate: Callable[[str], str],
    *,
    source: str = "en",
    target: str = "es",
    faults: tuple[Fault, ...] = (),
) -> int:
    """Store a pasted text with a translation that no model made, as a job stores it; return the article's id.

    With `faults`, each sentence is flagged for them.
    """
    article_id = make_article(text, source=source)
    owner = new_owner()
    with writing():  # queued and taken at once: the worker of a running server is never asked
        job_id = queue_job(ensure_translation(article_id, target))
        assert job_id is not None
        assert take_job(job_id, owner)
    assignment = read_assignment(job_id)
    texts = [MachineText(sentence, translate(sentence), -0.4, None, faults) for sentence in assignment.sentences]
    store_batch(job_id, owner, assignment.translation_id, texts)
    finish_job(job_id, owner)
    measure_translated(job_id)
    db.session.rollback()
    return article_id


LONG_TAIL = ", and the people of the city said on Monday that they would not leave before the end of the year"


def long_text(sentences: int, *, tail: str = "") -> str:
    """Return a text of that many different sentences, five a paragraph; a `tail` gives a model more to do."""
    lines = []
    for start in range(1, sentences + 1, 5):
        lines.append(" ".join(f"Number {n} is here{tail}." for n in range(start, min(start + 5, sentences + 1))))
    return "\n".join(lines)


SHORT = "The cat sleeps. The dog runs.\n\nIt is late."
SPANISH = {"The cat sleeps.": "El gato dormía.", "The dog runs.": "El perro corría.", "It is late.": "Se hizo tarde."}
"""Three sentences, and translations that no check has anything against."""

NEWS = "\n\n".join(
    f"The council of the {place} met on Monday to talk about the price of bread. It said that a loaf costs more than "
    f"last year, and that the bakers ask for help. A woman from the {place} said that she now buys less of it."
    for place in ("city", "old town", "harbour", "north")
)
"""Twelve sentences of plain news in four paragraphs, long enough for a score and a comparison."""


def make_heavy(sentence: str) -> str:
    """Return a sentence that is far longer and heavier than its source, whatever that says."""
    return sentence.rstrip(".") + (
        ", mientras que las organizaciones internacionales especializadas en administraciones públicas, que según "
        "han señalado numerosos representantes todavía no habían recibido documentación suficiente, manifestaron "
        "su preocupación por las consecuencias económicas que semejantes decisiones pudieran desencadenar."
    )
