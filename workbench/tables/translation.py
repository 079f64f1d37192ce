"""A translation of an article into one language: its sentences and every change made to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.extensions import Base
from workbench.review import Origin, SegmentState, TranslationState
from workbench.tables.types import UtcDateTime, Word, now


class Translation(Base):
    """An article in a target language. `change` counts every write, so that a poll can ask what is new.

    What is stored of readability is what the list of articles sorts by; the desk measures afresh.
    """

    __tablename__ = "translation"
    __table_args__ = (UniqueConstraint("article_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    language: Mapped[str]
    state: Mapped[TranslationState] = mapped_column(
        Word(TranslationState), default=TranslationState.DRAFT, server_default=TranslationState.DRAFT.value
    )
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    """Who is to review it; nobody in particular for None."""
    change: Mapped[int] = mapped_column(default=0)
    packages: Mapped[str] = mapped_column(default="")
    """Ids of the packages that translated it last, in order, separated by "|"."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    verdict: Mapped[str | None] = mapped_column(String(20))
    """A `readability.drift.Verdict`, as a word (its module takes long to load); None while sentences are missing."""
    deviation: Mapped[float | None]
    """How much harder than expected, in standard deviations; None where the sides do not compare."""
    readability_score: Mapped[float | None]
    """The primary score, where it is reliable."""
    measured_change: Mapped[int | None]
    """Where `change` stood when this was measured; None if it never was."""


class TranslatedSegment(Base):
    """A sentence in the target language.

    `version` counts the saves of this sentence (an edit names the one it saw); `change` is the
    translation's counter at the last write. `follows_id` is the sentence whose corrections this repeat
    takes; it is cleared when the repeat is edited itself. `merged_into_id` is the sentence in whose text this one is
    translated too: it has no text of its own then, and is not pending.
    """

    __tablename__ = "translated_segment"
    __table_args__ = (
        UniqueConstraint("translation_id", "segment_id"),
        Index("ix_translated_segment_change", "translation_id", "change"),
        Index("ix_translated_segment_segment_id", "segment_id"),
        Index("ix_translated_segment_follows_id", "follows_id"),
        Index("ix_translated_segment_merged_into_id", "merged_into_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    translation_id: Mapped[int] = mapped_column(ForeignKey("translation.id", ondelete="CASCADE"))
    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"))
    machine_text: Mapped[str] = mapped_column(Text, default="")
    pivot_text: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[SegmentState] = mapped_column(Word(SegmentState), default=SegmentState.PENDING)
    origin: Mapped[Origin] = mapped_column(Word(Origin), default=Origin.MACHINE)
    score: Mapped[float | None]
    faults: Mapped[str] = mapped_column(Text, default="")
    """What is wrong with the machine's text, as `translation.faults.write_faults` gives it."""
    match: Mapped[int | None]
    """How well the memory's entry matched, in per cent, when the text came from there."""
    former_source: Mapped[str | None] = mapped_column(Text)
    """The sentence before an update of the article changed it."""
    former_text: Mapped[str | None] = mapped_column(Text)
    """The translation of `former_source`."""
    version: Mapped[int] = mapped_column(default=0)
    change: Mapped[int] = mapped_column(default=0)
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("translated_segment.id", ondelete="SET NULL"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("translated_segment.id", ondelete="SET NULL"))
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Revision(Base):
    """One change of one sentence: by whom (nobody for a model), when, from what to what, and why."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    translated_segment_id: Mapped[int] = mapped_column(
        ForeignKey("translated_segment.id", ondelete="CASCADE"), index=True
    )
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("reviewer.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    origin: Mapped[Origin] = mapped_column(Word(Origin))
    state: Mapped[SegmentState] = mapped_column(Word(SegmentState))
    version: Mapped[int]
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    change: Mapped[int | None]
    """The translation's counter at the write: what was written at once has one number. None for older ones."""
    terms: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Terms of the glossary that a model had to use for it, as `services.revisions.pack_terms` writes them."""
