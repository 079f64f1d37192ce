import threading

import pytest

from tests.factories import LONGEST, SHORT, SPANISH, make_article, make_paired, make_translated, run_jobs
from workbench.errors import InvalidField, NotFound
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import Step, TranslationState
from workbench.services.following import view_changes
from workbench.services.reviewers import ensure_reviewer, rename_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.transactions import writing
from workbench.services.translation_versions import list_named_versions
from workbench.services.translations import ensure_translation, find_translation
from workbench.services.updates import update_article
from workbench.services.workflow import ApprovalBlocked, MoveRefused, assign_translation, move_translation
from workbench.services.workflow_log import view_log
from workbench.services.workflow_view import view_workflow
from workbench.translation.faults import Fault, FaultKind


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


@pytest.fixture
def article_id(context):
    return make_paired(SHORT, SPANISH.__getitem__)


def move(article_id, *steps, by, reason=""):
    for step in steps:
        move_translation(article_id, "es", step, reviewer_id=by, reason=reason)


def state(article_id):
    return view_workflow(article_id, "es").state


def log(article_id):
    translation_id = find_translation(article_id, "es")[1].id
    return [(entry.step, entry.state, entry.reviewer, entry.reason) for entry in view_log(translation_id)]


def correct(article_id, position, text, *, by, accept=False):
    row = view_row(article_id, "es", position)
    save_segment(article_id, "es", position, text=text, seen_version=row.version, reviewer_id=by, accept=accept)


def test_a_translation_goes_from_draft_to_approved_and_its_log_says_who(article_id, ana):
    assert state(article_id) is TranslationState.DRAFT
    move(article_id, Step.SUBMIT, Step.APPROVE, by=ana)
    assert state(article_id) is TranslationState.APPROVED
    assert log(article_id) == [
        (Step.APPROVE, TranslationState.APPROVED, "Ana", ""),
        (Step.SUBMIT, TranslationState.IN_REVIEW, "Ana", ""),
    ]
    last = view_workflow(article_id, "es").last
    assert (last.step, last.reviewer) == (Step.APPROVE, "Ana")


def test_every_move_is_a_change_that_other_desks_hear_of(article_id, ana):
    seen = find_translation(article_id, "es")[1].change
    move(article_id, Step.SUBMIT, by=ana)
    changes = view_changes(article_id, "es", seen)
    assert changes.change == seen + 1
    assert changes.rows == ()


def test_a_move_that_is_sent_twice_is_made_once(article_id, ana):
    move(article_id, Step.SUBMIT, Step.SUBMIT, Step.APPROVE, Step.APPROVE, by=ana)
    assert len(log(article_id)) == 2
    assert len(list_named_versions(find_translation(article_id, "es")[1].id)) == 1


@pytest.mark.parametrize("step", [Step.APPROVE, Step.REOPEN, Step.EDIT, Step.ASSIGN])
def test_a_move_from_another_state_is_refused(article_id, ana, step):
    with pytest.raises(MoveRefused, match="is a draft now"):
        move(article_id, step, by=ana)
    assert log(article_id) == []


def test_an_approval_waits_for_every_sentence(context, ana):
    article_id = make_article(SHORT)
    with writing():
        ensure_translation(article_id, "es")
    move(article_id, Step.SUBMIT, by=ana)
    with pytest.raises(ApprovalBlocked, match="3 sentences are not translated yet") as blocked:
        move(article_id, Step.APPROVE, by=ana, reason="It is late.")
    assert (blocked.value.pending, blocked.value.findings) == (3, ())
    assert state(article_id) is TranslationState.IN_REVIEW


def test_blocking_checks_want_a_reason_which_is_kept(context, ana):
    article_id = make_paired(SHORT, str.upper, faults=(Fault(FaultKind.ECHO),))
    move(article_id, Step.SUBMIT, by=ana)
    with pytest.raises(ApprovalBlocked) as blocked:
        move(article_id, Step.APPROVE, by=ana)
    assert {finding.position for finding in blocked.value.findings} == {1, 2, 3}
    assert state(article_id) is TranslationState.IN_REVIEW
    move(article_id, Step.APPROVE, by=ana, reason="  The agency\n has it so. ")
    assert log(article_id)[0] == (Step.APPROVE, TranslationState.APPROVED, "Ana", "The agency has it so.")
    assert view_workflow(article_id, "es").last.blocking == len(blocked.value.findings)


def test_a_reason_without_blocking_checks_is_not_kept(article_id, ana):
    move(article_id, Step.SUBMIT, by=ana)
    move(article_id, Step.APPROVE, by=ana, reason="Just so.")
    assert log(article_id)[0][3] == ""


@pytest.mark.parametrize("reason", ["x" * 501, "a\0b"])
def test_a_reason_that_cannot_be_stored_is_refused(article_id, ana, reason):
    move(article_id, Step.SUBMIT, by=ana)
    with pytest.raises(InvalidField) as refused:
        move(article_id, Step.APPROVE, by=ana, reason=reason)
    assert refused.value.field == "reason"


def test_an_edit_takes_an_approval_back_and_the_log_names_the_editor(article_id, ana):
    move(article_id, Step.SUBMIT, Step.APPROVE, by=ana)
    luis = rename_reviewer(None, "Luis").id
    correct(article_id, 1, view_row(article_id, "es", 1).target, by=luis, accept=True)
    assert state(article_id) is TranslationState.APPROVED, "accepting changes no text"
    correct(article_id, 1, "El gato duerme.", by=luis)
    assert state(article_id) is TranslationState.IN_REVIEW
    assert log(article_id)[0] == (Step.EDIT, TranslationState.IN_REVIEW, "Luis", "")
    correct(article_id, 1, "El gato dormita.", by=luis)
    assert len(log(article_id)) == 3, "one line for all corrections after an approval"


def test_a_draft_that_is_edited_stays_one(article_id, ana):
    correct(article_id, 1, "El gato duerme.", by=ana)
    assert state(article_id) is TranslationState.DRAFT
    assert log(article_id) == []


def test_a_newer_version_of_the_article_takes_an_approval_back(context, ana):
    article_id = make_translated(context, SHORT)
    move(article_id, Step.SUBMIT, Step.APPROVE, by=ana)
    update_article(article_id, read_pasted(SHORT + " Something is new here.", max_chars=LONGEST))
    run_jobs(context)
    assert state(article_id) is TranslationState.IN_REVIEW
    assert log(article_id)[0] == (Step.UPDATE, TranslationState.IN_REVIEW, "", "")


def test_an_assigned_translation_is_approved_by_the_one_who_has_it(article_id, ana):
    luis = rename_reviewer(None, "Luis").id
    assign_translation(article_id, "es", luis, reviewer_id=ana)
    move(article_id, Step.SUBMIT, by=ana)
    with pytest.raises(MoveRefused, match="assigned to another reviewer"):
        move(article_id, Step.APPROVE, by=ana)
    assign_translation(article_id, "es", ana, reviewer_id=ana)
    move(article_id, Step.APPROVE, by=ana)
    assert state(article_id) is TranslationState.APPROVED


def test_assigning_is_logged_once_and_offered_to_named_reviewers(article_id, ana):
    nameless = ensure_reviewer(None).id
    assert [each.name for each in view_workflow(article_id, "es").reviewers] == ["Ana"]
    for _ in range(2):
        assign_translation(article_id, "es", nameless, reviewer_id=ana)
    workflow = view_workflow(article_id, "es")
    assert workflow.assignee.id == nameless
    assert [each.id for each in workflow.reviewers] == [ana, nameless]
    assign_translation(article_id, "es", None, reviewer_id=ana)
    assert view_workflow(article_id, "es").assignee is None
    entries = view_log(find_translation(article_id, "es")[1].id)
    assert [(entry.step, entry.assignee) for entry in entries] == [
        (Step.ASSIGN, ""),
        (Step.ASSIGN, f"Reviewer {nameless}"),
    ]
    assert view_workflow(article_id, "es").last is None, "an assignment moves nothing"


def test_nobody_is_assigned_who_is_not_there(article_id, ana):
    with pytest.raises(NotFound, match="no such reviewer"):
        assign_translation(article_id, "es", 999, reviewer_id=ana)


def test_of_two_who_approve_at_once_both_find_it_approved_and_one_is_in_the_log(app, article_id, ana):
    move(article_id, Step.SUBMIT, by=ana)
    luis = rename_reviewer(None, "Luis").id
    gate, problems = threading.Barrier(2), []

    def approve(who):
        with app.app_context():
            gate.wait()
            try:
                move(article_id, Step.APPROVE, by=who)
            except Exception as error:
                problems.append(error)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=approve, args=(who,)) for who in (ana, luis)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.rollback()
    assert problems == []
    assert [entry[0] for entry in log(article_id)] == [Step.APPROVE, Step.SUBMIT]
