"""The moves of a translation: a table of who may do what when, and a machine that tries everything."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from workbench.review import (
    MOVES,
    Obstacle,
    Standing,
    Step,
    TranslationState,
    find_obstacle,
    possible_moves,
    state_after_edit,
)

DRAFT, IN_REVIEW, APPROVED = TranslationState
ANA, LUIS = 1, 2


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (DRAFT, (Step.SUBMIT,)),
        (IN_REVIEW, (Step.APPROVE, Step.WITHDRAW)),
        (APPROVED, (Step.REOPEN,)),
    ],
)
def test_the_moves_of_each_state(state, moves):
    assert possible_moves(state) == moves
    for step in Step:
        wrong = find_obstacle(Standing(state), step, reviewer_id=ANA) is Obstacle.WRONG_STATE
        assert wrong is (step not in moves)


@pytest.mark.parametrize(
    ("pending", "blocking", "assignee", "reason", "obstacle"),
    [
        (0, 0, None, "", None),
        (0, 0, ANA, "", None),
        (0, 0, LUIS, "", Obstacle.ASSIGNED_TO_ANOTHER),
        (1, 0, None, "", Obstacle.PENDING),
        (1, 0, None, "The editor wants it so.", Obstacle.PENDING),
        (0, 2, None, "", Obstacle.NO_REASON),
        (0, 2, None, " \n\t", Obstacle.NO_REASON),
        (0, 2, None, "The figure is from the agency.", None),
        (0, 2, ANA, "The figure is from the agency.", None),
        (0, 2, LUIS, "The figure is from the agency.", Obstacle.ASSIGNED_TO_ANOTHER),
        (1, 2, None, "The figure is from the agency.", Obstacle.PENDING),
    ],
)
def test_what_holds_an_approval_up(pending, blocking, assignee, reason, obstacle):
    standing = Standing(IN_REVIEW, pending, blocking, assignee)
    assert find_obstacle(standing, Step.APPROVE, reviewer_id=ANA, reason=reason) is obstacle


@pytest.mark.parametrize(("state", "step"), [(DRAFT, Step.SUBMIT), (IN_REVIEW, Step.WITHDRAW), (APPROVED, Step.REOPEN)])
def test_every_other_move_is_everybody_s_and_never_held_up(state, step):
    assert find_obstacle(Standing(state, 3, 3, LUIS), step, reviewer_id=ANA) is None


@pytest.mark.parametrize(("before", "after"), [(DRAFT, DRAFT), (IN_REVIEW, IN_REVIEW), (APPROVED, IN_REVIEW)])
def test_an_edit_undoes_an_approval_and_nothing_else(before, after):
    assert state_after_edit(before) is after


class Review(RuleBasedStateMachine):
    """Two reviewers, an editor who keeps correcting, checks that come and go."""

    def __init__(self):
        super().__init__()
        self.state = DRAFT
        self.pending, self.blocking, self.assignee = 2, 0, None
        self.is_text_approved = False

    @rule(
        move=st.sampled_from(list(Step)),
        who=st.sampled_from([None, ANA, LUIS]),
        reason=st.sampled_from(["", " ", "It is right."]),
    )
    def tries_to_move(self, move, who, reason):
        standing = Standing(self.state, self.pending, self.blocking, self.assignee)
        if find_obstacle(standing, move, reviewer_id=who, reason=reason) is not None:
            return
        before, self.state = MOVES[move]
        assert before is standing.state
        assert self.state is not before
        if self.state is APPROVED:
            assert self.pending == 0
            assert self.blocking == 0 or reason.strip()
            assert self.assignee in (None, who)
        self.is_text_approved = self.state is APPROVED

    @rule(pending=st.integers(0, 2), blocking=st.integers(0, 2))
    def edits(self, pending, blocking):
        self.pending, self.blocking = pending, blocking
        self.state = state_after_edit(self.state)
        self.is_text_approved = False

    @rule(who=st.sampled_from([None, ANA, LUIS]))
    def assigns(self, who):
        self.assignee = who

    @invariant()
    def what_is_called_approved_is_the_text_that_was_approved(self):
        assert (self.state is APPROVED) is self.is_text_approved

    @invariant()
    def there_is_always_a_way_on(self):
        assert possible_moves(self.state)


TestReview = Review.TestCase
