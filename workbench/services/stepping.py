"""Reading the undo and redo stacks of sentences, and writing a step of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import bindparam, select

from workbench.extensions import db
from workbench.review import Origin
from workbench.services.change_counter import count_change
from workbench.services.merged import point_members
from workbench.services.repeats import leaders_of_repeats
from workbench.services.revisions import revision_values, store_revisions
from workbench.steps import Step, Steps, trace_steps
from workbench.tables import Article, Block, Revision, Segment, TranslatedSegment, Translation
from workbench.tables.types import now

# Built once: putting a statement together takes longer than running it.
_REVISIONS = select(
    Revision.translated_segment_id,
    Revision.id,
    Revision.reviewer_id,
    Revision.origin,
    Revision.state,
    Revision.before,
    Revision.after,
    Revision.change,
).order_by(Revision.id)
_REVISIONS_AT = (
    _REVISIONS.join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
    .join(Segment, Segment.id == TranslatedSegment.segment_id)
    .join(Translation, Translation.id == TranslatedSegment.translation_id)
    .join(Article, Article.id == Translation.article_id)
    .where(
        Article.id == bindparam("article"),
        Article.deleted_at.is_(None),
        Translation.language == bindparam("language"),
        Segment.article_id == bindparam("article"),
        Segment.position == bindparam("position"),
    )
)


def is_reshaping(made: Step, other: Step) -> bool:
    """Whether a step, from the other one or back to it, moves text from one sentence to another.

    All of a write that does is taken back, or nothing: half of it would lose a text, or have it twice.

    Args:
        made: The step that is taken back, or done again.
        other: How the sentence stood before it.
    """
    return made.origin in (Origin.MERGE, Origin.SPLIT) or made.is_merged or other.is_merged


def read_steps(translated_ids: Collection[int]) -> dict[int, Steps]:
    """Return the stacks of these rows of a translation, in one query."""
    revisions = defaultdict(list)
    rows = db.session.execute(_REVISIONS.where(Revision.translated_segment_id.in_(translated_ids)))
    for row in rows:
        revisions[row.translated_segment_id].append(row)
    return {id_: trace_steps(revisions.get(id_, ())) for id_ in translated_ids}


def read_steps_at(article_id: int, language: str, position: int) -> Steps | None:
    """Return the stacks of a sentence, in one query; None if nobody has written there.

    Args:
        article_id: Whose sentence.
        language: Canonical code of the translation's.
        position: In the article, from 1.
    """
    values = {"article": article_id, "language": language, "position": position}
    rows = db.session.execute(_REVISIONS_AT, values).all()
    return trace_steps(rows) if rows else None


def write_steps(translation_id: int, targets: Mapping[int, Step], origin: Origin, reviewer_id: int) -> int:
    """Inside a transaction: bring rows to these steps as one write, and return its number.

    A repeat whose text changes on its own follows no more; one that says again what its twin says follows it again.

    Args:
        translation_id: Whose rows.
        targets: Where each row goes, by its id.
        origin: `undo`, `redo` or `restore`.
        reviewer_id: Who goes there.
    """
    session = db.session
    moment = now()
    rows = session.scalars(select(TranslatedSegment).where(TranslatedSegment.id.in_(targets))).all()
    is_edit = any(row.text != targets[row.id].text for row in rows)
    change = count_change(translation_id, moment, is_edit=is_edit, reviewer_id=reviewer_id)
    store_revisions(
        [
            revision_values(
                row.id,
                moment,
                origin,
                targets[row.id].state,
                row.version + 1,
                row.text,
                targets[row.id].text,
                reviewer_id=reviewer_id,
                change=change,
            )
            for row in rows
        ]
    )
    reshaped = [row for row in rows if targets[row.id].is_merged != (row.merged_into_id is not None)]
    for row in rows:
        step = targets[row.id]
        if row.text != step.text and row.follows_id not in targets:
            row.follows_id = None
        row.text, row.state, row.origin = step.text, step.state, step.origin
        row.version, row.change = row.version + 1, change
        row.reviewer_id, row.updated_at = reviewer_id, moment
    session.flush()
    if reshaped:
        point_members(translation_id, {row.segment_id for row in rows}, change)
    _follow_again(rows)
    session.flush()
    return change


def _follow_again(rows: Sequence[TranslatedSegment]) -> None:
    """Let repeats that were corrected on their own follow their twins again, now that both say the same."""
    alone = {row.segment_id: row for row in rows if row.follows_id is None and row.merged_into_id is None}
    repeats = db.session.scalars(
        select(Segment.article_id)
        .join(Block, Block.id == Segment.block_id)
        .where(Segment.id.in_(alone), Block.repeats_id.is_not(None))
        .limit(1)
    ).all()
    for article_id in repeats:
        twins = {id_: twin for id_, twin in leaders_of_repeats(article_id).items() if id_ in alone}
        leaders = db.session.scalars(
            select(TranslatedSegment).where(
                TranslatedSegment.translation_id == rows[0].translation_id,
                TranslatedSegment.segment_id.in_(twins.values()),
                TranslatedSegment.merged_into_id.is_(None),
            )
        )
        by_segment = {leader.segment_id: leader for leader in leaders}
        for id_, twin in twins.items():
            row, leader = alone[id_], by_segment.get(twin)
            if leader is not None and (leader.text, leader.state) == (row.text, row.state):
                row.follows_id = leader.id
