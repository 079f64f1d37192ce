"""Sentences that were translated together, when an update of the article tears them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert, select

from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.segments.versions import Comparison, Fate
from workbench.services.contents import Contents
from workbench.services.merged import join_sentences
from workbench.services.replacing import OldSentence
from workbench.services.update_rows import revision_values
from workbench.tables import Revision, TranslatedSegment, Translation


def part_torn_groups(
    article_id: int,
    language: str,
    old: Sequence[OldSentence],
    contents: Contents,
    comparison: Comparison,
    moment: datetime,
    reviewer_id: int | None,
) -> None:
    """Inside a transaction: part the groups that do not stand together unchanged in the newer version.

    Each of their sentences waits for a translation of its own, and shows the text that it was a part of.

    Args:
        article_id: Whose sentences; they are still the old ones.
        language: Of the source.
        old: The sentences before the update.
        contents: The newer version.
        comparison: Of both.
        moment: When the update was made.
        reviewer_id: Who made it.
    """
    groups = _read_groups(article_id)
    if not groups:
        return
    places = _places(old, contents, comparison)
    order = {sentence.id: index for index, sentence in enumerate(old)}
    changes = dict(
        db.session.execute(select(Translation.id, Translation.change).where(Translation.article_id == article_id)).all()
    )
    kept = {old[match.old].id for match in comparison.matches if match.fate is not Fate.CHANGED}
    revisions = []
    for rows in groups:
        rows.sort(key=lambda row: order[row.segment_id])
        if _is_whole([row.segment_id for row in rows], places):
            continue
        source = join_sentences([old[order[row.segment_id]].text for row in rows], language)
        text = next(row.text for row in rows if row.text)
        for row in rows:
            row.merged_into_id = None
            row.former_source, row.former_text = source, text
            if row.segment_id in kept:
                revisions.append(
                    revision_values(
                        row.id, moment, SegmentState.PENDING, row.version + 1, row.text, "", reviewer_id=reviewer_id
                    )
                )
                _await(row, moment)
                row.change = changes[row.translation_id] + 1  # as `settle_translation` counts it
    if revisions:
        db.session.execute(insert(Revision), revisions)
    db.session.flush()


def _read_groups(article_id: int) -> list[list[TranslatedSegment]]:
    members = (
        select(TranslatedSegment)
        .join(Translation, Translation.id == TranslatedSegment.translation_id)
        .where(Translation.article_id == article_id, TranslatedSegment.merged_into_id.is_not(None))
    )
    found: dict[int, list[TranslatedSegment]] = defaultdict(list)
    for row in db.session.scalars(members):
        assert row.merged_into_id is not None
        found[row.merged_into_id].append(row)
    heads = db.session.scalars(select(TranslatedSegment).where(TranslatedSegment.id.in_(found)))
    return [[head, *found[head.id]] for head in heads.all()]


def _places(old: Sequence[OldSentence], contents: Contents, comparison: Comparison) -> Mapping[int, tuple[int, int]]:
    """Map the id of each unchanged sentence to its index in the newer version, and to that of its block."""
    return {
        old[match.old].id: (match.new, contents.sentences[match.new].block)
        for match in comparison.matches
        if match.fate is not Fate.CHANGED
    }


def _is_whole(segment_ids: Collection[int], places: Mapping[int, tuple[int, int]]) -> bool:
    found = [places[segment_id] for segment_id in segment_ids if segment_id in places]
    if len(found) < len(segment_ids) or len({block for _, block in found}) > 1:
        return False
    return [index for index, _ in found] == list(range(found[0][0], found[0][0] + len(found)))


def _await(row: TranslatedSegment, moment: datetime) -> None:
    row.text = row.machine_text = row.faults = ""
    row.pivot_text = row.score = row.match = row.reviewer_id = None
    row.state, row.origin = SegmentState.PENDING, Origin.UPDATE
    row.version += 1
    row.updated_at = moment
