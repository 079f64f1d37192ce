"""Who changed a sentence, when, what and why; two of its versions side by side; and an older one chosen again."""

from __future__ import annotations

from sqlalchemy import select

from workbench.errors import NotFound
from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.merging import CannotMerge
from workbench.services.seen import lock_segment
from workbench.services.segments import MergedAway, view_history
from workbench.services.stepping import write_steps
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.undo import require_version, view_written
from workbench.services.views import RevisionView
from workbench.services.views.undo import Undone
from workbench.steps import Step
from workbench.tables import Revision, TranslatedSegment
from workbench.wording import words


def compare_revisions(
    article_id: int, language: str, position: int, older: int, newer: int
) -> tuple[RevisionView, RevisionView]:
    """Return two versions of a sentence, the older one first whatever their order here.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        older: Id of a revision; what it made of the sentence is meant.
        newer: Id of another.

    Raises:
        NotFound: There is no such translation, sentence, or revision of it.
    """
    found = {revision.id: revision for revision in view_history(article_id, language, position)}
    if older not in found or newer not in found:
        raise NotFound(words("This sentence has no such version."))
    first, second = sorted((older, newer))
    return found[first], found[second]


def restore_revision(
    article_id: int,
    language: str,
    position: int,
    revision_id: int,
    *,
    seen_version: int,
    reviewer_id: int,
    seen_key: str = "",
) -> Undone:
    """Give a sentence, and the repeats that follow it, the text of an older version; it is edited then.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        revision_id: The version: what this revision made of the sentence.
        seen_version: The version of the sentence that the page showed.
        reviewer_id: Who restores.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.

    Raises:
        ChangedSince: Another version stands there now; nothing was changed.
        MergedAway: The sentence is translated in the text of the one before it.
        CannotMerge: The version has no text: it was the other sentence's.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such translation, sentence, or revision of it.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing() as session:
        row, position = lock_segment(translation_id, position, seen_key)
        require_version(row, seen_version)
        if row.merged_into_id is not None:
            raise MergedAway
        text = session.scalar(
            select(Revision.after).where(Revision.id == revision_id, Revision.translated_segment_id == row.id)
        )
        if text is None:
            raise NotFound(words("This sentence has no such version."))
        if not text:
            raise CannotMerge(words("This version has no text of its own."))
        followers = db.session.scalars(select(TranslatedSegment.id).where(TranslatedSegment.follows_id == row.id))
        step = Step(text, SegmentState.EDITED, Origin.RESTORE, 0, reviewer_id, None)
        change = write_steps(translation_id, dict.fromkeys([row.id, *followers], step), Origin.RESTORE, reviewer_id)
    return view_written(translation_id, change, position)
