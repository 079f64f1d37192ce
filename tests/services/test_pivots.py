"""Correcting the text in between: the second model alone, whose text stays, and the repeats."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.factories import LONGEST, make_article, make_translated, run_jobs
from tests.packages_builder import build_package
from workbench.errors import BadInput, NotFound, SourceChanged, StaleEdit
from workbench.extensions import workbench
from workbench.formats import read_pasted
from workbench.memory.entries import Entry
from workbench.memory.terms import Term
from workbench.review import Origin, SegmentState
from workbench.services.following import view_changes
from workbench.services.glossary import add_term
from workbench.services.pivots import correct_pivot
from workbench.services.reviewers import ensure_reviewer, rename_reviewer
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.translations import start_translation
from workbench.services.updates import update_article
from workbench.translation.faults import Fault, FaultKind

TEXT = "The people of the city.\n\nIn the end.\n\nThe people of the city."


@pytest.fixture
def chained(context) -> int:
    """An article from Spanish through English into French; its last sentence repeats the first."""
    packages = Path(context.instance_path) / "packages"
    build_package(packages, "es", "en", shift=1)
    build_package(packages, "en", "fr", shift=2)
    article_id = make_article(TEXT, source="es")
    start_translation(article_id, "fr")
    run_jobs(context)
    return article_id


def correct(article_id, position, pivot, *, seen=1, reviewer=None, key=""):
    reviewer_id = reviewer or ensure_reviewer(None).id
    return correct_pivot(
        article_id, "fr", position, pivot=pivot, seen_version=seen, reviewer_id=reviewer_id, seen_key=key
    )


def test_only_the_second_model_is_asked(chained):
    engine = workbench().engine
    before = view_row(chained, "fr", 1)
    assert before.pivot not in (None, before.source, before.target)
    assert before.pivot_language == "en"
    expected = engine.translate_onward("in the end", engine.route("es", "fr"))
    engine._models.keep_only(())
    onward = correct(chained, 1, " in the\n end ")
    assert engine.loaded == 1
    assert (onward.row.pivot, onward.row.target) == ("in the end", expected.text)
    assert onward.row.machine == expected.text
    assert onward.row.score == pytest.approx(expected.score)


def test_an_unreviewed_text_is_replaced_with_a_revision_and_the_repeats_follow(chained):
    ana = rename_reviewer(None, "Ana").id
    before, change = view_row(chained, "fr", 1), view_changes(chained, "fr", 0).change
    onward = correct(chained, 1, "the end", reviewer=ana)
    assert onward.offered is None
    assert onward.row.target != before.target
    assert (onward.row.state, onward.row.origin, onward.row.version) == (SegmentState.MACHINE, Origin.PIVOT, 2)
    assert [(row.position, row.target, row.pivot, row.version) for row in onward.followers] == [
        (3, onward.row.target, "the end", 2)
    ]
    newest = view_history(chained, "fr", 1)[0]
    assert (newest.reviewer, newest.origin, newest.before) == ("Ana", Origin.PIVOT, before.target)
    assert newest.after == onward.row.target
    assert {row.position for row in view_changes(chained, "fr", change).rows} == {1, 3}
    assert view_row(chained, "fr", 2).version == 1


@pytest.mark.parametrize("accept", [True, False])
def test_a_reviewer_s_text_stays_and_the_new_one_is_offered(chained, accept):
    ana = rename_reviewer(None, "Ana").id
    text = view_row(chained, "fr", 1).target if accept else "De Ana."
    save_segment(chained, "fr", 1, text=text, seen_version=1, reviewer_id=ana, accept=accept)
    before = view_row(chained, "fr", 1)
    onward = correct(chained, 1, "the end", seen=2)
    assert (onward.row.target, onward.row.state, onward.row.reviewer) == (before.target, before.state, "Ana")
    assert onward.offered is not None
    assert onward.offered.text == onward.row.machine != before.target
    assert onward.row.pivot == "the end"
    assert [entry.origin for entry in view_history(chained, "fr", 1)] == [Origin.REVIEWER, Origin.MACHINE]
    assert view_row(chained, "fr", 3).target == before.target


def test_an_accepted_repeat_keeps_its_text(chained):
    ana = rename_reviewer(None, "Ana").id
    text = view_row(chained, "fr", 3).target
    save_segment(chained, "fr", 3, text=text, seen_version=1, reviewer_id=ana, accept=True)
    assert view_row(chained, "fr", 3).follows == 1
    onward = correct(chained, 1, "the end")
    repeat = view_row(chained, "fr", 3)
    assert onward.row.target != text
    assert (repeat.target, repeat.state, repeat.origin) == (text, SegmentState.ACCEPTED, Origin.REVIEWER)
    assert (repeat.reviewer, repeat.pivot, repeat.machine) == ("Ana", "the end", onward.row.target)
    assert [entry.origin for entry in view_history(chained, "fr", 3)] == [Origin.REVIEWER, Origin.REPEAT]


class TestAfterAnUpdate:
    def test_a_moved_sentence_is_found_again(self, chained):
        seen, other = view_row(chained, "fr", 1), "At the river."
        update_article(chained, read_pasted(f"{other}\n\n{TEXT}", max_chars=LONGEST))
        onward = correct(chained, 1, "the end", seen=seen.version, key=seen.key)
        assert (onward.row.position, onward.row.pivot, onward.row.key) == (2, "the end", seen.key)
        assert view_row(chained, "fr", 1).source == other

    @pytest.mark.parametrize("position", [1, 3])
    def test_another_sentence_in_its_place_is_left_alone(self, chained, context, position):
        seen = view_row(chained, "fr", position)
        text = TEXT.replace("The people of the city.", "A bridge stands here.")
        update_article(chained, read_pasted(text, max_chars=LONGEST), force=True)
        run_jobs(context)
        before = view_row(chained, "fr", position)
        with pytest.raises(SourceChanged):
            correct(chained, position, "the end", seen=before.version, key=seen.key)
        assert view_row(chained, "fr", position) == before

    def test_an_update_while_the_model_works_is_noticed(self, chained, monkeypatch):
        engine, seen = workbench().engine, view_row(chained, "fr", 1)
        work = engine.translate_onward

        def work_slowly(*args, **options):
            update_article(chained, read_pasted("In the end.", max_chars=LONGEST), force=True)
            return work(*args, **options)

        monkeypatch.setattr(engine, "translate_onward", work_slowly)
        with pytest.raises(SourceChanged):
            correct(chained, 1, "the end", key=seen.key)
        assert view_row(chained, "fr", 1).pivot != "the end"


def test_a_stale_correction_changes_nothing(chained):
    correct(chained, 1, "the end", reviewer=rename_reviewer(None, "Ana").id)
    before = view_row(chained, "fr", 1)
    with pytest.raises(StaleEdit) as stale:
        correct(chained, 1, "the city", seen=1)
    assert (stale.value.theirs, stale.value.mine, stale.value.version) == ("the end", "the city", 2)
    assert stale.value.author == "Ana"
    assert view_row(chained, "fr", 1) == before


def test_what_was_saved_while_the_model_worked_is_not_overwritten(chained, monkeypatch):
    engine = workbench().engine
    work = engine.translate_onward

    def work_slowly(*args, **options):
        save_segment(chained, "fr", 1, text="Entretemps.", seen_version=1, reviewer_id=rename_reviewer(None, "Ana").id)
        return work(*args, **options)

    monkeypatch.setattr(engine, "translate_onward", work_slowly)
    with pytest.raises(StaleEdit):
        correct(chained, 1, "the end")
    assert view_row(chained, "fr", 1).target == "Entretemps."


def test_a_repeat_that_is_corrected_itself_no_longer_follows(chained):
    assert view_row(chained, "fr", 3).follows == 1
    onward = correct(chained, 3, "the end")
    assert onward.row.follows is None
    assert view_row(chained, "fr", 1).version == 1
    assert correct(chained, 1, "the city").followers == ()


@pytest.mark.parametrize("pivot", ["", "  \n", "a\0b", "x" * 400_001])
def test_a_text_that_cannot_be_one_is_refused(chained, pivot):
    with pytest.raises(BadInput):
        correct(chained, 1, pivot)
    assert view_row(chained, "fr", 1).version == 1


def test_a_direct_translation_has_nothing_in_between(context):
    article_id = make_translated(context)
    assert view_row(article_id, "es", 1).pivot is None
    with pytest.raises(BadInput, match="translated directly"):
        correct_pivot(article_id, "es", 1, pivot="x", seen_version=1, reviewer_id=ensure_reviewer(None).id)
    with pytest.raises(NotFound):
        correct_pivot(article_id, "es", 99, pivot="x", seen_version=1, reviewer_id=ensure_reviewer(None).id)


class TestGlossary:
    def test_a_term_that_does_not_come_out_right_is_a_fault(self, chained):
        add_term(Entry("es", "fr", Term("city", "ville")))
        onward = correct(chained, 1, "the end")
        assert (onward.row.state, onward.row.faults) == (
            SegmentState.FLAGGED,
            (Fault(FaultKind.BROKEN_TERM, "ville"),),
        )
        assert onward.followers[0].faults == onward.row.faults

    def test_a_kept_term_goes_through_the_second_model(self, context):
        build_package(Path(context.instance_path) / "packages", "fr", "en")
        article_id = make_article("Bread is late today.", source="fr")
        start_translation(article_id, "es")
        run_jobs(context)
        reviewer_id, pivot = ensure_reviewer(None).id, "They read Bread on Monday."
        onward = correct_pivot(article_id, "es", 1, pivot=pivot, seen_version=1, reviewer_id=reviewer_id)
        assert "Bread" not in onward.row.target
        add_term(Entry("fr", "es", Term("Bread", "", keep=True)))
        onward = correct_pivot(article_id, "es", 1, pivot=pivot, seen_version=2, reviewer_id=reviewer_id)
        assert "Bread" in onward.row.target
        assert onward.row.faults == ()


def test_only_a_chain_through_the_same_language_goes_on_from_its_text(chained, context):
    packages = Path(context.instance_path) / "packages"
    build_package(packages, "es", "de", shift=1)
    build_package(packages, "de", "fr", shift=2)
    shutil.rmtree(next(packages.glob("*en_fr*")))
    before = view_row(chained, "fr", 1)
    with pytest.raises(BadInput, match="through this language are gone"):
        correct(chained, 1, "the end")
    assert view_row(chained, "fr", 1) == before
