"""What a sentence that is translated together with others has for itself."""

from __future__ import annotations

from collections import defaultdict
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
    recut = {row.id for row in rows if _is_recut(steps[row.id])}
    lost = [row for row in rows if row.id not in recut and _is_lost(befores[row.id], joint)]
    kept = _find_kept(lost)
    for row in rows:
        before = befores[row.id]
        if row.id in kept:
            found[row.id] = kept[row.id]
        elif before is None or row.id in recut or _is_lost(before, joint):
            found[row.id] = _made(row)
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


def _is_lost(before: Step | None, joint: Collection[int]) -> bool:
    """Whether the revisions of a row do not have its own text: it stood in a group as long as they tell."""
    return before is None or before.revision_id in joint


def _find_kept(rows: Collection[TranslatedSegment]) -> dict[int, OwnText]:
    """Return what people had reviewed of these sentences alone in earlier versions, by the id of the row."""
    if not rows:
        return {}
    sentences = db.session.execute(
        select(TranslatedSegment.id, Translation.article_id, Translation.language, Segment.text)
        .join(Translation, Translation.id == TranslatedSegment.translation_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.id.in_([row.id for row in rows]))
    ).all()
    wanted: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for id_, article_id, language, sentence in sentences:
        wanted[article_id, language][id_] = plain(sentence)
    reviewers = known_reviewers()
    found = {}
    for (article_id, language), keys in wanted.items():
        retired = find_retired(article_id, language, set(keys.values()))
        for id_, key in keys.items():
            past = retired.get(key)
            if past is not None and past.is_reviewed:
                reviewer_id = past.row.reviewer_id if past.row.reviewer_id in reviewers else None
                found[id_] = OwnText(past.row.text, past.row.state, Origin.UPDATE, reviewer_id)
    return found


def _made(row: TranslatedSegment) -> OwnText:
    if not row.machine_text:
        return OwnText("", SegmentState.PENDING, Origin.UPDATE)
    state = SegmentState.FLAGGED if row.faults else SegmentState.MACHINE
    return OwnText(row.machine_text, state, Origin.MACHINE if row.match is None else Origin.MEMORY)
