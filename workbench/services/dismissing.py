"""Dismissing a finding of a sentence, and bringing it back."""

from __future__ import annotations

from sqlalchemy import Select, delete, select

from workbench.checks.findings import Finding, Severity
from workbench.errors import BadInput, WorkbenchError
from workbench.services.change_counter import count_change
from workbench.services.dismissed import digest_of, finding_key
from workbench.services.merged import read_whole_source
from workbench.services.seen import lock_segment
from workbench.services.segments import view_row
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.views import Row
from workbench.tables import DismissedFinding, TranslatedSegment
from workbench.tables.types import now
from workbench.wording import words

SHORTEST_REASON = 3
LONGEST_REASON = 500


class TextChanged(WorkbenchError):
    """The sentence has another text by now, or the finding is not there any more."""

    status = 409
    title = words("The sentence has changed")
    hint = words("Look at what is found in it now.")


def dismiss_finding(
    article_id: int,
    language: str,
    position: int,
    *,
    finding: str,
    digest: str,
    reason: str,
    reviewer_id: int,
    seen_key: str = "",
) -> Row:
    """Let a finding be told no more while the sentence and its translation stay as they are.

    Dismissing it twice is dismissing it once; the first reason stays.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        finding: Which, as `finding_key` names it.
        digest: Of the text that the page showed, as `digest_of` gives it.
        reason: Why it does not count. A blocking finding needs one.
        reviewer_id: Who dismisses.
        seen_key: The sentence that the page showed, as `Row.key` names it; "" for the one at this position.

    Returns:
        The row without the finding.

    Raises:
        TextChanged: There is no such finding in the text that stands there.
        SourceChanged: Another sentence stands there now.
        BadInput: A reason is missing, or too long.
        NotFound: There is no such translation or sentence.
    """
    row = view_row(article_id, language, position, seen_key=seen_key)
    _require_same_text(row.whole_source, row.target, digest)
    found = next((each for each in row.findings if finding_key(each) == finding), None)
    if found is None:
        if any(finding_key(each.finding) == finding for each in row.dismissed):
            return row
        raise TextChanged(words("This is not found in the sentence any more."))
    reason = _clean_reason(reason, is_needed=found.severity is Severity.BLOCKING)
    article, translation = find_translation(article_id, language)
    translation_id, source_language = translation.id, article.source_language
    with writing() as session:
        segment, position = _lock(translation_id, position, row.key, digest, source_language)
        if session.scalar(_ids_of(translation_id, digest, found).limit(1)) is None:
            moment = now()
            session.add(
                DismissedFinding(
                    translation_id=translation_id,
                    check_id=found.id,
                    digest=digest,
                    piece=found.piece,
                    reason=reason,
                    reviewer_id=reviewer_id,
                    at=moment,
                )
            )
            segment.change = count_change(translation_id, moment, is_edit=False)
    return view_row(article_id, language, position)


def restore_finding(
    article_id: int, language: str, position: int, *, finding: str, digest: str, seen_key: str = ""
) -> Row:
    """Bring a dismissed finding back; one that is back already stays so.

    Args:
        article_id: Whose sentence.
        language: Of the translation.
        position: Of the sentence, from 1.
        finding: Which, as `finding_key` names it.
        digest: Of the text that the page showed.
        seen_key: The sentence that the page showed; "" for the one at this position.

    Raises:
        TextChanged: The sentence has another text by now.
        SourceChanged: Another sentence stands there now.
        NotFound: There is no such translation or sentence.
    """
    row = view_row(article_id, language, position, seen_key=seen_key)
    _require_same_text(row.whole_source, row.target, digest)
    dismissed = next((each.finding for each in row.dismissed if finding_key(each.finding) == finding), None)
    if dismissed is None:
        return row
    article, translation = find_translation(article_id, language)
    translation_id, source_language = translation.id, article.source_language
    with writing() as session:
        segment, position = _lock(translation_id, position, row.key, digest, source_language)
        ids = session.scalars(_ids_of(translation_id, digest, dismissed)).all()
        session.execute(delete(DismissedFinding).where(DismissedFinding.id.in_(ids)))
        segment.change = count_change(translation_id, now(), is_edit=False)
    return view_row(article_id, language, position)


def _ids_of(translation_id: int, digest: str, finding: Finding) -> Select[int]:
    """Select the dismissals of a finding, wherever in the translation this text stands."""
    return select(DismissedFinding.id).where(
        DismissedFinding.translation_id == translation_id,
        DismissedFinding.digest == digest,
        DismissedFinding.check_id == finding.id,
        DismissedFinding.piece == finding.piece,
    )


def _lock(
    translation_id: int, position: int, key: str, digest: str, source_language: str
) -> tuple[TranslatedSegment, int]:
    """Inside a transaction: return the row and its position, if its text is still the one that was seen."""
    segment, position = lock_segment(translation_id, position, key)
    _require_same_text(read_whole_source(segment, source_language), segment.text, digest)
    return segment, position


def _require_same_text(source: str, target: str, digest: str) -> None:
    if digest_of(source, target) != digest:
        raise TextChanged(words("Somebody has changed the sentence since this was found."))


def _clean_reason(reason: str, *, is_needed: bool) -> str:
    reason = " ".join(reason.replace("\0", "").split())
    if len(reason) > LONGEST_REASON:
        raise BadInput(
            words("A reason has {longest_reason} characters at most.", longest_reason=LONGEST_REASON),
            hint=words("Say it shorter."),
        )
    if is_needed and sum(sign.isalnum() for sign in reason) < SHORTEST_REASON:
        raise BadInput(
            words("What blocks cannot be dismissed without a reason."),
            hint=words("Say in a few words why it is right."),
        )
    return reason
