import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import LONGEST, SHORT, SPANISH, long_text, make_paired
from workbench.errors import InvalidField, NotFound, StaleEdit
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import Origin, SegmentState, Step, TranslationState
from workbench.services.merging import merge_with_next
from workbench.services.restoring import restore_version
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.translation_versions import compare_versions, list_named_versions, name_version
from workbench.services.translations import find_translation
from workbench.services.updates import update_article
from workbench.services.version_texts import VersionText, pack_texts, pair_texts, read_texts, unpack_texts
from workbench.services.workflow import move_translation
from workbench.services.workflow_view import view_workflow
from workbench.tables import Revision, TranslationVersion


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


@pytest.fixture
def article_id(context):
    return make_paired(SHORT, SPANISH.__getitem__)


def correct(article_id, position, text, *, by, accept=False):
    row = view_row(article_id, "es", position)
    save_segment(article_id, "es", position, text=text, seen_version=row.version, reviewer_id=by, accept=accept)


def name(article_id, label, *, by):
    return name_version(article_id, "es", label, reviewer_id=by)


def listed(article_id):
    return list_named_versions(find_translation(article_id, "es")[1].id)


def shown(article_id):
    return [(text.text, text.state) for text in read_texts(find_translation(article_id, "es")[1].id)]


def test_a_version_is_what_stood_there_when_it_was_named(article_id, ana):
    correct(article_id, 1, "El gato duerme.", by=ana, accept=True)
    version_id = name(article_id, "  After \n legal ", by=ana)
    (version,) = listed(article_id)
    assert (version.id, version.name, version.kind, version.reviewer) == (version_id, "After legal", "named", "Ana")
    assert compare_versions(article_id, "es", version_id).changes == ()
    correct(article_id, 2, "El perro corre.", by=ana)
    comparison = compare_versions(article_id, "es", version_id)
    (change,) = comparison.changes
    assert (change.position, change.source) == (2, "The dog runs.")
    assert (change.before, change.after) == (SPANISH["The dog runs."], "El perro corre.")
    assert (change.state_before, change.state_after) == (SegmentState.MACHINE, SegmentState.EDITED)
    assert comparison.same == 2


def test_two_versions_are_compared_in_the_order_they_were_kept(article_id, ana):
    first = name(article_id, "One", by=ana)
    correct(article_id, 1, "El gato duerme.", by=ana)
    second = name(article_id, "Two", by=ana)
    correct(article_id, 1, "El gato dormita.", by=ana)
    for one, other in ((first, second), (second, first)):
        comparison = compare_versions(article_id, "es", one, other)
        assert (comparison.older.name, comparison.newer.name) == ("One", "Two")
        assert [change.after for change in comparison.changes] == ["El gato duerme."]


@pytest.mark.parametrize("label", ["", " \n ", "x" * 81, "a\0b"])
def test_a_name_that_cannot_be_stored_is_refused(article_id, ana, label):
    with pytest.raises(InvalidField) as refused:
        name(article_id, label, by=ana)
    assert refused.value.field == "name"
    assert listed(article_id) == ()


def test_bringing_a_version_back_restores_texts_and_states_as_one_change(article_id, ana):
    correct(article_id, 1, "El gato duerme.", by=ana, accept=True)
    before = shown(article_id)
    version_id = name(article_id, "After legal", by=ana)
    luis = rename_reviewer(None, "Luis").id
    correct(article_id, 1, "El gato dormita.", by=luis)
    correct(article_id, 3, "Ya es tarde.", by=luis, accept=True)
    after = shown(article_id)

    restored = restore_version(article_id, "es", version_id, reviewer_id=ana)
    assert restored.sentences == 2
    assert shown(article_id) == before
    changes = {row.change for row in db.session.query(Revision).filter(Revision.origin == Origin.VERSION)}
    assert changes == {find_translation(article_id, "es")[1].change}
    newest = view_history(article_id, "es", 1)[0]
    assert (newest.origin, newest.reviewer, newest.before, newest.after, newest.state) == (
        Origin.VERSION,
        "Ana",
        "El gato dormita.",
        "El gato duerme.",
        SegmentState.ACCEPTED,
    )
    kept = listed(article_id)[0]
    assert (kept.id, kept.kind, kept.name) == (restored.replaced_id, "replaced", "After legal")

    restore_version(article_id, "es", restored.replaced_id, reviewer_id=ana)
    assert shown(article_id) == after


def test_bringing_back_what_stands_there_changes_nothing(article_id, ana):
    version_id = name(article_id, "Now", by=ana)
    seen = find_translation(article_id, "es")[1].change
    assert restore_version(article_id, "es", version_id, reviewer_id=ana).sentences == 0
    assert find_translation(article_id, "es")[1].change == seen
    assert len(listed(article_id)) == 1


def test_what_stands_there_is_kept_once(article_id, ana):
    first = name(article_id, "One", by=ana)
    correct(article_id, 1, "El gato duerme.", by=ana)
    second = name(article_id, "Two", by=ana)
    assert restore_version(article_id, "es", first, reviewer_id=ana).replaced_id == second
    assert len(listed(article_id)) == 2


def test_an_open_editor_does_not_overwrite_what_was_brought_back(article_id, ana):
    version_id = name(article_id, "One", by=ana)
    correct(article_id, 1, "El gato duerme.", by=ana)
    seen = view_row(article_id, "es", 1).version
    restore_version(article_id, "es", version_id, reviewer_id=ana)
    with pytest.raises(StaleEdit):
        save_segment(article_id, "es", 1, text="El gato ronca.", seen_version=seen, reviewer_id=ana)


def test_an_approval_keeps_a_version_and_bringing_another_back_undoes_the_approval(article_id, ana):
    version_id = name(article_id, "One", by=ana)
    correct(article_id, 1, "El gato duerme.", by=ana)
    for step in (Step.SUBMIT, Step.APPROVE):
        move_translation(article_id, "es", step, reviewer_id=ana)
    assert [version.kind for version in listed(article_id)] == ["approved", "named"]
    restore_version(article_id, "es", version_id, reviewer_id=ana)
    assert view_workflow(article_id, "es").state is TranslationState.IN_REVIEW
    assert len(listed(article_id)) == 2, "the approved version is what was replaced"


def test_merged_sentences_come_back_merged_and_parted_ones_parted(article_id, ana):
    apart = name(article_id, "Apart", by=ana)
    seen = view_row(article_id, "es", 1).version
    merge_with_next(article_id, "es", 1, seen_version=seen, reviewer_id=ana)
    merged = shown(article_id)
    assert [text for text, _ in merged] == ["El gato dormía. El perro corría.", "", "Se hizo tarde."]
    together = name(article_id, "Together", by=ana)
    restore_version(article_id, "es", apart, reviewer_id=ana)
    assert [text for text, _ in shown(article_id)] == list(SPANISH.values())
    assert view_row(article_id, "es", 2).merged_into is None
    restore_version(article_id, "es", together, reviewer_id=ana)
    assert shown(article_id) == merged
    assert view_row(article_id, "es", 2).merged_into == 1


def test_merged_sentences_that_an_update_tore_apart_stay_as_they_are(article_id, ana):
    merge_with_next(article_id, "es", 1, seen_version=view_row(article_id, "es", 1).version, reviewer_id=ana)
    together = name(article_id, "Together", by=ana)
    update_article(article_id, read_pasted("The dog runs.\n\nThe cat sleeps.\n\nIt is late.", max_chars=LONGEST))
    correct(article_id, 1, "El perro corre.", by=ana)
    correct(article_id, 2, "El gato duerme.", by=ana)
    correct(article_id, 3, "Ya es tarde.", by=ana)
    assert restore_version(article_id, "es", together, reviewer_id=ana).sentences == 1
    assert [text for text, _ in shown(article_id)] == ["El perro corre.", "El gato duerme.", "Se hizo tarde."]


def test_repeats_part_and_follow_again(context, ana):
    article_id = make_paired("It is late.\n\nThe cat sleeps.\n\nIt is late.", lambda sentence: f"«{sentence}»")
    followed = name(article_id, "Following", by=ana)
    correct(article_id, 3, "Por su cuenta.", by=ana)
    alone = name(article_id, "Alone", by=ana)
    assert view_row(article_id, "es", 3).follows is None
    restore_version(article_id, "es", followed, reviewer_id=ana)
    assert view_row(article_id, "es", 3).follows == 1
    restore_version(article_id, "es", alone, reviewer_id=ana)
    correct(article_id, 1, "Es tarde.", by=ana)
    assert (view_row(article_id, "es", 3).target, view_row(article_id, "es", 3).follows) == ("Por su cuenta.", None)


def test_after_an_update_only_sentences_that_say_the_same_come_back(article_id, ana):
    correct(article_id, 1, "El gato duerme.", by=ana)
    correct(article_id, 2, "El perro corre.", by=ana)
    version_id = name(article_id, "One", by=ana)
    update_article(
        article_id, read_pasted("The dog runs. The old cat sleeps.\n\nIt is late. Good night.", max_chars=LONGEST)
    )
    correct(article_id, 1, "El can corre.", by=ana)
    correct(article_id, 2, "El gato viejo duerme.", by=ana)
    comparison = compare_versions(article_id, "es", version_id)
    found = {change.position: (change.former_source, change.before, change.after) for change in comparison.changes}
    assert found == {
        1: (None, "El perro corre.", "El can corre."),
        2: ("The cat sleeps.", "El gato duerme.", "El gato viejo duerme."),
        4: (None, None, ""),
    }
    assert restore_version(article_id, "es", version_id, reviewer_id=ana).sentences == 1
    assert [text for text, _ in shown(article_id)][:2] == ["El perro corre.", "El gato viejo duerme."]


@pytest.mark.parametrize("wrong", ["another", "none"])
def test_a_version_of_another_translation_is_not_found(article_id, ana, wrong):
    other = make_paired("Another article.", str.upper)
    version_id = name(other, "One", by=ana) if wrong == "another" else 99
    for act in (
        lambda: restore_version(article_id, "es", version_id, reviewer_id=ana),
        lambda: compare_versions(article_id, "es", version_id),
        lambda: compare_versions(article_id, "es", name(article_id, "Mine", by=ana), version_id),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_version_of_two_thousand_sentences_is_small(context, ana):
    article_id = make_paired(long_text(2000, tail=", the minister said on Monday"), lambda sentence: f"«{sentence}»")
    name(article_id, "Long", by=ana)
    stored = db.session.query(TranslationVersion.texts).scalar()
    texts = unpack_texts(stored)
    assert len(texts) == 2000
    assert len(stored) < len(json.dumps([text.text for text in texts])) / 2


words = st.sampled_from(["", "a", "a ", " a", "A", "a\nb", "\0", "é", "é", "漢字", "🙂", "שלום", "\ud800", "a" * 300])
texts = st.lists(
    st.builds(
        VersionText,
        key=st.builds("{}-{:08x}".format, st.integers(1, 4), st.integers(0, 3)),
        source=words,
        text=words,
        state=st.sampled_from(SegmentState),
        origin=st.sampled_from(Origin),
        match=st.none() | st.integers(0, 100),
        is_following=st.booleans(),
    ),
    max_size=8,
)


# A busy machine is no reason to fail.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(texts)
def test_what_is_packed_comes_out_again(some):
    assert unpack_texts(pack_texts(some)) == tuple(some)


@patient
@given(texts, texts)
def test_pairing_loses_and_doubles_nothing(old, new):
    pairs = pair_texts(old, new)
    assert [after for _, after in pairs if after is not None] == new
    assert sorted(map(repr, (before for before, _ in pairs if before is not None))) == sorted(map(repr, old))


@patient
@given(texts)
def test_a_text_is_paired_with_itself(some):
    assert all(before is not None and before.key == after.key for before, after in pair_texts(some, some))


def test_bringing_states_alone_back_leaves_an_approval(article_id, ana):
    version_id = name(article_id, "One", by=ana)
    correct(article_id, 1, view_row(article_id, "es", 1).target, by=ana, accept=True)
    for step in (Step.SUBMIT, Step.APPROVE):
        move_translation(article_id, "es", step, reviewer_id=ana)
    assert restore_version(article_id, "es", version_id, reviewer_id=ana).sentences == 1
    assert view_workflow(article_id, "es").state is TranslationState.APPROVED
