"""What a running translation job reads, and how it stores what the model made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update

from workbench.extensions import db
from workbench.review import Origin, SegmentState, state_after_machine
from workbench.services.leases import hold_job
from workbench.services.revisions import revision_values, store_revisions
from workbench.services.transactions import writing
from workbench.tables import Article, Job, Segment, TranslatedSegment, Translation
from workbench.tables.types import now
from workbench.translation.faults import Fault, write_faults


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a job has to do.

    Attributes:
        translation_id: Whose sentences.
        source: Language code of the article.
        target: Language code of the translation.
        sentences: Distinct texts that wait, in reading order.
        beam_size: To decode with; None for the settings'.
    """

    translation_id: int
    source: str
    target: str
    sentences: tuple[str, ...]
    beam_size: int | None = None


@dataclass(frozen=True, slots=True)
class MachineText:
    """What the model, or the memory, made of one distinct sentence.

    Attributes:
        sentence: The source.
        text: The translation.
        score: Mean log-probability of a token; None for a text from the memory.
        pivot: The text in between, None for a direct translation.
        faults: What is wrong with the text; it is flagged then.
        origin: `machine` or `memory`.
        match: How well the memory's entry matched, in per cent; None for a machine's text.
        terms: Of the glossary, that the model had to use and did: the term, and what was wanted for it.
    """

    sentence: str
    text: str
    score: float | None
    pivot: str | None
    faults: tuple[Fault, ...] = ()
    origin: Origin = Origin.MACHINE
    match: int | None = None
    terms: tuple[tuple[str, str], ...] = ()


def read_assignment(job_id: int) -> Assignment:
    """Return what is left to do for a job."""
    translation_id, language, source, beam_size = db.session.execute(
        select(Translation.id, Translation.language, Article.source_language, Job.beam_size)
        .join(Job, Job.translation_id == Translation.id)
        .join(Article, Article.id == Translation.article_id)
        .where(Job.id == job_id)
    ).one()
    waiting = db.session.scalars(
        select(Segment.text)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.state == SegmentState.PENDING)
        .order_by(Segment.position)
    )
    sentences = tuple(dict.fromkeys(waiting))
    db.session.rollback()  # no read stays open while the model works
    return Assignment(translation_id, source, language, sentences, beam_size)


def store_packages(job_id: int, owner: str, packages: Sequence[str]) -> None:
    """Write down which packages translate, before the first sentence arrives. Raises JobLost."""
    with writing() as session:
        hold_job(job_id, owner)
        translation = select(Job.translation_id).where(Job.id == job_id).scalar_subquery()
        session.execute(
            update(Translation)
            .where(Translation.id == translation)
            .values(packages="|".join(packages))
            .execution_options(synchronize_session=False)
        )


def store_batch(job_id: int, owner: str, translation_id: int, batch: Sequence[MachineText]) -> None:
    """Store a batch, with the lease and the progress, in one transaction.

    Every pending sentence with one of these texts gets it. A sentence that a reviewer filled in meanwhile
    keeps the reviewer's text.

    Raises:
        JobLost: The job was cancelled or taken over; nothing of the batch is stored.
    """
    found = {entry.sentence: entry for entry in batch}
    with writing() as session:
        hold_job(job_id, owner)
        moment = now()
        session.execute(
            update(Translation)
            .where(Translation.id == translation_id)
            .values(change=Translation.change + 1, updated_at=moment)
        )
        change = session.scalar(select(Translation.change).where(Translation.id == translation_id))
        waiting = session.execute(
            select(TranslatedSegment.id, Segment.text, TranslatedSegment.version, TranslatedSegment.follows_id)
            .join(Segment, Segment.id == TranslatedSegment.segment_id)
            .where(
                TranslatedSegment.translation_id == translation_id,
                TranslatedSegment.state == SegmentState.PENDING,
                Segment.text.in_(list(found)),
            )
        ).all()
        updates, revisions = [], []
        for id_, sentence, version, follows_id in waiting:
            machine = found[sentence]
            state = state_after_machine(SegmentState.PENDING, is_faulty=bool(machine.faults))
            text, origin = machine.text, machine.origin if follows_id is None else Origin.REPEAT
            updates.append(
                {
                    "id": id_,
                    "machine_text": machine.text,
                    "pivot_text": machine.pivot,
                    "score": machine.score,
                    "faults": write_faults(machine.faults),
                    "match": machine.match,
                    "text": text,
                    "state": state,
                    "origin": origin,
                    "version": version + 1,
                    "change": change,
                    "updated_at": moment,
                }
            )
            revisions.append(revision_values(id_, moment, origin, state, version + 1, "", text, terms=machine.terms))
        if updates:
            session.execute(update(TranslatedSegment), updates)
            store_revisions(revisions)
        hold_job(job_id, owner, done=_count_done(translation_id))


def _count_done(translation_id: int) -> int:
    return (
        db.session.scalar(
            select(func.count()).where(
                TranslatedSegment.translation_id == translation_id,
                TranslatedSegment.state != SegmentState.PENDING,
            )
        )
        or 0
    )
