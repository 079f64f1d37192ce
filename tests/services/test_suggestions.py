"""Other translations of a sentence, drafts, and how far a text can be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from tests.factories import make_article, make_translated, run_jobs
from tests.packages_builder import build_package
from workbench.errors import BadInput, NoModel, NotFound
from workbench.extensions import db, workbench
from workbench.memory.entries import Entry
from workbench.memory.terms import Term
from workbench.review import Origin, SegmentState
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.glossary import add_term
from workbench.services.jobs import cancel_job, retry_job
from workbench.services.leases import claim_job, finish_job
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.suggestions import suggest
from workbench.services.summaries import last_jobs
from workbench.services.translations import cancel_translation, find_translation, start_translation
from workbench.translation.alternatives import text_key
from workbench.translation.confidence import Confidence
from workbench.translation.decoding import Decoding
from workbench.translation.faults import Fault, FaultKind

ROBBERY = "Police arrested three men after the robbery in the old town. It is late."


def test_five_at_most_none_of_them_what_stands_there(context):
    article_id = make_translated(context, ROBBERY)
    found = suggest(article_id, "es", 1)
    keys = {text_key(each.text) for each in found.alternatives}
    assert 2 <= len(keys) == len(found.alternatives) <= 5
    assert text_key(found.row.target) not in keys
    assert all(each.confidence in Confidence and each.is_measured for each in found.alternatives)
    assert found.routes == ("en-es 0.1 (starter)",)
    assert view_row(article_id, "es", 1) == found.row  # nothing is stored


def test_another_beam_comes_first_and_says_how_it_was_made(context):
    article_id = make_translated(context, ROBBERY)
    save_segment(article_id, "es", 1, text="Mío.", seen_version=1, reviewer_id=ensure_reviewer(None).id)
    found = suggest(article_id, "es", 1, beam=1)
    again = workbench().engine.retranslate(found.row.source, "en", "es", decoding=Decoding(beam_size=1))
    assert (found.alternatives[0].text, found.alternatives[0].made_by) == (again.text, "beam 1")
    assert len(found.alternatives) == 5
    assert found.row.target == "Mío."


def test_what_is_asked_for_keeps_to_the_glossary(context):
    article_id = make_translated(context, ROBBERY)
    assert "bofia" not in suggest(article_id, "es", 1, beam=1).alternatives[0].text
    add_term(Entry("en", "es", Term("Police", "bofia")))
    found = suggest(article_id, "es", 1, beam=1)
    assert "bofia" in found.alternatives[0].text.lower()
    without = [other for other in found.alternatives if "bofia" not in other.text.lower()]
    assert all(other.confidence is Confidence.DOUBTFUL for other in without)


def test_what_comes_out_the_same_is_said(context):
    article_id = make_translated(context, ROBBERY)
    assert suggest(article_id, "es", 1, beam=4).is_same
    assert not suggest(article_id, "es", 1).is_same


def test_another_package_can_be_chosen(context):
    article_id = make_translated(context, ROBBERY)
    build_package(Path(context.instance_path) / "packages", "en", "es")
    found = suggest(article_id, "es", 1, route_id="en-es 1.0 (installed)")
    assert found.alternatives[0].text == found.row.source  # this package copies
    assert found.alternatives[0].made_by == "en-es 1.0 (installed)"
    assert not found.alternatives[0].is_measured
    assert set(found.routes) == {"en-es 0.1 (starter)", "en-es 1.0 (installed)"}


def test_what_is_not_there_is_told(context):
    article_id = make_translated(context, ROBBERY)
    with pytest.raises(NotFound):
        suggest(article_id, "es", 99)
    with pytest.raises(BadInput, match="no model en-xx"):
        suggest(article_id, "es", 1, route_id="en-xx")
    with pytest.raises(BadInput, match="beam size of 0"):
        suggest(article_id, "es", 1, beam=0)


def test_no_model_is_told(context):
    package = build_package(Path(context.instance_path) / "packages", "en", "fr")
    article_id = make_translated(context, ROBBERY, target="fr")
    (package / "metadata.json").unlink()
    with pytest.raises(NoModel):
        suggest(article_id, "fr", 1)


def test_no_transaction_is_open_while_the_model_works(context, monkeypatch):
    article_id = make_translated(context, ROBBERY)
    engine, open_ = workbench().engine, []
    event.listen(db.engine, "begin", lambda _connection: open_.append(True))
    event.listen(db.engine, "rollback", lambda _connection: open_.clear())
    event.listen(db.engine, "commit", lambda _connection: open_.clear())
    work, seen = engine.alternatives, []

    def look(*args, **options):
        seen.append(list(open_))
        return work(*args, **options)

    monkeypatch.setattr(engine, "alternatives", look)
    suggest(article_id, "es", 1)
    assert seen == [[]]


@pytest.fixture
def stored(context):
    """Store texts of a translation as a job does; return the article's id."""

    def store(*texts: MachineText) -> int:
        article_id = make_article(" ".join(text.sentence for text in texts))
        start_translation(article_id, "es")
        job_id = claim_job("test")
        store_batch(job_id, "test", read_assignment(job_id).translation_id, texts)
        finish_job(job_id, "test")
        db.session.rollback()
        return article_id

    return store


def test_each_row_has_its_confidence_until_a_person_has_looked(stored):
    fault = (Fault(FaultKind.LOST_ITEM, "7"),)
    article_id = stored(
        MachineText("One came.", "Vino uno.", -0.1, None),
        MachineText("Two came.", "Vinieron dos.", -0.5, None),
        MachineText("Three came.", "Vinieron tres.", -0.9, None),
        MachineText("Now 7 came.", "Vinieron.", -0.1, None, fault),
        MachineText("Four came.", "Vinieron cuatro.", None, None, origin=Origin.MEMORY, match=100),
    )
    rows = [view_row(article_id, "es", position) for position in range(1, 6)]
    assert [row.confidence for row in rows] == ["sure", "check", "doubtful", "doubtful", None]
    assert (rows[3].state, rows[3].faults) == (SegmentState.FLAGGED, fault)
    reviewer_id = ensure_reviewer(None).id
    for position, accept in ((1, True), (4, False)):
        saved = save_segment(
            article_id, "es", position, text="Otro.", seen_version=1, reviewer_id=reviewer_id, accept=accept
        )
        assert saved.row.confidence is None
    assert view_row(article_id, "es", 4).state is SegmentState.EDITED


class TestDrafts:
    def beam(self, article_id: int) -> int | None:
        _, translation = find_translation(article_id, "es")
        job = last_jobs([translation.id])[translation.id]
        assert job.is_draft == (job.beam_size == 1)
        return job.beam_size

    def test_a_draft_is_decoded_with_beam_1(self, context):
        sentence = "The government said on Monday that the price of bread would rise by 20 percent next year."
        article_id = make_article(sentence)
        start_translation(article_id, "es", beam_size=1)
        assert self.beam(article_id) == 1
        run_jobs(context)
        quick = workbench().engine.retranslate(sentence, "en", "es", decoding=Decoding(beam_size=1))
        row = view_row(article_id, "es", 1)
        assert (row.target, row.score) == (quick.text, pytest.approx(quick.score, abs=1e-4))

    def test_resuming_and_trying_again_keep_the_beam(self, context):
        article_id = make_article(ROBBERY)
        start_translation(article_id, "es", beam_size=1)
        cancel_translation(article_id, "es")
        start_translation(article_id, "es")
        assert self.beam(article_id) == 1
        _, translation = find_translation(article_id, "es")
        job = last_jobs([translation.id])[translation.id]
        cancel_job(job.id)
        retry_job(job.id)
        assert self.beam(article_id) == 1

    def test_without_a_word_it_is_the_settings_beam(self, context):
        article_id = make_article(ROBBERY)
        start_translation(article_id, "es")
        assert self.beam(article_id) is None
