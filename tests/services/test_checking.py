import pytest

from tests.checks_given import give
from tests.factories import make_article
from workbench.checks.findings import Severity
from workbench.errors import NotFound
from workbench.extensions import db
from workbench.readability.drift import Verdict
from workbench.review import SegmentState
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.checking import check_translation, open_blocking
from workbench.services.findings import Registry
from workbench.services.leases import claim_job
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment
from workbench.services.translations import start_translation
from workbench.translation.faults import Fault, FaultKind

LOST = Fault(FaultKind.LOST_ITEM, "7")
ROWS = (
    MachineText("One man came to the house.", "Un hombre vino a la casa.", -0.1, None),
    MachineText("Then 7 others came.", "Luego vinieron otros.", -0.1, None, (LOST, Fault(FaultKind.TOO_SHORT))),
    MachineText("They stayed for days.", "Se quedaron días.", -0.1, None, (Fault(FaultKind.BROKEN_TERM, "siete"),)),
)


@pytest.fixture
def stored(context, monkeypatch):
    give(monkeypatch, Registry((), ()))  # of the model's faults only

    def store(*texts: MachineText) -> int:
        article_id = make_article(" ".join(text.sentence for text in ROWS))
        start_translation(article_id, "es")
        job_id = claim_job("test")
        store_batch(job_id, "test", read_assignment(job_id).translation_id, texts)
        db.session.rollback()
        return article_id

    return store


def test_every_fault_of_the_model_is_found_the_worst_of_a_sentence_first(stored):
    checked = check_translation(stored(*ROWS), "es")
    assert [(each.position, each.severity, each.id, each.piece) for each in checked.findings] == [
        (2, Severity.BLOCKING, "lost_item", "7"),
        (2, Severity.WARNING, "too_short", ""),
        (3, Severity.WARNING, "broken_term", "siete"),
    ]
    assert (checked.source_language, checked.language, len(checked.rows)) == ("en", "es", 3)
    assert checked.target is not None
    assert (checked.source.counts.sentences, checked.target.counts.sentences) == (3, 3)


@pytest.mark.parametrize(("text", "accept"), [("Luego vinieron otros.", True), ("Luego vinieron 7.", False)])
def test_what_a_reviewer_has_edited_or_accepted_is_not_the_models_any_more(stored, text, accept):
    article_id = stored(*ROWS)
    reviewer_id = ensure_reviewer(None).id
    save_segment(article_id, "es", 2, text=text, seen_version=1, reviewer_id=reviewer_id, accept=accept)
    assert [each.position for each in check_translation(article_id, "es").findings] == [3]


def test_a_sentence_that_is_missing_is_blocking_and_nothing_is_compared(stored):
    checked = check_translation(stored(ROWS[0]), "es")
    assert [(each.position, each.id, each.severity) for each in checked.findings] == [
        (2, "pending", Severity.BLOCKING),
        (3, "pending", Severity.BLOCKING),
    ]
    assert [row.state for row in checked.rows].count(SegmentState.PENDING) == 2
    assert checked.target is None
    assert (checked.drift.verdict, checked.drift.reason) == (
        Verdict.NOT_COMPARABLE,
        "2 sentences are not translated yet.",
    )
    assert check_translation(stored(*ROWS[:2]), "es").drift.reason == "One sentence is not translated yet."


def test_the_current_text_is_measured(stored):
    article_id = stored(*ROWS)
    before = check_translation(article_id, "es").target
    reviewer_id = ensure_reviewer(None).id
    save_segment(article_id, "es", 1, text="Vino.", seen_version=1, reviewer_id=reviewer_id)
    after = check_translation(article_id, "es").target
    assert before is not None
    assert after is not None
    assert before.counts.words - after.counts.words == 5


@pytest.mark.parametrize(("article_id", "language"), [(99, "es"), (1, "fr")])
def test_what_is_not_there_is_not_found(stored, article_id, language):
    stored(*ROWS)
    with pytest.raises(NotFound):
        check_translation(article_id, language)


def test_what_blocks_is_told_apart_from_what_does_not(stored):
    article_id = stored(*ROWS[:2])
    assert [(each.position, each.id) for each in open_blocking(article_id, "es")] == [(2, "lost_item"), (3, "pending")]
