from __future__ import annotations

import threading

import pytest
from sqlalchemy import update

from tests.checks_given import GIVEN, give
from tests.factories import make_article, make_paired, make_translated
from workbench.checks.findings import Severity
from workbench.extensions import db
from workbench.memory.term_notes import TermNote
from workbench.review import SegmentState
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.checking import check_translation, open_blocking
from workbench.services.findings import FindingCache
from workbench.services.following import view_changes
from workbench.services.leases import claim_job
from workbench.services.reviewers import ensure_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment, view_row
from workbench.services.translations import find_translation, start_translation
from workbench.tables import Article, TranslatedSegment
from workbench.translation.faults import Fault, FaultKind

TEXT = "One came. Then 7 came. The cat sleeps."
SAID = {"One came.": "Uno  vino.", "Then 7 came.": "Vinieron 8.", "The cat sleeps.": "EL GATO."}


@pytest.fixture
def cache(monkeypatch):
    return give(monkeypatch)


def found(article_id):
    return {
        row.position: [(each.id, each.piece, each.position) for each in row.findings]
        for row in read_rows(find_translation(article_id, "es")[1].id)
        if row.findings
    }


def save(article_id, position, text):
    row = view_row(article_id, "es", position)
    reviewer_id = ensure_reviewer(None).id
    return save_segment(article_id, "es", position, text=text, seen_version=row.version, reviewer_id=reviewer_id)


def test_each_row_has_what_its_text_gives_with_its_place_and_a_fix(context, cache):
    article_id = make_paired(TEXT, SAID.get)
    assert found(article_id) == {
        1: [("spaces", "Uno  vino.", 1)],
        2: [("digits", "7", 2)],
        3: [("shouting", "", 3)],
    }
    row = view_row(article_id, "es", 2)
    assert (row.problem, row.findings[0].fix, row.findings[0].start) == (Severity.BLOCKING, "Vinieron 7.", 5)


def test_a_save_checks_that_sentence_only_and_reading_again_none(context, cache):
    article_id = make_paired(TEXT, SAID.get)
    found(article_id)
    assert cache.checked == 3
    found(article_id)
    saved = save(article_id, 2, "Vinieron 7.")
    assert (saved.row.findings, cache.checked) == ((), 4)


def test_a_job_checks_what_it_stores_before_anybody_asks(app, context, cache):
    article_id = make_translated(app)
    assert cache.checked == 3
    read_rows(find_translation(article_id, "es")[1].id)
    assert cache.checked == 3


def test_a_check_that_raises_is_logged_and_told_and_the_others_go_on(context, cache, caplog):
    article_id = make_paired(TEXT, lambda sentence: "boom  boom" if "7" in sentence else "Bien.")
    assert [each for each in found(article_id)[2] if each[0] != "spaces"] == [("digits", "7", 2), ("unchecked", "", 2)]
    assert [str(each.message) for each in view_row(article_id, "es", 2).findings][
        -1
    ] == "Could not be checked: Failing."
    assert caplog.text.count("The check failing failed") == 1  # what was found is remembered


def test_a_pending_sentence_has_no_findings(context, cache):
    article_id = make_article("Then 7 came.")
    start_translation(article_id, "es")
    assert found(article_id) == {}
    assert [each.id for each in open_blocking(article_id, "es")] == ["pending"]


class TestModelsFaults:
    @pytest.fixture
    def flagged(self, context, cache):
        def store(*faults, text="Vinieron 8."):
            article_id = make_article("Then 7 came.")
            start_translation(article_id, "es")
            job_id = claim_job("test")
            translation_id = read_assignment(job_id).translation_id
            store_batch(job_id, "test", translation_id, [MachineText("Then 7 came.", text, -0.1, None, faults)])
            db.session.rollback()
            return article_id

        return store

    def test_what_a_check_tells_too_is_told_once(self, flagged):
        article_id = flagged(Fault(FaultKind.LOST_ITEM, "7"), Fault(FaultKind.TOO_SHORT))
        assert found(article_id) == {1: [("digits", "7", 1), ("too_short", "", 1)]}

    def test_a_fault_that_no_check_knows_stays_until_somebody_has_looked(self, flagged):
        article_id = flagged(Fault(FaultKind.LOST_ITEM, "came"), text="Vinieron 7.")
        assert found(article_id) == {1: [("lost_item", "came", 1)]}
        assert view_row(article_id, "es", 1).state is SegmentState.FLAGGED
        save(article_id, 1, "Vinieron los 7.")
        assert found(article_id) == {}


class TestAcrossTheArticle:
    TWICE = "The cat sleeps.\n\nIt is late.\n\nThe cat sleeps. Really."

    def test_the_same_sentence_said_differently_is_told_and_withdrawn(self, context, cache):
        article_id = make_paired(self.TWICE, lambda sentence: "Duerme.")
        assert found(article_id) == {}
        save(article_id, 3, "El gato duerme.")
        assert found(article_id) == {3: [("inconsistent", "", 3)]}
        assert save(article_id, 1, "El gato duerme.").row.findings == ()
        assert found(article_id) == {}

    def test_a_poll_brings_the_sentence_whose_finding_came_from_another_save(self, context, cache):
        article_id = make_paired(self.TWICE, lambda sentence: "Duerme.")
        since = find_translation(article_id, "es")[1].change
        save(article_id, 1, "El gato duerme.")
        rows = view_changes(article_id, "es", since).rows
        assert {row.position: [each.id for each in row.findings] for row in rows} == {1: [], 3: ["inconsistent"]}

    def test_a_translation_with_the_number_of_one_that_is_gone_has_findings_of_its_own(self, context, cache):
        gone = make_paired(self.TWICE, lambda sentence: "Duerme.")
        # Without a save: what was found holds for this count of writes, and the other translation has the same.
        db.session.execute(update(TranslatedSegment).where(TranslatedSegment.id == 3).values(text="El gato duerme."))
        db.session.commit()
        assert found(gone)
        number = find_translation(gone, "es")[1].id
        db.session.delete(db.session.get_one(Article, gone))
        db.session.commit()
        article_id = make_paired(self.TWICE, lambda sentence: "Duerme.")
        assert find_translation(article_id, "es")[1].id == number
        assert found(article_id) == {}

    def test_one_that_raises_is_told_of_the_whole_text(self, context, monkeypatch, caplog):
        def broken(sentences):
            raise RuntimeError(len(sentences))

        give(monkeypatch, type(GIVEN)((), (broken,)))
        article_id = make_paired(TEXT, SAID.get)
        findings = check_translation(article_id, "es").findings
        assert [(each.id, each.position) for each in findings] == [("unchecked", None)]
        assert "whole articles failed" in caplog.text


class TestCache:
    def pair(self, number, length=5):
        return ("x" * length, f"{number:05}"[:5], "en", "es", ())

    def test_it_forgets_what_was_asked_for_longest_ago(self):
        cache = FindingCache(GIVEN, max_sentences=2)
        for number in (1, 2, 1, 3):
            cache.find([self.pair(number)])
        assert (len(cache), cache.checked) == (2, 3)
        cache.find([self.pair(1)])
        assert cache.checked == 3
        cache.find([self.pair(2)])
        assert cache.checked == 4

    def test_it_is_bounded_by_characters_too(self):
        cache = FindingCache(GIVEN, max_characters=25)
        cache.find([self.pair(1), self.pair(2), self.pair(3), self.pair(4, length=10_000)])
        assert len(cache) == 2

    def test_the_same_sentence_twice_is_checked_once_and_terms_and_languages_matter(self):
        cache = FindingCache(GIVEN)
        one = self.pair(1)
        assert cache.find([one, one]) == [(), ()]
        assert cache.checked == 1
        cache.find([(*one[:3], "fr", ()), (*one[:4], (TermNote("x", "y", False),))])
        assert cache.checked == 3

    def test_many_threads_find_the_same(self):
        cache = FindingCache(GIVEN, max_sentences=10)
        pairs = [(f"{n} came.", "Vino.", "en", "es", ()) for n in range(50)]
        results = []

        def ask():
            for _ in range(20):
                results.append(cache.find(pairs))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(results) == 80
        assert all([each[0].piece for each in result] == [str(n) for n in range(50)] for result in results)
        assert len(cache) <= 10
