"""Taking back what was saved, and doing it again: of one sentence, of one write, and of one reviewer's last write.

The memory is left as it is: what was accepted was accepted once, and may have been used since.
"""

from __future__ import annotations

from sqlalchemy import select

from workbench.errors import SourceChanged, WorkbenchError
from workbench.extensions import db
from workbench.languages import canonical
from workbench.services.rows import read_rows
from workbench.services.seen import lock_segment
from workbench.services.stepping import read_steps_at, write_steps
from workbench.services.summaries import count_progress
from workbench.services.taking import take_last, take_sentence, take_write
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.views.undo import StepsView, Undone, UndoReport
from workbench.tables import Reviewer, Segment, TranslatedSegment
from workbench.wording import words


class ChangedSince(WorkbenchError):
    """Somebody saved a sentence since the page showed it: what would be undone is not what was seen."""

    status = 409
    title = words("Somebody else changed this sentence")
    hint = words("Look at it as it stands now.")


def view_steps(article_id: int, language: str, position: int) -> StepsView:
    """Return whether the last save of a sentence can be undone, and whether one can be redone.

    Raises:
        NotFound: There is no such translation.
    """
    steps = read_steps_at(article_id, canonical(language), position)
    if steps is None:
        find_translation(article_id, language)  # says what is missing
        return StepsView()
    return StepsView(bool(steps.undo), bool(steps.redo))


def undo_segment(
    article_id: int,
    language: str,
    position: int,
    *,
    seen_version: int,
    reviewer_id: int,
    seen_key: str = "",
    is_redo: bool = False,
) -> Undone:
    """Bring a sentence back to how it stood before its last change, text and state; and the repeats that follow it.

    Undoing that two sentences were merged or parted brings back both.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        seen_version: The version that the page showed.
        reviewer_id: Who takes it back.
        seen_key: The sentence that the page showed there, as `Row.key` names it; "" for any.
        is_redo: Whether to bring back what was undone last.

    Raises:
        ChangedSince: Another version stands there now; nothing was changed.
        NothingToUndo: There is nothing to take back.
        SourceChanged: A newer version of the article changed or dropped the sentence.
        NotFound: There is no such translation or segment.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        segment, position = lock_segment(translation_id, position, seen_key)
        require_version(segment, seen_version)
        taking = take_sentence(translation_id, segment, is_redo=is_redo)
        change = write_steps(translation_id, taking.targets, taking.origin, reviewer_id)
    return view_written(translation_id, change, position, left=taking.left, is_redo=is_redo)


def undo_change(article_id: int, language: str, change: int, *, reviewer_id: int) -> UndoReport:
    """Take back all that was written to a translation at once; to take back an undo is to do it again.

    Sentences that were changed since are left alone.

    Args:
        article_id: Whose translation.
        language: Of the translation.
        change: The number of the write, as `Revision.change` has it.
        reviewer_id: Who takes it back.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        taking = take_write(translation_id, change)
        number = write_steps(translation_id, taking.targets, taking.origin, reviewer_id) if taking.targets else None
    return UndoReport(undone=len(taking.targets), left=taking.left, change=number)


def undo_mine(article_id: int, language: str, *, reviewer_id: int, is_redo: bool = False) -> Undone | None:
    """Take back the last write of a reviewer in a translation that still stands; None if there is none.

    What somebody else has changed since stands no more, and is not looked at.

    Raises:
        NotFound: There is no such translation.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing():
        found = take_last(translation_id, reviewer_id, is_redo=is_redo)
        if found is None:
            return None
        change = write_steps(translation_id, found.targets, found.origin, reviewer_id)
    return view_written(translation_id, change, None, left=found.left, is_redo=is_redo)


def require_version(segment: TranslatedSegment, seen_version: int) -> None:
    """Raise `ChangedSince` if a row is not as the page showed it."""
    if segment.version != seen_version:
        raise ChangedSince(_who(segment.reviewer_id))


def view_written(
    translation_id: int, change: int, position: int | None, *, left: int = 0, is_redo: bool = False
) -> Undone:
    """Return the rows of a write as they stand now.

    Args:
        translation_id: Whose.
        change: The number of the write.
        position: Of the row that it is about; None for the first in the article.
        left: How many rows were left alone.
        is_redo: Whether something was done again.
    """
    positions = db.session.scalars(
        select(Segment.position)
        .join(TranslatedSegment, TranslatedSegment.segment_id == Segment.id)
        .where(TranslatedSegment.translation_id == translation_id, TranslatedSegment.change == change)
    ).all()
    # Somebody may have written to the row already; an update may even have taken it away.
    wanted = [*positions, *([] if position is None else [position])]
    rows = sorted(read_rows(translation_id, positions=wanted), key=lambda row: (row.position != position, row.position))
    if not rows:
        raise SourceChanged(words("A newer version of the article has another sentence at this place."))
    return Undone(
        row=rows[0],
        others=tuple(rows[1:]),
        left=left,
        change=change,
        progress=count_progress([translation_id])[translation_id],
        is_redo=is_redo,
    )


def _who(reviewer_id: int | None) -> str:
    reviewer = db.session.get(Reviewer, reviewer_id) if reviewer_id else None
    if reviewer is None:
        return words("This sentence was changed meanwhile. Nothing was done.")
    return words("{name} saved this sentence meanwhile. Nothing was done.", name=reviewer.shown_name)
