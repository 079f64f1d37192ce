"""Undo and redo over saves: one sentence, one write, one's own last write; and repeats, states and stale pages."""

import pytest

from tests.factories import make_paired
from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.memory_lists import list_entries
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.taking import NothingToUndo
from workbench.services.undo import ChangedSince, undo_change, undo_mine, undo_segment, view_steps
from workbench.services.views.undo import StepsView

TEXT = "The cat sleeps. The dog runs.\n\nIt is late.\n\nThe cat sleeps. The dog runs."


@pytest.fixture
def article(context):
    """Five sentences with made-up translations; the fourth and fifth repeat the first and second."""
    return make_paired(TEXT, lambda sentence: f"es {sentence}")


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


@pytest.fixture
def luis(context):
    return rename_reviewer(None, "Luis").id


def save(article, position, text, reviewer, *, accept=False):
    seen = view_row(article, "es", position).version
    return save_segment(article, "es", position, text=text, seen_version=seen, reviewer_id=reviewer, accept=accept)


def step(article, position, reviewer, *, redo=False, seen=None):
    seen = view_row(article, "es", position).version if seen is None else seen
    return undo_segment(article, "es", position, seen_version=seen, reviewer_id=reviewer, is_redo=redo)


def stands(article, position):
    row = view_row(article, "es", position)
    return row.target, row.state


def test_undo_and_redo_go_through_the_saves_text_and_state(article, ana):
    machine = view_row(article, "es", 3).target
    save(article, 3, "Uno.", ana)
    save(article, 3, "Uno.", ana, accept=True)
    save(article, 3, "Dos.", ana)
    assert view_steps(article, "es", 3) == StepsView(can_undo=True, can_redo=False)
    walked = []
    while view_steps(article, "es", 3).can_undo:
        undone = step(article, 3, ana)
        walked.append((undone.row.target, undone.row.state))
    assert walked == [
        ("Uno.", SegmentState.ACCEPTED),
        ("Uno.", SegmentState.EDITED),
        (machine, SegmentState.MACHINE),
    ]
    with pytest.raises(NothingToUndo):
        step(article, 3, ana)
    while view_steps(article, "es", 3).can_redo:
        step(article, 3, ana, redo=True)
    assert stands(article, 3) == ("Dos.", SegmentState.EDITED)
    with pytest.raises(NothingToUndo):
        step(article, 3, ana, redo=True)


def test_an_edit_after_an_undo_clears_what_could_be_redone(article, ana):
    save(article, 3, "Uno.", ana)
    step(article, 3, ana)
    save(article, 3, "Dos.", ana)
    assert view_steps(article, "es", 3) == StepsView(can_undo=True, can_redo=False)


def test_the_history_keeps_both_and_says_so(article, ana):
    save(article, 3, "Uno.", ana)
    step(article, 3, ana)
    step(article, 3, ana, redo=True)
    origins = [entry.origin for entry in view_history(article, "es", 3)]
    assert origins == [Origin.REDO, Origin.UNDO, Origin.REVIEWER, Origin.MACHINE]


def test_the_model_s_text_is_the_model_s_again(article, ana):
    before = view_row(article, "es", 3)
    save(article, 3, "Uno.", ana)
    row = step(article, 3, ana).row
    assert (row.origin, row.confidence, row.state) == (before.origin, before.confidence, before.state)


def test_a_stale_page_undoes_nothing(article, ana, luis):
    save(article, 3, "Uno.", ana)
    seen = view_row(article, "es", 3).version
    save(article, 3, "Dos.", luis)
    with pytest.raises(ChangedSince, match="Luis saved this sentence meanwhile"):
        step(article, 3, ana, seen=seen)
    assert stands(article, 3)[0] == "Dos."


def test_repeats_go_along_and_one_s_own_text_stays(article, ana):
    machine = stands(article, 4)
    save(article, 1, "Uno.", ana)
    save(article, 5, "Propio.", ana)
    assert view_row(article, "es", 4).target == "Uno."
    undone = step(article, 1, ana)
    assert [row.position for row in undone.others] == [4]
    assert stands(article, 4) == machine
    save(article, 2, "Dos.", ana)
    step(article, 2, ana)
    assert view_row(article, "es", 5).target == "Propio."


def test_a_repeat_that_went_its_own_way_follows_again_when_that_is_undone(article, ana):
    save(article, 4, "Propio.", ana)
    assert view_row(article, "es", 4).follows is None
    step(article, 4, ana)
    assert view_row(article, "es", 4).follows == 1
    save(article, 1, "Uno.", ana)
    assert view_row(article, "es", 4).target == "Uno."


def test_the_memory_keeps_what_was_accepted(article, ana):
    save(article, 3, "Es tarde.", ana, accept=True)
    step(article, 3, ana)
    assert [entry.target for entry in list_entries().items] == ["Es tarde."]


def test_a_write_is_taken_back_whole_but_for_what_was_changed_since(article, ana, luis):
    saved = save(article, 1, "Uno.", ana)  # the fourth sentence follows
    save(article, 4, "De Luis.", luis)
    report = undo_change(article, "es", saved.change, reviewer_id=ana)
    assert (report.undone, report.left) == (1, 1)
    assert stands(article, 1)[1] is SegmentState.MACHINE
    assert stands(article, 4)[0] == "De Luis."
    again = undo_change(article, "es", report.change, reviewer_id=ana)  # to undo an undo is to redo
    assert (again.undone, again.left) == (1, 0)
    assert stands(article, 1) == ("Uno.", SegmentState.EDITED)
    assert undo_change(article, "es", again.change, reviewer_id=ana).undone == 1
    assert stands(article, 1)[1] is SegmentState.MACHINE


@pytest.mark.parametrize("change", [0, -1, 10**12])
def test_a_write_that_never_was_is_nothing_to_take_back(article, ana, change):
    report = undo_change(article, "es", change, reviewer_id=ana)
    assert (report.undone, report.left, report.change) == (0, 0, None)


def test_the_machine_s_write_stays(article, ana):
    (first,) = view_history(article, "es", 3)
    report = undo_change(article, "es", 1, reviewer_id=ana)
    assert report.undone == 0
    assert view_row(article, "es", 3).target == first.after


def test_mine_is_undone_newest_first_across_the_article_and_others_stay(article, ana, luis):
    save(article, 1, "Uno.", ana)
    save(article, 3, "De Luis.", luis)
    save(article, 2, "Dos.", ana)
    positions = []
    while (undone := undo_mine(article, "es", reviewer_id=ana)) is not None:
        positions.append((undone.row.position, [row.position for row in undone.others]))
    assert positions == [(2, [5]), (1, [4])]
    assert stands(article, 3)[0] == "De Luis."
    redone = []
    while (again := undo_mine(article, "es", reviewer_id=ana, is_redo=True)) is not None:
        redone.append(again.row.target)
    assert redone == ["Uno.", "Dos."]
    assert undo_mine(article, "es", reviewer_id=luis).row.position == 3


def test_several_of_one_sentence_are_redone_in_the_order_in_which_they_were_done(article, ana):
    for text in ("Uno.", "Dos.", "Tres."):
        save(article, 3, text, ana)
    save(article, 1, "Otra.", ana)
    while undo_mine(article, "es", reviewer_id=ana) is not None:
        pass
    redone = []
    while (again := undo_mine(article, "es", reviewer_id=ana, is_redo=True)) is not None:
        redone.append(again.row.target)
    assert redone == ["Uno.", "Dos.", "Tres.", "Otra."]


def test_mine_under_somebody_else_s_later_save_is_left_alone(article, ana, luis):
    save(article, 3, "De Ana.", ana)
    save(article, 3, "De Luis.", luis)
    assert undo_mine(article, "es", reviewer_id=ana) is None
    assert stands(article, 3)[0] == "De Luis."


def test_every_undo_counts_as_a_write_so_that_other_desks_hear_of_it(article, ana):
    saved = save(article, 3, "Uno.", ana)
    undone = step(article, 3, ana)
    assert undone.change == saved.change + 1
    db.session.rollback()
