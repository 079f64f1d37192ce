"""Running one translation job: sentences from the table, through the model, back into the table."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing

from workbench.errors import JobLost, WorkbenchError
from workbench.extensions import db, workbench
from workbench.jobs.ahead import ReadAhead
from workbench.jobs.heartbeat import Heartbeat
from workbench.memory.term_notes import followed_terms
from workbench.memory.terms import Glossary
from workbench.services.batches import Assignment, MachineText, read_assignment, store_batch, store_packages
from workbench.services.findings import check_ahead
from workbench.services.glossary_lists import load_glossary
from workbench.services.leases import fail_job, finish_job, release_job
from workbench.services.memory_changes import count_uses
from workbench.services.recall import machine_text_of, recall
from workbench.services.verdicts import measure_translated
from workbench.translation.decoding import Decoding, Hypothesis

STORE_SECONDS = 0.4
"""How long sentences are gathered before they are stored: a person sees them appear, the disk rests."""
REMEMBERED_BATCH = 1_000
"""How many sentences from the memory are stored at once."""


def run_job(job_id: int, owner: str, is_stopping: Callable[[], bool] = lambda: False) -> None:
    """Translate what is left of a claimed job and store it batch by batch.

    Asks `is_stopping` after each batch; if so, the job goes back to the queue for the next start.
    Ends quietly when the job is cancelled or taken over. An error meant for people ends the job with that
    message; any other error leaves the job to the reconciler, which starts it again a few times.
    """
    try:
        with Heartbeat(job_id, owner):
            is_done = _translate(job_id, owner, is_stopping)
        if is_done:
            finish_job(job_id, owner)
        else:
            release_job(job_id, owner)
    except JobLost:
        return
    except WorkbenchError as error:
        fail_job(job_id, owner, error)
        return
    if is_done:
        measure_translated(job_id)  # a job that is done stays done, whatever becomes of this


def _translate(job_id: int, owner: str, is_stopping: Callable[[], bool]) -> bool:
    """Return whether nothing is left to do."""
    assignment = read_assignment(job_id)
    if not assignment.sentences:
        return True
    remembered = recall(assignment.source, assignment.target, assignment.sentences)
    glossary = load_glossary(assignment.source, assignment.target)
    for start in range(0, len(remembered), REMEMBERED_BATCH):
        some = list(remembered.values())[start : start + REMEMBERED_BATCH]
        batch = [machine_text_of(each) for each in some]
        _store(job_id, owner, assignment, batch, glossary)
        count_uses([each.entry_id for each in some])
        if is_stopping():
            return False
    sentences = [sentence for sentence in assignment.sentences if sentence not in remembered]
    if not sentences:
        return True
    engine = workbench().engine
    route = engine.route(assignment.source, assignment.target)
    store_packages(job_id, owner, [package.id for package in route.packages])
    db.session.rollback()  # no read stays open while the model works
    decoding = Decoding(beam_size=assignment.beam_size) if assignment.beam_size else None
    hypotheses = engine.translate(sentences, assignment.source, assignment.target, decoding=decoding, glossary=glossary)
    with ReadAhead(
        _machine_texts(sentences, hypotheses, glossary)
    ) as ahead:  # a cancelled job hands the model no more work
        for batch in ahead.batches(STORE_SECONDS):
            _store(job_id, owner, assignment, batch, glossary)
            if is_stopping():
                return False
    return True


def _store(
    job_id: int, owner: str, assignment: Assignment, batch: Sequence[MachineText], glossary: Glossary | None
) -> None:
    """Check a batch, so that no desk waits for that, and store it."""
    texts = [(each.sentence, each.text) for each in batch]
    check_ahead(texts, assignment.source, assignment.target, glossary)
    store_batch(job_id, owner, assignment.translation_id, batch)


def _machine_texts(
    sentences: Sequence[str], hypotheses: Generator[Hypothesis], glossary: Glossary | None
) -> Generator[MachineText]:
    with closing(hypotheses):
        for sentence, hypothesis in zip(sentences, hypotheses, strict=True):
            yield MachineText(
                sentence,
                hypothesis.text,
                hypothesis.score,
                hypothesis.pivot,
                hypothesis.faults,
                terms=followed_terms(glossary, sentence, hypothesis.text),
            )
