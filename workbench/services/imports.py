"""Bringing in translations that were made outside the job queue."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extensions import db
from workbench.services.batches import MachineText, store_batch, store_packages
from workbench.services.jobs import queue_job
from workbench.services.leases import finish_job, take_job
from workbench.services.owners import new_owner
from workbench.services.transactions import writing
from workbench.services.translations import ensure_translation


def add_machine_translation(
    article_id: int,
    language: str,
    texts: Sequence[MachineText],
    packages: Sequence[str],
    *,
    beam_size: int | None = None,
) -> None:
    """Store a translation of an article that the caller's own engine made.

    It goes the way of a job, claimed by the caller from the start, so that the list of jobs shows it and a
    worker takes up whatever a crash would leave.

    Args:
        article_id: Whose.
        language: Canonical code.
        texts: What the model made of each sentence.
        packages: Ids of the packages, in order.
        beam_size: That it was decoded with; None for the settings'.
    """
    owner = new_owner()
    with writing():
        translation_id = ensure_translation(article_id, language)
        job_id = queue_job(translation_id, beam_size)
        if job_id is None:
            return
        take_job(job_id, owner)
    store_packages(job_id, owner, packages)
    store_batch(job_id, owner, translation_id, texts)
    finish_job(job_id, owner)
    db.session.remove()
