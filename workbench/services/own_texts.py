"""What a sentence that is translated together with others has for itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import aliased

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import plain
from workbench.services.returnable import find_retired, known_reviewers
from workbench.services.stepping import read_steps
from workbench.steps import Step, Steps
from workbench.tables import Revision, Segment, TranslatedSegment, Translation


@dataclass(frozen=True, slots=True)
class OwnText:
    """A translation of one sentence alone; its text is "" where there is none, and it waits for one."""

    text: str
    state: SegmentState
    origin: Origin
    reviewer_id: int | None = None


def read_own_texts(rows: Collection[TranslatedSegment]) -> dict[int, OwnText]:
    """Return the own texts of rows that are translated together with others, by id.

    That is what stood there before they were merged; if they were split since, nobody can say which part of the text is
    whose, and it is what the model made of the sentence. A group that an update brought back had no text of its own
    sentences: theirs are those that were reviewed in an earlier version, or the model's.
    """
    found = {}
    steps = read_steps([row.id for row in rows]) if rows else {}
    befores = {row.id: _before_merge(steps[row.id]) for row in rows}
    brought = {step.revision_id for step in befores.values() if step is not None and step.origin is Origin.UPDATE}
    joint = _find_joint(brought)
    for row in rows:
        before = befores[row.id]
        if _is_recut(steps[row.id]):
            found[row.id] = _made(row)
        elif before is None or before.revision_id in joint:
            found[row.id] = _kept(row) or _made(row)
        else:
            # Not "reviewer": nobody has looked at it where it stands now.
            found[row.id] = OwnText(before.text, before.state, Origin.UPDATE, before.reviewer_id)
    return found


def _line(steps: Steps) -> Sequence[Step]:
    return (*steps.undo, *([steps.now] if steps.now else []))


def _is_recut(steps: Steps) -> bool:
    """Whether a text was split, or brought back as it stood: nobody can say which part of it was whose."""
    return any(step.origin in (Origin.SPLIT, Origin.VERSION) for step in _line(steps))


def _before_merge(steps: Steps) -> Step | None:
    line = _line(steps)
    merged = next((index for index, step in enumerate(line) if step.origin is Origin.MERGE or step.is_merged), 0)
    return line[merged - 1] if merged else None


def _find_joint(revision_ids: Collection[int]) -> set[int]:
    """Return which of these revisions brought the text of a group: those in it had a revision then, without a word."""
    if not revision_ids:
        return set()
    row, other, member = aliased(TranslatedSegment), aliased(TranslatedSegment), aliased(Revision)
    return set(
        db.session.scalars(
            select(Revision.id)
            .join(row, row.id == Revision.translated_segment_id)
            .join(other, (other.translation_id == row.translation_id) & (other.id != row.id))
            .join(member, (member.translated_segment_id == other.id) & (member.at == Revision.at))
            .where(
                Revision.id.in_(revision_ids),
                member.origin == Origin.UPDATE,
                member.state != SegmentState.PENDING,
                member.before == "",
                member.after == "",
            )
        )
    )


def _kept(row: TranslatedSegment) -> OwnText | None:
    """Return what an earlier version had for the sentence alone, if a person has looked at it."""
    article_id, language, sentence = db.session.execute(
        select(Translation.article_id, Translation.language, Segment.text)
        .join(Segment, Segment.article_id == Translation.article_id)
        .where(Translation.id == row.translation_id, Segment.id == row.segment_id)
    ).one()
    past = find_retired(article_id, language, {plain(sentence)}).get(plain(sentence))
    if past is None or not past.is_reviewed:
        return None
    reviewer_id = past.row.reviewer_id if past.row.reviewer_id in known_reviewers() else None
    return OwnText(past.row.text, past.row.state, Origin.UPDATE, reviewer_id)


def _made(row: TranslatedSegment) -> OwnText:
    if not row.machine_text:
        return OwnText("", SegmentState.PENDING, Origin.UPDATE)
    state = SegmentState.FLAGGED if row.faults else SegmentState.MACHINE
    return OwnText(row.machine_text, state, Origin.MACHINE if row.match is None else Origin.MEMORY)
