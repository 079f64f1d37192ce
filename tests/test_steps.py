"""The stacks of undo and redo, against an editor that keeps them itself."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review import Origin, SegmentState
from workbench.steps import trace_steps

ACTIONS = st.lists(st.one_of(st.sampled_from(["undo", "redo", "accept"]), st.integers(0, 3)), max_size=40)


@dataclass
class Line:
    id: int
    origin: Origin
    before: str
    after: str
    state: SegmentState = SegmentState.EDITED
    reviewer_id: int | None = 1
    change: int | None = None


def lines(*entries):
    """Make revisions from (origin, after) pairs; each begins where the one before ended."""
    made, before = [], ""
    for number, (origin, after, *state) in enumerate(entries, 1):
        made.append(Line(number, origin, before, after, *state, change=number))
        before = after
    return made


def texts(stack):
    return [step.text for step in stack]


M, R, U, Y = Origin.MACHINE, Origin.REVIEWER, Origin.UNDO, Origin.REDO


@pytest.mark.parametrize(
    ("entries", "now", "undo", "redo"),
    [
        ([], None, [], []),
        ([(M, "m")], "m", [], []),
        ([(M, "m"), (R, "a")], "a", ["m"], []),
        ([(M, "m"), (R, "a"), (R, "b")], "b", ["m", "a"], []),
        ([(M, "m"), (R, "a"), (U, "m")], "m", [], ["a"]),
        ([(M, "m"), (R, "a"), (U, "m"), (Y, "a")], "a", ["m"], []),
        ([(M, "m"), (R, "a"), (U, "m"), (R, "b")], "b", ["m"], []),
        ([(M, "m"), (R, "a"), (R, "b"), (U, "a"), (U, "m"), (Y, "a")], "a", ["m"], ["b"]),
        # Somebody else's undo, of what never was here: an ordinary change.
        ([(M, "m"), (R, "a"), (U, "elsewhere")], "elsewhere", ["m", "a"], []),
        ([(M, "m"), (U, "x")], "x", ["m"], []),
        ([(M, "m"), (Y, "x")], "x", ["m"], []),
        # An update took the sentence's text away: what stood before belongs to another sentence.
        ([(M, "m"), (R, "a"), (Origin.UPDATE, ""), (M, "n")], "n", [], []),
        ([(M, "m"), (R, "a"), (Origin.UPDATE, ""), (M, "n"), (R, "b")], "b", ["n"], []),
        # Merged with the sentence before it, and taken back.
        ([(M, "m"), (Origin.MERGE, "")], "", ["m"], []),
        ([(M, "m"), (Origin.MERGE, ""), (U, "m")], "m", [], [""]),
        ([(M, "m"), (Origin.MERGE, ""), (Origin.SPLIT, "s")], "s", ["m", ""], []),
        ([(M, "m"), (Origin.MEMORY, "k"), (Origin.RESTORE, "m")], "m", ["m", "k"], []),
    ],
)
def test_the_stacks(entries, now, undo, redo):
    steps = trace_steps(lines(*entries))
    assert (steps.now and steps.now.text, texts(steps.undo), texts(steps.redo)) == (now, undo, redo)


def test_a_change_of_state_alone_is_a_step_and_knows_whose_it_was():
    steps = trace_steps(lines((M, "m", SegmentState.MACHINE, None), (R, "m", SegmentState.ACCEPTED, 7)))
    assert (steps.now.state, steps.now.reviewer_id) == (SegmentState.ACCEPTED, 7)
    assert [(step.state, step.origin, step.reviewer_id) for step in steps.undo] == [(SegmentState.MACHINE, M, None)]


@given(ACTIONS)
def test_it_does_what_an_editor_does(actions):
    made = [Line(1, M, "", "m", SegmentState.MACHINE, None)]
    model, redo = [("m", SegmentState.MACHINE)], []
    for action in actions:
        text, state = model[-1]
        if action == "undo":
            if len(model) == 1:
                continue
            redo.append(model.pop())
        elif action == "redo":
            if not redo:
                continue
            model.append(redo.pop())
        else:
            is_same = action == "accept"
            model.append((text, SegmentState.ACCEPTED) if is_same else (f"t{action}", SegmentState.EDITED))
            redo.clear()
        origin = {"undo": U, "redo": Y}.get(action, R)
        made.append(Line(len(made) + 1, origin, text, *model[-1]))
        steps = trace_steps(made)
        assert (steps.now.text, steps.now.state) == model[-1]
        assert [(step.text, step.state) for step in steps.undo] == model[:-1]
        assert [(step.text, step.state) for step in steps.redo] == redo
