"""What a translation cost so far: how much of the machine's text was changed, and who worked how long on it."""

from __future__ import annotations

from collections import Counter, defaultdict

from sqlalchemy import select

from workbench.effort import Editing, Save, measure_editing, measure_work
from workbench.extensions import db
from workbench.languages import writes_without_spaces
from workbench.review import REVIEWED, Origin
from workbench.services.merged import join_sentences
from workbench.services.reviewers import as_reviewer
from workbench.services.views.effort import Effort, ReviewerWork
from workbench.tables import Reviewer, Revision, Segment, TranslatedSegment


def measure_effort(translation_id: int, language: str) -> Effort:
    """Return the effort spent on a translation. Takes a second for a long article: not for the way of a save.

    Args:
        translation_id: Which.
        language: Its code.
    """
    return Effort(_editing(translation_id, language), _work(translation_id))


def _editing(translation_id: int, language: str) -> Editing:
    rows = db.session.execute(
        select(
            TranslatedSegment.id,
            TranslatedSegment.merged_into_id,
            TranslatedSegment.machine_text,
            TranslatedSegment.text,
            TranslatedSegment.state,
        )
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.machine_text != "")
        .order_by(Segment.position)
    ).all()
    # Sentences that were merged have one text, in the row of the first: it is compared with all their machine's texts.
    machines: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        machines[row.merged_into_id or row.id].append(row.machine_text)
    pairs = [
        (join_sentences(machines[row.id], language), row.text)
        for row in rows
        if row.state in REVIEWED and row.merged_into_id is None
    ]
    return measure_editing(pairs, is_spaced=not writes_without_spaces(language))


def _work(translation_id: int) -> tuple[ReviewerWork, ...]:
    rows = db.session.execute(
        select(Revision.reviewer_id, Revision.at, Revision.change, TranslatedSegment.id, Segment.words)
        .join(TranslatedSegment, TranslatedSegment.id == Revision.translated_segment_id)
        .join(Segment, Segment.id == TranslatedSegment.segment_id)
        .where(
            TranslatedSegment.translation_id == translation_id,
            Revision.origin == Origin.REVIEWER,
            Revision.reviewer_id.is_not(None),
        )
    ).all()
    # Older revisions do not know their write; none of them wrote several sentences under a reviewer's own name.
    together = Counter(row.change for row in rows if row.change is not None)
    saves: dict[int, list[Save]] = defaultdict(list)
    for reviewer_id, at, change, segment_id, words in rows:
        assert reviewer_id is not None
        saves[reviewer_id].append(Save(at, segment_id, words, is_bulk=together[change] > 1))
    reviewers = db.session.scalars(select(Reviewer).where(Reviewer.id.in_(saves))).all()
    work = [ReviewerWork(as_reviewer(reviewer), measure_work(saves[reviewer.id])) for reviewer in reviewers]
    return tuple(sorted(work, key=lambda each: (-each.work.words, -each.work.sentences, each.reviewer.id)))
