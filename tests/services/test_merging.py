"""Sentences translated together: merging, parting, and everything that reads a translation."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_paired, run_jobs
from workbench.errors import BadInput
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import Origin, SegmentState
from workbench.services.checking import check_translation
from workbench.services.export import export_translation
from workbench.services.following import view_changes
from workbench.services.memory_lists import list_entries
from workbench.services.merged import spread_texts
from workbench.services.merging import CannotMerge, merge_with_next, split_at
from workbench.services.restoring import restore_version
from workbench.services.reviewers import rename_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import MergedAway, save_segment, view_history, view_row
from workbench.services.summaries import count_progress
from workbench.services.taking import NothingToUndo
from workbench.services.translation_versions import name_version
from workbench.services.translations import find_translation
from workbench.services.undo import ChangedSince, undo_mine, undo_segment
from workbench.services.updates import update_article
from workbench.services.verdicts import measure_article

TEXT = "The cat sleeps. The dog runs. It is late.\n\nNobody knows.\n\nThe cat sleeps. The dog runs. It is late."
SPANISH = {
    "The cat sleeps.": "El gato duerme.",
    "The dog runs.": "El perro corre.",
    "It is late.": "Es tarde.",
    "Nobody knows.": "Nadie lo sabe.",
}
A, B, C = "El gato duerme.", "El perro corre.", "Es tarde."


@pytest.fixture
def article(context):
    """Seven sentences; the last three repeat the first three."""
    return make_paired(TEXT, SPANISH.__getitem__)


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


def seen(article, position):
    return view_row(article, "es", position).version


def merge(article, position, ana):
    return merge_with_next(article, "es", position, seen_version=seen(article, position), reviewer_id=ana)


def split(article, position, ana, before=None):
    return split_at(article, "es", position, before=before, seen_version=seen(article, position), reviewer_id=ana)


def save(article, position, text, ana, *, accept=False):
    return save_segment(
        article, "es", position, text=text, seen_version=seen(article, position), reviewer_id=ana, accept=accept
    )


def step(article, position, ana, *, redo=False):
    return undo_segment(article, "es", position, seen_version=seen(article, position), reviewer_id=ana, is_redo=redo)


def rows_of(article):
    _, translation = find_translation(article, "es")
    return read_rows(translation.id)


def texts(article):
    return [row.target for row in rows_of(article)]


def heads(article):
    return [row.merged_into for row in rows_of(article)]


def exported(article):
    return export_translation(article, "es", "text").data.decode()


def test_one_text_stands_for_both_and_repeats_go_along(article, ana):
    done = merge(article, 1, ana)
    assert done.row.target == f"{A} {B}"
    assert (done.row.members, done.row.whole_source) == ((2,), "The cat sleeps. The dog runs.")
    assert sorted(row.position for row in done.others) == [2, 5, 6]
    assert heads(article) == [None, 1, None, None, None, 5, None]
    assert texts(article) == [f"{A} {B}", "", C, "Nadie lo sabe.", f"{A} {B}", "", C]
    save(article, 1, "El gato duerme y el perro corre.", ana)
    assert view_row(article, "es", 5).target == "El gato duerme y el perro corre."


def test_the_export_has_the_text_once_and_single_spaces(article, ana):
    merge(article, 1, ana)
    save(article, 1, "El gato duerme y el perro corre.", ana)
    assert "El gato duerme y el perro corre. Es tarde." in exported(article)
    assert "  " not in exported(article)
    merge(article, 1, ana)
    assert "El gato duerme y el perro corre. Es tarde.\n" in exported(article)
    assert "dog" not in exported(article)


@pytest.mark.parametrize("position", [3, 4, 7])
def test_there_is_nothing_to_merge_with_at_the_end_of_a_paragraph(article, ana, position):
    with pytest.raises(CannotMerge, match="last sentence"):
        merge(article, position, ana)


def test_several_in_a_row_and_every_way_back(article, ana):
    before = texts(article), heads(article)
    merge(article, 2, ana)
    merge(article, 1, ana)
    assert texts(article)[:3] == [f"{A} {B} {C}", "", ""]
    assert heads(article)[:3] == [None, 1, 1]
    step(article, 1, ana)
    assert texts(article)[:3] == [A, f"{B} {C}", ""]
    assert heads(article)[:3] == [None, None, 2]
    step(article, 1, ana, redo=True)
    assert heads(article) == [None, 1, 1, None, None, 5, 5]
    step(article, 1, ana)
    step(article, 2, ana)
    step(article, 2, ana, redo=True)
    step(article, 1, ana, redo=True)
    assert heads(article) == [None, 1, 1, None, None, 5, 5]
    undo_mine(article, "es", reviewer_id=ana)
    undo_mine(article, "es", reviewer_id=ana)
    assert (texts(article), heads(article)) == before
    assert {row.state for row in rows_of(article)} == {SegmentState.MACHINE}
    assert view_row(article, "es", 5).follows == 1


def test_splitting_gives_the_text_after_the_caret_back(article, ana):
    merge(article, 1, ana)
    save(article, 1, "El gato duerme; el perro, en cambio, corre.", ana)
    split(article, 1, ana, "El gato duerme; ")
    assert texts(article)[:3] == ["El gato duerme;", "el perro, en cambio, corre.", C]
    assert heads(article) == [None] * 7
    step(article, 1, ana)
    assert texts(article)[:2] == ["El gato duerme; el perro, en cambio, corre.", ""]


def test_splitting_one_that_is_not_merged_moves_the_rest_to_the_next(article, ana):
    split(article, 1, ana, "El gato")
    assert texts(article)[:3] == ["El gato", f"duerme. {B}", C]
    assert texts(article)[4:] == ["El gato", f"duerme. {B}", C]


def test_without_a_caret_the_first_sentence_stays(article, ana):
    merge(article, 1, ana)
    merge(article, 1, ana)
    split(article, 1, ana)
    assert (texts(article)[:3], heads(article)[:3]) == ([A, f"{B} {C}", ""], [None, None, 2])


@pytest.mark.parametrize("before", ["", "   ", "El gato duerme. El perro corre.", "Otra cosa", A[:5] + "x"])
def test_something_must_stay_and_something_must_go(article, ana, before):
    merge(article, 1, ana)
    with pytest.raises(CannotMerge):
        split(article, 1, ana, before)
    assert texts(article)[0] == f"{A} {B}"


def test_a_stale_page_merges_nothing(article, ana):
    version = seen(article, 1)
    save(article, 1, "De otra.", ana)
    with pytest.raises(ChangedSince):
        merge_with_next(article, "es", 1, seen_version=version, reviewer_id=ana)
    assert heads(article) == [None] * 7


def test_a_text_typed_into_a_sentence_that_was_merged_away_is_refused_in_words(article, ana):
    merge(article, 1, ana)
    with pytest.raises(MergedAway) as refused:
        save(article, 2, "Mío.", ana)
    assert "together" in str(refused.value)
    with pytest.raises(CannotMerge):
        merge(article, 2, ana)
    step(article, 2, ana)  # to undo it there is to undo the merge
    assert heads(article) == [None] * 7


def test_the_state_follows_the_head_everywhere(article, ana):
    merge(article, 1, ana)
    _, translation = find_translation(article, "es")
    change = translation.change
    save(article, 1, f"{A} {B}", ana, accept=True)
    assert [row.state for row in rows_of(article)][:2] == [SegmentState.ACCEPTED] * 2
    assert count_progress([translation.id])[translation.id].accepted == 4  # two and their repeats
    polled = view_changes(article, "es", change)
    assert [row.position for row in polled.rows] == [1, 2, 5, 6]


def test_the_memory_learns_both_sentences_as_one(article, ana):
    merge(article, 1, ana)
    save(article, 1, "El gato duerme y el perro corre.", ana, accept=True)
    (entry,) = list_entries().items
    assert (entry.source, entry.target) == ("The cat sleeps. The dog runs.", "El gato duerme y el perro corre.")


def test_the_checks_and_the_readability_see_a_whole_translation(article, ana):
    merge(article, 1, ana)
    checked = check_translation(article, "es")
    assert not [finding for finding in checked.findings if "not translated" in finding.message]
    assert checked.target.counts.sentences == 7
    save(article, 1, "El gato duerme y el perro corre.", ana)
    checked = check_translation(article, "es")
    assert checked.target.counts.sentences == 5  # two became one, twice
    measure_article(article)


def test_the_history_of_both_says_what_happened(article, ana):
    merge(article, 1, ana)
    split(article, 1, ana, A)
    for position, after in ((1, [A, f"{A} {B}", A]), (2, [B, "", B])):
        history = view_history(article, "es", position)
        assert [entry.origin for entry in history] == [Origin.SPLIT, Origin.MERGE, Origin.MACHINE]
        assert [entry.after for entry in history] == after


def test_a_repeat_on_its_own_is_left_alone(article, ana):
    save(article, 6, "Propio.", ana)
    merge(article, 1, ana)
    assert texts(article)[4:6] == [A, "Propio."]
    assert [row.follows for row in rows_of(article)][4:6] == [None, None]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        # The group stands as it was, elsewhere: nothing happens to it.
        (
            "Something new came first today.\n\nThe cat sleeps. The dog runs. It is late.\n\nNobody knows.",
            {"The cat sleeps.": "JUNTO", "The dog runs.": "", "It is late.": C},
        ),
        # A member changed, was dropped, or went to another paragraph: both stand alone, and show what stood there.
        ("The cat sleeps. The dog runs away fast. It is late.\n\nNobody knows.", None),
        ("The cat sleeps. It is late.\n\nNobody knows.", None),
        ("The cat sleeps.\n\nThe dog runs. It is late.\n\nNobody knows.", None),
        ("The dog runs. The cat sleeps. It is late.\n\nNobody knows.", None),
        ("The cat sleeps well at night. The dog runs. It is late.\n\nNobody knows.", None),
    ],
)
def test_an_update_keeps_a_group_whole_or_parts_it_and_loses_nothing(context, ana, new, expected):
    article = make_paired("The cat sleeps. The dog runs. It is late.\n\nNobody knows.", SPANISH.__getitem__)
    merge(article, 1, ana)
    save(article, 1, "JUNTO", ana)
    update_article(article, read_pasted(new, max_chars=10_000), reviewer_id=ana, force=True)
    db.session.rollback()
    rows = rows_of(article)
    if expected is not None:
        assert {row.source: row.target for row in rows if row.source in expected} == expected
        assert [row.merged_into is not None for row in rows if row.source == "The dog runs."] == [True]
        return
    assert not [row for row in rows if row.merged_into or row.members]
    parted = [row for row in rows if "cat" in row.source or "dog" in row.source]
    for row in parted:
        assert row.target == SPANISH.get(row.source, "")  # what the model made of it, if it is the same sentence
        assert row.state is (SegmentState.MACHINE if row.target else SegmentState.PENDING)
    assert {row.former_text for row in parted} == {"JUNTO"}
    run_jobs(context)
    assert all(row.target for row in rows_of(article))
    assert "JUNTO" not in texts(article)


def test_a_new_repeat_of_merged_sentences_is_merged_too_and_follows(context, ana):
    article = make_paired("The cat sleeps. The dog runs.\n\nNobody knows.", SPANISH.__getitem__)
    merge(article, 1, ana)
    new = "The cat sleeps. The dog runs.\n\nNobody knows.\n\nThe cat sleeps. The dog runs."
    update_article(article, read_pasted(new, max_chars=10_000), reviewer_id=ana)
    rows = rows_of(article)
    assert [row.merged_into for row in rows] == [None, 1, None, None, 4]
    assert [row.target for row in rows] == [f"{A} {B}", "", "Nadie lo sabe.", f"{A} {B}", ""]
    assert [row.follows for row in rows] == [None, None, None, 1, 2]
    save(article, 1, "El gato duerme y el perro corre.", ana)
    assert texts(article)[3:] == ["El gato duerme y el perro corre.", ""]
    split(article, 1, ana, "El gato duerme")
    assert texts(article)[3:] == ["El gato duerme", "y el perro corre."]


@pytest.mark.parametrize(
    ("lines", "spread"),
    [
        ([], []),
        ([("Uno.", False)], ["Uno."]),
        ([("Uno. Dos.", False), ("", True)], ["Uno.", "Dos."]),
        ([("Uno y dos.", False), ("", True), ("Tres.", False)], ["Uno y dos.", "", "Tres."]),
        ([("Uno. Dos. Tres.", False), ("", True)], ["Uno.", "Dos. Tres."]),
        ([("", False), ("", True)], ["", ""]),
        ([("Uno. Dos.", False)], ["Uno. Dos."]),
    ],
)
def test_a_text_is_dealt_out_for_counting(lines, spread):
    assert spread_texts(lines, "es") == spread


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["merge", "split", "undo", "redo", "mine", "save"]), st.integers(1, 7)), max_size=12
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_whatever_is_done_no_word_is_lost_and_each_member_has_a_head(context, ana, actions):
    article = make_paired(
        "One is here. Two is here. Three is here. Four is here.\n\nFive is here. Six is here. Seven is here.",
        lambda sentence: sentence.replace("is", "está"),
    )
    words = sorted(exported(article).split())
    for action, position in actions:
        try:
            if action == "merge":
                merge(article, position, ana)
            elif action == "split":
                split(article, position, ana, view_row(article, "es", position).target.partition(" ")[0] or "x")
            elif action == "mine":
                undo_mine(article, "es", reviewer_id=ana)
            elif action == "save":
                text = view_row(article, "es", position).target
                save(article, position, text or "x", ana, accept=True)
            else:
                step(article, position, ana, redo=action == "redo")
        except BadInput:
            db.session.rollback()
        rows = {row.position: row for row in rows_of(article)}
        for row in rows.values():
            assert bool(row.target) is (row.merged_into is None)
            if row.merged_into:
                assert row.position in rows[row.merged_into].members
                assert all(
                    rows[place].merged_into == row.merged_into for place in range(row.merged_into + 1, row.position)
                )
        assert sorted(exported(article).split()) == words
    json.dumps([row.target for row in rows_of(article)])


def test_a_named_version_brings_back_how_sentences_were_merged(article, ana):
    parted = name_version(article, "es", "Parted", reviewer_id=ana)
    merge(article, 1, ana)
    merged = name_version(article, "es", "Merged", reviewer_id=ana)
    text = exported(article)
    restore_version(article, "es", parted, reviewer_id=ana)
    assert (texts(article)[:2], heads(article)) == ([A, B], [None] * 7)
    assert exported(article) == text  # the same words, in two sentences again
    restore_version(article, "es", merged, reviewer_id=ana)
    assert (texts(article)[:2], heads(article)[:3]) == ([f"{A} {B}", ""], [None, 1, None])
    assert exported(article) == text
    undo_mine(article, "es", reviewer_id=ana)
    assert (texts(article)[:2], heads(article)[:3]) == ([A, B], [None, None, None])


def test_a_repeat_of_the_second_sentence_alone_goes_its_own_way(article, ana):
    save(article, 5, "Otro gato.", ana)
    merge(article, 1, ana)
    assert view_row(article, "es", 6).follows is None
    split(article, 1, ana, "El gato duerme. El")
    save(article, 2, "Ladra.", ana)
    assert view_row(article, "es", 6).target == B


def test_undoing_one_sentence_of_a_version_that_merged_it_takes_the_whole_version_back(article, ana):
    merge(article, 1, ana)
    merged = name_version(article, "es", "Merged", reviewer_id=ana)
    step(article, 1, ana)
    save(article, 4, "Nadie.", ana)
    before = exported(article)
    restore_version(article, "es", merged, reviewer_id=ana)
    step(article, 1, ana)
    assert (texts(article)[:2], heads(article)) == ([A, B], [None] * 7)
    assert exported(article) == before
    step(article, 2, ana, redo=True)
    assert (texts(article)[:4], heads(article)[:3]) == ([f"{A} {B}", "", C, "Nadie lo sabe."], [None, 1, None])
    save(article, 4, "Nadie.", ana)
    with pytest.raises(NothingToUndo):
        step(article, 1, ana)
    assert texts(article)[:2] == [f"{A} {B}", ""]


def test_a_save_after_a_merge_is_undone_alone(article, ana):
    merge(article, 1, ana)
    save(article, 1, "El gato duerme y el perro corre.", ana)
    step(article, 5, ana)
    step(article, 1, ana)
    assert texts(article)[:2] == [f"{A} {B}", ""]
    assert heads(article)[:2] == [None, 1]
