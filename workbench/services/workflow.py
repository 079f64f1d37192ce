"""Moving a translation on its way to print, and assigning it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update

from workbench.checks.findings import Finding
from workbench.errors import InvalidField, NotFound, WorkbenchError
from workbench.extensions import db
from workbench.review import MOVES, Obstacle, SegmentState, Standing, Step, TranslationState, find_obstacle
from workbench.services.change_counter import count_change
from workbench.services.checking import PENDING, open_blocking
from workbench.services.reviewers import find_reviewer, list_named
from workbench.services.transactions import writing
from workbench.services.translation_versions import keep_approved
from workbench.services.translations import find_translation
from workbench.services.typed import is_id
from workbench.services.views.workflow import Workflow
from workbench.services.workflow_log import last_move, note_step
from workbench.tables import TranslatedSegment, Translation
from workbench.tables.types import now
from workbench.wording import counted, words

LONGEST_REASON = 500
_TRIES = 3


class MoveRefused(WorkbenchError):
    """A translation cannot be moved like this: somebody moved it meanwhile, or another reviewer has it."""

    status = 409
    title = words("This is not possible now")
    hint = words("Look at where the translation stands now.")


class ApprovalBlocked(InvalidField):
    """A translation cannot be approved as it is: sentences wait, or blocking checks need a reason.

    Attributes:
        findings: The blocking ones that are open.
        pending: How many sentences are not translated yet; no reason helps against those.
    """

    title = words("Not approved yet")

    def __init__(self, message: str, *, hint: str, findings: Sequence[Finding] = (), pending: int = 0) -> None:
        super().__init__("reason", message, hint=hint)
        self.findings = tuple(findings)
        self.pending = pending


def view_workflow(article_id: int, language: str) -> Workflow:
    """Return where a translation stands.

    Raises:
        NotFound: There is no such translation.
    """
    return workflow_of(find_translation(article_id, language)[1])


def workflow_of(translation: Translation) -> Workflow:
    """Return where a translation stands, whose row is at hand."""
    named = list_named()
    assignee = find_reviewer(translation.assignee_id)
    if assignee is not None and assignee not in named:
        named = (*named, assignee)
    return Workflow(translation.state, assignee, named, last_move(translation.id))


def move_translation(article_id: int, language: str, move: Step, *, reviewer_id: int, reason: str = "") -> None:
    """Move a translation to another state, and write that down. An approval keeps a version of it.

    Making the move that was made already changes nothing: a form that is sent twice is sent once.

    Args:
        article_id: Whose translation.
        language: Which one.
        move: One of `review.MOVES`.
        reviewer_id: Who moves it.
        reason: Why it is approved in spite of blocking checks.

    Raises:
        ApprovalBlocked: Sentences wait, or blocking checks are open and there is no reason; nothing was changed.
        InvalidField: The reason is too long, or has a NUL.
        MoveRefused: The translation is not where this move begins, or is assigned to somebody else.
        NotFound: There is no such translation.
    """
    reason = _clean_reason(reason)
    for _ in range(_TRIES):
        _, translation = find_translation(article_id, language)
        translation_id, seen = translation.id, translation.change
        # Checked outside the transaction, because it takes long; what was written meanwhile is checked again.
        blocking = _find_blocking(article_id, language) if move is Step.APPROVE else ()
        with writing() as session:
            translation = session.get_one(Translation, translation_id, with_for_update=True)
            if translation.change != seen:
                continue
            if move in MOVES and translation.state is MOVES[move][1]:
                return
            standing = Standing(
                translation.state, _count_pending(translation_id), len(blocking), translation.assignee_id
            )
            obstacle = find_obstacle(standing, move, reviewer_id=reviewer_id, reason=reason)
            if obstacle is not None:
                raise _refusal(obstacle, standing, blocking)
            moment = now()
            count_change(translation_id, moment, is_edit=False)
            note_step(
                translation_id,
                moment,
                move,
                MOVES[move][1],
                reviewer_id=reviewer_id,
                reason=reason if blocking else "",
                blocking=len(blocking),
            )
            if move is Step.APPROVE:
                keep_approved(translation_id, moment, reviewer_id)
            return
    raise MoveRefused(words("Somebody keeps changing this translation."), hint=words("Try again in a moment."))


def assign_translation(article_id: int, language: str, assignee_id: int | None, *, reviewer_id: int) -> None:
    """Assign a translation to a reviewer, or to nobody; the one who has it already changes nothing.

    Raises:
        NotFound: There is no such translation, or no such reviewer.
    """
    _, translation = find_translation(article_id, language)
    translation_id = translation.id
    with writing() as session:
        translation = session.get_one(Translation, translation_id, with_for_update=True)
        if translation.assignee_id == assignee_id:
            return
        if assignee_id is not None and not (is_id(assignee_id) and find_reviewer(assignee_id)):
            raise NotFound(words("There is no such reviewer."), hint=words("Choose one from the list."))
        moment = now()
        session.execute(update(Translation).where(Translation.id == translation_id).values(assignee_id=assignee_id))
        count_change(translation_id, moment, is_edit=False)
        state = translation.state
        note_step(translation_id, moment, Step.ASSIGN, state, reviewer_id=reviewer_id, assignee_id=assignee_id)


def _find_blocking(article_id: int, language: str) -> tuple[Finding, ...]:
    """Return what a reason helps against: all that blocks, sentences that wait left out."""
    return tuple(found for found in open_blocking(article_id, language) if found.id != PENDING)


def _count_pending(translation_id: int) -> int:
    return (
        db.session.scalar(
            select(func.count()).where(
                TranslatedSegment.translation_id == translation_id,
                TranslatedSegment.state == SegmentState.PENDING,
            )
        )
        or 0
    )


def _clean_reason(reason: str) -> str:
    reason = " ".join(reason.split())
    if len(reason) > LONGEST_REASON:
        raise InvalidField("reason", words("A reason has at most {n} characters.", n=LONGEST_REASON))
    if "\0" in reason:
        raise InvalidField("reason", words("The reason has a NUL character."), hint=words("Paste it as plain text."))
    return reason


def _refusal(obstacle: Obstacle, standing: Standing, blocking: Sequence[Finding]) -> WorkbenchError:
    if obstacle is Obstacle.PENDING:
        return ApprovalBlocked(
            counted("{n} sentence is not translated yet.", "{n} sentences are not translated yet.", standing.pending),
            hint=words("Translate them first; no reason helps against that."),
            pending=standing.pending,
        )
    if obstacle is Obstacle.NO_REASON:
        return ApprovalBlocked(
            counted("{n} blocking check is open.", "{n} blocking checks are open.", standing.blocking),
            hint=words("Mend what they say, or give a reason: it is kept in the log."),
            findings=blocking,
        )
    if obstacle is Obstacle.ASSIGNED_TO_ANOTHER:
        return MoveRefused(
            words("This translation is assigned to another reviewer."), hint=words("Assign it to yourself first.")
        )
    return MoveRefused(_STANDS[standing.state])


_STANDS = {
    TranslationState.DRAFT: words("The translation is a draft now."),
    TranslationState.IN_REVIEW: words("The translation is in review now."),
    TranslationState.APPROVED: words("The translation is approved now."),
}
