from datetime import timedelta

import pytest

from tests.factories import LONGEST, SHORT, SPANISH, make_article, make_paired, make_translated, run_jobs
from workbench.errors import InvalidField, NotFound, SourceChanged
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import Step, TranslationState
from workbench.services.comment_views import view_comments
from workbench.services.comments import (
    LONGEST_COMMENT,
    NotYours,
    add_comment,
    purge_comments,
    remove_comment,
    resolve_comment,
)
from workbench.services.following import view_changes
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import view_row
from workbench.services.translations import find_translation, start_translation
from workbench.services.updates import update_article
from workbench.services.versions import undo_update
from workbench.services.workflow import move_translation
from workbench.services.workflow_view import view_workflow
from workbench.tables import Comment
from workbench.tables.types import now


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


@pytest.fixture
def luis(context):
    return rename_reviewer(None, "Luis").id


@pytest.fixture
def article_id(context):
    return make_paired(SHORT, SPANISH.__getitem__)


def say(article_id, text, *, by, position=1, **options):
    return add_comment(article_id, "es", position, text=text, reviewer_id=by, **options)


def threads(article_id, position=1, *, by=None):
    return view_comments(article_id, "es", position, reviewer_id=by).threads


def said(article_id, position=1):
    return [
        (thread.remark.text, [answer.text for answer in thread.answers], thread.is_open)
        for thread in threads(article_id, position)
    ]


def test_a_remark_is_answered_resolved_and_opened_again(article_id, ana, luis):
    say(article_id, " Is “duerme” right?\r\nOr “dormita”? ", by=ana)
    (thread,) = threads(article_id)
    say(article_id, "Duerme.", by=luis, parent_id=thread.remark.id)
    (thread,) = threads(article_id, by=luis)
    assert thread.remark.text == "Is “duerme” right?\nOr “dormita”?"
    assert [(each.reviewer, each.is_mine) for each in (thread.remark, *thread.answers)] == [
        ("Ana", False),
        ("Luis", True),
    ]
    assert view_row(article_id, "es", 1).open_comments == 2

    resolve_comment(article_id, "es", thread.remark.id, reviewer_id=luis)
    (thread,) = threads(article_id)
    assert (thread.is_open, thread.resolved_by) == (False, "Luis")
    assert view_row(article_id, "es", 1).open_comments == 0
    resolve_comment(article_id, "es", thread.remark.id, reviewer_id=ana, is_open=True)
    assert view_row(article_id, "es", 1).open_comments == 2


def test_an_answer_to_an_answer_is_one_to_the_remark_and_opens_it_again(article_id, ana, luis):
    say(article_id, "One.", by=ana)
    (thread,) = threads(article_id)
    say(article_id, "Two.", by=luis, parent_id=thread.remark.id)
    resolve_comment(article_id, "es", thread.remark.id, reviewer_id=luis)
    say(article_id, "Three.", by=ana, parent_id=threads(article_id)[0].answers[0].id)
    assert said(article_id) == [("One.", ["Two.", "Three."], True)]


def test_every_desk_hears_of_a_comment_and_no_edit_becomes_stale(article_id, ana):
    seen = find_translation(article_id, "es")[1].change
    version = view_row(article_id, "es", 2).version
    say(article_id, "Look here.", by=ana, position=2)
    changes = view_changes(article_id, "es", seen)
    assert [(row.position, row.open_comments, row.version) for row in changes.rows] == [(2, 1, version)]
    assert [view_row(article_id, "es", position).open_comments for position in (1, 3)] == [0, 0]


def test_a_comment_leaves_an_approval_alone(article_id, ana):
    for step in (Step.SUBMIT, Step.APPROVE):
        move_translation(article_id, "es", step, reviewer_id=ana)
    say(article_id, "Well done.", by=ana)
    assert view_workflow(article_id, "es").state is TranslationState.APPROVED


@pytest.mark.parametrize("text", ["", " \r\n\t ", "x" * (LONGEST_COMMENT + 1), "a\0b"])
def test_what_cannot_be_said_is_refused(article_id, ana, text):
    with pytest.raises(InvalidField) as refused:
        say(article_id, text, by=ana)
    assert refused.value.field == "comment"
    assert said(article_id) == []


@pytest.mark.parametrize("text", ["x" * LONGEST_COMMENT, "<script>alert(1)</script>", "שלום 🙂 漢字", "a\n\n\nb"])
def test_what_is_said_stands_there_as_it_was_said(article_id, ana, text):
    say(article_id, text, by=ana)
    assert said(article_id) == [(text, [], True)]


def test_only_the_author_takes_a_comment_back_and_can_bring_it_back(article_id, ana, luis):
    say(article_id, "Mine.", by=ana)
    comment_id = threads(article_id)[0].remark.id
    with pytest.raises(NotYours):
        remove_comment(article_id, "es", comment_id, reviewer_id=luis)
    remove_comment(article_id, "es", comment_id, reviewer_id=ana)
    assert said(article_id) == []
    assert view_row(article_id, "es", 1).open_comments == 0
    with pytest.raises(NotYours):
        remove_comment(article_id, "es", comment_id, reviewer_id=luis, is_back=True)
    remove_comment(article_id, "es", comment_id, reviewer_id=ana, is_back=True)
    assert said(article_id) == [("Mine.", [], True)]


def test_a_deleted_remark_with_answers_keeps_its_place_without_its_words(article_id, ana, luis):
    say(article_id, "Mine.", by=ana)
    comment_id = threads(article_id)[0].remark.id
    say(article_id, "An answer.", by=luis, parent_id=comment_id)
    remove_comment(article_id, "es", comment_id, reviewer_id=ana)
    assert said(article_id) == [("", ["An answer."], True)]
    assert view_row(article_id, "es", 1).open_comments == 1


def test_deleted_comments_go_for_good_after_the_undo_time_answers_first(context, article_id, ana):
    say(article_id, "Old.", by=ana)
    comment_id = threads(article_id)[0].remark.id
    say(article_id, "Its answer.", by=ana, parent_id=comment_id)
    say(article_id, "Stays.", by=ana)
    for id_ in (comment_id, threads(article_id)[0].answers[0].id):
        remove_comment(article_id, "es", id_, reviewer_id=ana)
    purge_comments()
    assert db.session.query(Comment).count() == 3
    db.session.query(Comment).filter(Comment.deleted_at.is_not(None)).update(
        {"deleted_at": now() - timedelta(days=400)}
    )
    db.session.commit()
    purge_comments()
    purge_comments()
    assert [comment.text for comment in db.session.query(Comment)] == ["Stays."]


@pytest.mark.parametrize("act", ["answer", "resolve", "remove"])
def test_a_comment_of_another_sentence_is_not_found(article_id, ana, act):
    other = make_paired("Another one.", str.upper)
    say(other, "There.", by=ana)
    comment_id = threads(other)[0].remark.id
    with pytest.raises(NotFound):
        if act == "answer":
            say(article_id, "Here.", by=ana, parent_id=comment_id)
        elif act == "resolve":
            resolve_comment(article_id, "es", comment_id, reviewer_id=ana)
        else:
            remove_comment(article_id, "es", comment_id, reviewer_id=ana)


def test_an_answer_is_not_resolved_alone(article_id, ana):
    say(article_id, "One.", by=ana)
    say(article_id, "Two.", by=ana, parent_id=threads(article_id)[0].remark.id)
    with pytest.raises(NotFound):
        resolve_comment(article_id, "es", threads(article_id)[0].answers[0].id, reviewer_id=ana)


def test_comments_follow_their_sentence_through_an_update(context, ana):
    article_id = make_translated(context, SHORT)
    key = view_row(article_id, "es", 1).key
    for position, text in ((1, "On the cat."), (2, "On the dog."), (3, "On the hour.")):
        say(article_id, text, by=ana, position=position)
    update_article(article_id, read_pasted("The dog runs.\n\nThe old cat sleeps.", max_chars=LONGEST), force=True)
    run_jobs(context)
    assert said(article_id, 1) == [("On the dog.", [], True)]
    assert said(article_id, 2) == [("On the cat.", [], True)]
    with pytest.raises(SourceChanged):
        say(article_id, "Too late.", by=ana, seen_key=key)


def test_comments_of_a_dropped_sentence_come_back_with_it(context, ana, luis):
    article_id = make_translated(context, SHORT)
    say(article_id, "On the hour.", by=ana, position=3)
    say(article_id, "An answer.", by=luis, position=3, parent_id=threads(article_id, 3)[0].remark.id)
    resolve_comment(article_id, "es", threads(article_id, 3)[0].remark.id, reviewer_id=luis)
    before = threads(article_id, 3)
    update_article(article_id, read_pasted("The cat sleeps. The dog runs.", max_chars=LONGEST))
    assert db.session.query(Comment).count() == 0
    undo_update(article_id, 2)
    (thread,) = threads(article_id, 3)
    assert said(article_id, 3) == [("On the hour.", ["An answer."], False)]
    assert (thread.resolved_by, thread.resolved_at) == ("Luis", before[0].resolved_at)
    assert [each.at for each in (thread.remark, *thread.answers)] == [
        each.at for each in (before[0].remark, *before[0].answers)
    ]


def test_comments_of_a_dropped_sentence_that_waits_come_back_with_it(context, ana):
    article_id = make_article(SHORT)
    start_translation(article_id, "es")
    say(article_id, "On the hour.", by=ana, position=3)
    update_article(article_id, read_pasted("The cat sleeps. The dog runs.", max_chars=LONGEST))
    assert db.session.query(Comment).count() == 0
    undo_update(article_id, 2)
    assert said(article_id, 3) == [("On the hour.", [], True)]
