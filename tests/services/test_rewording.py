"""Replacing in a whole translation: one write, what was seen, repeats, and the way back."""

from __future__ import annotations

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.factories import make_paired
from workbench.errors import BadInput
from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.search import BadPattern, Query
from workbench.services.find import Sides, find_in_article
from workbench.services.following import view_changes
from workbench.services.merging import merge_with_next
from workbench.services.reviewers import ensure_reviewer
from workbench.services.rewording import MOST_SENTENCES, Rewording, preview_rewording, replace_found
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment
from workbench.services.translations import find_translation
from workbench.services.undo import undo_change
from workbench.services.views.filters import read_choice
from workbench.services.views.find import Preview, Replaced, Seen
from workbench.tables import Revision

SOURCE = "The cat sleeps.\n\nThe dog and the cat run.\n\nIt is late.\n\nThe cat sleeps."
TARGETS = {
    "The cat sleeps.": "El gato duerme.",
    "The dog and the cat run.": "El perro y el gato, Gato grande, corren.",
    "It is late.": "Es tarde.",
}


def make(source: str = SOURCE) -> int:
    return make_paired(source, lambda sentence: TARGETS.get(sentence, sentence))


def texts(article_id: int) -> list[tuple[str, SegmentState, int | None]]:
    db.session.rollback()
    _, translation = find_translation(article_id, "es")
    return [(row.target, row.state, row.follows) for row in read_rows(translation.id)]


def seen(preview: Preview) -> list[Seen]:
    return [Seen(each.row.position, each.row.version, each.row.key) for each in preview.sentences]


def replace(article_id: int, rewording: Rewording, chosen: list[Seen] | None = None) -> Replaced:
    if chosen is None:
        chosen = seen(preview_rewording(article_id, "es", rewording))
    return replace_found(article_id, "es", rewording, chosen, reviewer_id=ensure_reviewer(None).id)


CAT = Rewording(Query("gato", whole_words=True), "felino", keeps_case=True)


def test_a_preview_tells_what_would_change_and_changes_nothing(context):
    article_id = make()
    before = texts(article_id)
    preview = preview_rewording(article_id, "es", CAT)
    assert [(each.row.position, each.text, each.hits, each.repeats) for each in preview.sentences] == [
        (1, "El felino duerme.", 1, (4,)),
        (2, "El perro y el felino, Felino grande, corren.", 2, ()),
    ]
    assert texts(article_id) == before


def test_all_is_one_write_and_repeats_follow(context):
    article_id = make()
    done = replace(article_id, CAT)
    assert (done.hits, [row.position for row in done.rows], done.left) == (4, [1, 2, 4], ())
    assert texts(article_id) == [
        ("El felino duerme.", SegmentState.EDITED, None),
        ("El perro y el felino, Felino grande, corren.", SegmentState.EDITED, None),
        ("Es tarde.", SegmentState.MACHINE, None),
        ("El felino duerme.", SegmentState.EDITED, 1),
    ]
    revisions = db.session.execute(select(Revision.origin, Revision.change).where(Revision.change == done.change)).all()
    assert [tuple(each) for each in revisions] == [
        (Origin.REPLACE, done.change),
        (Origin.REPEAT, done.change),
        (Origin.REPLACE, done.change),
    ]
    assert done.progress.edited == 3
    changes = view_changes(article_id, "es", done.change - 1)
    assert [row.position for row in changes.rows] == [1, 2, 4]


def test_all_of_it_is_taken_back_at_once_and_can_be_done_again(context):
    article_id = make()
    reviewer = ensure_reviewer(None).id
    first = read_rows(find_translation(article_id, "es")[1].id)[1]
    save_segment(article_id, "es", 2, text=first.target, seen_version=first.version, reviewer_id=reviewer, accept=True)
    before = texts(article_id)
    done = replace(article_id, CAT)
    after = texts(article_id)
    report = undo_change(article_id, "es", done.change, reviewer_id=reviewer)
    assert (report.undone, report.left) == (3, 0)
    assert texts(article_id) == before
    assert before[1][1] is SegmentState.ACCEPTED
    undo_change(article_id, "es", report.change, reviewer_id=reviewer)
    assert texts(article_id) == after


def test_what_was_changed_since_the_preview_is_left_and_named(context):
    article_id = make()
    chosen = seen(preview_rewording(article_id, "es", CAT))
    save_segment(
        article_id, "es", 2, text="Otro gato.", seen_version=chosen[1].version, reviewer_id=ensure_reviewer(None).id
    )
    done = replace(article_id, CAT, chosen)
    assert [row.position for row in done.rows] == [1, 4]
    assert [(left.position, str(left.reason)) for left in done.left] == [(2, "somebody changed it meanwhile")]
    assert texts(article_id)[1][0] == "Otro gato."


def test_the_text_of_merged_sentences_is_one_text(context):
    article_id = make_paired(
        "The cat sleeps. The dog runs.", lambda s: "El gato duerme." if "cat" in s else "Un gato corre."
    )
    first = read_rows(find_translation(article_id, "es")[1].id)[0]
    merge_with_next(article_id, "es", 1, seen_version=first.version, reviewer_id=ensure_reviewer(None).id)
    done = replace(article_id, CAT)
    assert done.hits == 2
    assert [text for text, _, _ in texts(article_id)] == ["El felino duerme. Un felino corre.", ""]


def test_only_what_is_chosen_is_replaced(context):
    article_id = make()
    done = replace(article_id, CAT, seen(preview_rewording(article_id, "es", CAT))[1:])
    assert [row.position for row in done.rows] == [2]
    nothing = replace(article_id, CAT, [])
    assert (nothing.hits, nothing.rows, nothing.change) == (0, (), None)


@pytest.mark.parametrize("key", ["", "0-00000000", "999999-0a1b2c3d", "x", "1"])
def test_a_sentence_that_is_not_there_is_left(context, key):
    article_id = make()
    done = replace(article_id, CAT, [Seen(1, 1, key)])
    assert (done.rows, [left.position for left in done.left]) == ((), [1])


def test_a_repeat_that_is_replaced_in_alone_goes_its_own_way(context):
    article_id = make()
    follower = read_rows(find_translation(article_id, "es")[1].id)[3]
    done = replace(article_id, CAT, [Seen(4, follower.version, follower.key)])
    assert [row.position for row in done.rows] == [4]
    assert texts(article_id)[0][0] == "El gato duerme."
    assert texts(article_id)[3] == ("El felino duerme.", SegmentState.EDITED, None)


def test_a_sentence_that_would_be_empty_is_told_and_left(context):
    article_id = make()
    rewording = Rewording(Query("Es tarde."), "")
    preview = preview_rewording(article_id, "es", rewording)
    assert [str(each.problem) for each in preview.sentences] == ["A translation cannot be empty."]
    done = replace(article_id, rewording)
    assert (done.rows, len(done.left)) == ((), 1)
    assert texts(article_id)[2][0] == "Es tarde."


def test_a_replacement_that_changes_nothing_is_no_change(context):
    article_id = make()
    same = Rewording(Query("gato", matches_case=True), "gato")
    assert preview_rewording(article_id, "es", same).sentences == ()
    _, translation = find_translation(article_id, "es")
    before = translation.change
    replace(article_id, same, seen(preview_rewording(article_id, "es", CAT)))
    assert find_translation(article_id, "es")[1].change == before


def test_sentences_that_a_filter_hides_are_not_replaced_in(context):
    article_id = make()
    replace(article_id, CAT, seen(preview_rewording(article_id, "es", CAT))[:1])
    rewording = Rewording(Query("e"), "E")
    machine = preview_rewording(article_id, "es", rewording, choice=read_choice(["machine"], []))
    assert [each.row.position for each in machine.sentences] == [2, 3]
    assert [each.position for each in find_in_article(article_id, "es", Query("cat"), sides=Sides.SOURCE)] == [1, 2, 4]


def test_a_pending_sentence_has_nothing_to_find(context):
    article_id = make_paired("One.\n\nTwo.", lambda sentence: "" if sentence == "Two." else "Uno.")
    assert [each.position for each in find_in_article(article_id, "es", Query(".*", is_regex=True))] == [1]


def test_more_than_a_thousand_at_once_are_refused(context):
    article_id = make()
    with pytest.raises(BadInput, match="1000"):
        replace(article_id, CAT, [Seen(1, 1, "")] * (MOST_SENTENCES + 1))


def test_a_pattern_that_hangs_changes_nothing(context):
    article_id = make_paired("A.", lambda _: "a" * 200 + "!")
    before = texts(article_id)
    (row,) = read_rows(find_translation(article_id, "es")[1].id)
    with pytest.raises(BadPattern):
        hanging = Rewording(Query("(a|aa)+$", is_regex=True), "b")
        replace(article_id, hanging, [Seen(1, row.version, row.key)])
    with pytest.raises(BadPattern):
        preview_rewording(article_id, "es", Rewording(Query("(a|aa)+$", is_regex=True), "b"))
    assert texts(article_id) == before


WORDS = st.lists(st.sampled_from(["gato", "Gato", "perro", "él", "🙂", "مرحبا", "a\u0301"]), min_size=1, max_size=5)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.sampled_from(["gato", "g", "él|perro", r"(\w)(\w)", "🙂", "(?=a)"]),
    st.sampled_from(["", "x", "perro", "ñ🙂"]),
)
def test_each_sentence_is_as_the_library_replaces_it_and_undo_gives_all_back(context, sentences, pattern, new):
    targets = [" ".join(words) for words in sentences]
    source = {f"Sentence number {n} is here.": target for n, target in enumerate(targets)}
    article_id = make_paired("\n\n".join(source), lambda sentence: source[sentence])
    before = texts(article_id)
    done = replace(article_id, Rewording(Query(pattern, is_regex=True, matches_case=True), new))
    for (text, _, _), target in zip(texts(article_id), targets, strict=True):
        expected = regex.sub(pattern, new, target).strip()
        assert text == (expected or target)
    if done.change:
        undo_change(article_id, "es", done.change, reviewer_id=ensure_reviewer(None).id)
    assert texts(article_id) == before
