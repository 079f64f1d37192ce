"""A newer version of an article: what is kept, what waits, what comes back, and what it costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event, func, select

from tests.conftest import SEED
from tests.counting import count_sentences
from tests.factories import LONGEST, long_text, make_article, make_paired, make_seed_article, make_translated, run_jobs
from workbench.errors import JobLost, NotFound, SourceChanged
from workbench.extensions import db
from workbench.formats import read_document, read_pasted, write_document
from workbench.formats.document import Document
from workbench.review import JobState, Origin, SegmentState
from workbench.services.articles import add_article, delete_article, view_article
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.export import read_source
from workbench.services.leases import claim_job
from workbench.services.owners import new_owner
from workbench.services.reviewers import ensure_reviewer
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.summaries import last_jobs
from workbench.services.translations import find_translation, start_translation
from workbench.services.updates import OtherArticle, OtherLanguage, update_article
from workbench.services.versions import find_by_address, list_versions, undo_update, view_version
from workbench.services.views import Row
from workbench.tables import Article, Job, Segment, TranslatedSegment, Translation
from workbench.translation.faults import Fault, FaultKind

OLD = "The cat sleeps in the house. The dog runs in the garden.\n\nIt is late. Nobody is there."
CHANGED = OLD.replace("in the garden", "in the park")


@pytest.fixture
def decoded(context):
    return count_sentences(context)


def pasted(text: str) -> Document:
    return read_pasted(text, max_chars=LONGEST)


def rows(article_id: int, language: str = "es") -> list[Row]:
    return list(read_rows(find_translation(article_id, language)[1].id))


def accept(article_id: int, position: int, text: str, *, is_accepted: bool = True) -> None:
    save_segment(
        article_id,
        "es",
        position,
        text=text,
        seen_version=view_row(article_id, "es", position).version,
        reviewer_id=ensure_reviewer(1).id,
        accept=is_accepted,
    )


def test_one_changed_sentence_costs_one_decoded_sentence(context, decoded):
    article_id = make_translated(context, OLD)
    accept(article_id, 1, "El gato duerme.")
    before = rows(article_id)
    decoded.clear()

    update = update_article(article_id, pasted(CHANGED))
    assert update.report.summary == "3 kept, 1 changed, 0 new, 0 dropped"
    waiting = rows(article_id)[1]
    assert (waiting.state, waiting.target, waiting.origin) == (SegmentState.PENDING, "", Origin.UPDATE)
    run_jobs(context)

    assert decoded == ["The dog runs in the park."]
    after = rows(article_id)
    assert [after[index] for index in (0, 2, 3)] == [before[index] for index in (0, 2, 3)]
    assert after[1].state is SegmentState.MACHINE
    assert (after[1].former_source, after[1].former_text) == (before[1].source, before[1].target)
    assert after[1].is_updated
    accept(article_id, 2, "El perro corre en el parque.")
    assert not rows(article_id)[1].is_updated


def test_a_draft_is_still_a_draft_after_an_update(context):
    article_id = make_article(OLD)
    translation_id = start_translation(article_id, "es", beam_size=1)
    run_jobs(context)
    update_article(article_id, pasted(CHANGED))
    assert last_jobs([translation_id])[translation_id].beam_size == 1


def test_undoing_an_update_brings_the_warnings_back(context):
    article_id = add_article(replace(pasted(OLD), warnings=("One.", "Two.")), source="en")
    update_article(article_id, pasted(CHANGED))
    assert view_article(article_id).warnings == ()
    undo_update(article_id, 2)
    assert view_article(article_id).warnings == ("One.", "Two.")


def test_the_list_of_versions_does_not_load_their_texts(context):
    article_id = make_article(OLD)
    update_article(article_id, pasted(CHANGED))
    db.session.rollback()
    db.session.expunge_all()
    statements = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert len(list_versions(article_id)) == 1
    assert any("article_version" in each for each in statements)
    assert not any("article_version.source" in each for each in statements)


def test_the_history_of_a_changed_sentence_tells_of_the_update(context):
    article_id = make_translated(context, OLD)
    text = rows(article_id)[1].target
    update_article(article_id, pasted(CHANGED), reviewer_id=ensure_reviewer(None).id)
    newest = view_history(article_id, "es", 2)[0]
    assert (newest.origin, newest.before, newest.after, newest.reviewer) == (Origin.UPDATE, text, "", "Reviewer 1")


def test_the_seed_article_with_a_changed_a_moved_and_a_dropped_paragraph(context, decoded):
    article_id = make_seed_article(SEED)
    start_translation(article_id, "es")
    run_jobs(context)
    accept(article_id, 3, "Tres, aceptada.")
    old = {row.source: row for row in rows(article_id)}
    decoded.clear()
    document = read_document(SEED.read_bytes(), name=SEED.name, max_chars=LONGEST)
    blocks = list(document.blocks)
    changed = next(index for index, block in enumerate(blocks) if "this is so hard" in block.text)
    blocks[changed] = replace(blocks[changed], text=blocks[changed].text.replace("so hard", "too hard"))
    moved = blocks.pop(changed + 1)
    dropped = blocks.pop(changed + 1)
    newer = replace(document, blocks=(*blocks, moved))

    report = update_article(article_id, newer).report
    run_jobs(context)

    assert [sentence.after for sentence in report.changed] == decoded == ["Mama, this is too hard.”"]
    assert {sentence.text for sentence in report.moved} <= {*old}
    assert "".join(sentence.text for sentence in report.moved) == moved.text.replace(". ", ".")
    assert [sentence.text for sentence in report.dropped] == [text for text in old if text in dropped.text]
    assert all(sentence.texts[0].text == old[sentence.text].target for sentence in report.dropped)
    for row in rows(article_id):
        if row.source not in decoded:
            was = old[row.source]
            assert (row.target, row.state, row.version) == (was.target, was.state, was.version)
    positions = db.session.scalars(select(Segment.position).where(Segment.article_id == article_id)).all()
    assert sorted(positions) == list(range(1, 35 - len(report.dropped)))
    assert write_document(read_source(db.session.get_one(Article, article_id))) == write_document(newer)


def test_two_translations_keep_accepted_edited_and_flagged_states(context, decoded):
    article_id = make_article(OLD)
    start_translation(article_id, "es")
    owner = new_owner()
    job_id = claim_job(owner)
    assignment = read_assignment(job_id)
    fault = (Fault(FaultKind.LOOP),)
    texts = [
        MachineText(text, f"<{text}>", -1.0, None, fault if text == "It is late." else ())
        for text in assignment.sentences
    ]
    store_batch(job_id, owner, assignment.translation_id, texts)
    run_jobs(context)
    with_second_language(article_id)
    accept(article_id, 1, "Aceptada.")
    accept(article_id, 4, "Editada.", is_accepted=False)
    before = {language: rows(article_id, language) for language in ("es", "fr")}
    assert [row.state for row in before["es"]] == ["accepted", "machine", "flagged", "edited"]

    update_article(article_id, pasted(CHANGED))

    for language in ("es", "fr"):
        after = rows(article_id, language)
        assert [after[index] for index in (0, 2, 3)] == [before[language][index] for index in (0, 2, 3)]
        assert after[1].state is SegmentState.PENDING
        assert after[1].former_text == before[language][1].target
    assert db.session.scalar(select(func.count()).where(Job.state == JobState.QUEUED)) == 2


def with_second_language(article_id: int) -> None:
    """Store a French translation, which the starter cannot make, as another engine's."""
    from workbench.services.imports import add_machine_translation

    texts = [MachineText(row.source, f"[fr] {row.source}", -1.0, None) for row in rows(article_id)]
    add_machine_translation(article_id, "fr", texts, ["en-fr 1"])


def test_a_dropped_sentence_keeps_its_texts_in_the_report_and_comes_back_with_them(context, decoded):
    article_id = make_translated(context, OLD)
    accept(article_id, 2, "El perro corre por el jardín.")
    history = view_history(article_id, "es", 2)
    decoded.clear()

    first = update_article(article_id, pasted("The cat sleeps in the house.\n\nIt is late. Nobody is there."))
    dropped = view_version(article_id, first.version).report.dropped[0]
    assert (dropped.old, dropped.texts[0].text, dropped.texts[0].is_reviewed) == (
        2,
        "El perro corre por el jardín.",
        True,
    )
    assert [row.position for row in rows(article_id)] == [1, 2, 3]

    second = update_article(article_id, pasted(OLD))
    assert (second.version, second.report.restored) == (3, 1)
    row = view_row(article_id, "es", 2)
    assert (row.target, row.state, row.reviewer) == ("El perro corre por el jardín.", "accepted", "Reviewer 1")
    again = view_history(article_id, "es", 2)[1:]
    assert [replace(each, id=0) for each in again] == [replace(each, id=0) for each in history]
    run_jobs(context)
    assert decoded == []


def test_an_update_can_be_undone_and_nothing_is_lost_on_either_side(context, decoded):
    article_id = make_translated(context, OLD)
    accept(article_id, 2, "El perro corre por el jardín.")
    before = [(row.source, row.target, row.state, row.reviewer) for row in rows(article_id)]
    update_article(article_id, pasted(CHANGED + " A new sentence stands here."))
    run_jobs(context)
    accept(article_id, 2, "El perro corre por el parque.")
    decoded.clear()

    undone = undo_update(article_id, 2)
    assert undone.version == 3
    assert [(row.source, row.target, row.state, row.reviewer) for row in rows(article_id)] == before
    assert not rows(article_id)[1].is_updated
    again = undo_update(article_id, 3)
    assert again.version == 4
    assert view_row(article_id, "es", 2).target == "El perro corre por el parque."
    run_jobs(context)
    assert decoded == []
    assert [version.number for version in list_versions(article_id)] == [4, 3, 2]
    with pytest.raises(NotFound):
        undo_update(article_id, 9)


def test_the_same_text_makes_no_version(context):
    article_id = make_translated(context, OLD)
    before = rows(article_id)
    update = update_article(article_id, pasted(OLD.replace(" The dog", "  The dog") + "\n"))
    assert (update.version, update.report) == (1, None)
    assert rows(article_id) == before
    assert list_versions(article_id) == ()


def test_another_article_is_refused_unless_it_is_meant(context):
    article_id = make_translated(context, OLD)
    before = rows(article_id)
    other = pasted("Ministers met on Monday.\n\nPrices of bread rose by a tenth.")
    with pytest.raises(OtherArticle):
        update_article(article_id, other)
    assert rows(article_id) == before
    assert update_article(article_id, other, force=True).report.summary == "0 kept, 0 changed, 2 new, 4 dropped"
    run_jobs(context)
    assert [row.state for row in rows(article_id)] == ["machine", "machine"]


def test_another_language_is_refused(context):
    article_id = make_translated(context, OLD)
    with pytest.raises(OtherLanguage, match="English, this text in Spanish"):
        update_article(article_id, pasted("Hola."), source="es")


def test_a_repeated_paragraph_costs_nothing_and_follows(context, decoded):
    article_id = make_translated(context, OLD)
    accept(article_id, 1, "El gato duerme.")
    decoded.clear()
    first = OLD.split("\n")[0]
    update_article(article_id, pasted(f"{OLD}\n\n{first}"))
    run_jobs(context)
    assert decoded == []
    after = rows(article_id)
    assert [row.follows for row in after] == [None, None, None, None, 1, 2]
    assert (after[4].target, after[4].state, after[4].origin) == ("El gato duerme.", "accepted", "repeat")


def test_repeats_are_led_again_when_the_first_one_goes(context, decoded):
    first, second = OLD.split("\n\n")
    article_id = make_translated(context, f"{first}\n\n{second}\n\n{first}\n\n{first}")
    accept(article_id, 1, "El gato duerme.")
    decoded.clear()
    update_article(article_id, pasted(f"{second}\n\n{first}\n\n{first}"))
    after = rows(article_id)
    assert [row.follows for row in after] == [None, None, None, None, 3, 4]
    assert {after[2].target, after[4].target} == {"El gato duerme."}
    accept(article_id, 3, "El gato descansa.")
    assert view_row(article_id, "es", 5).target == "El gato descansa."
    run_jobs(context)
    assert decoded == []


def test_a_repeat_that_is_led_by_a_sentence_with_another_text_goes_its_own_way(context):
    cat = "The cat sleeps in the house."
    article_id = make_paired(f"{cat}\n\n{cat} {cat}\n\n{cat}", lambda _: "El gato.")
    ana = ensure_reviewer(None).id
    save_segment(article_id, "es", 1, text="El gato duerme.", seen_version=1, reviewer_id=ana)
    update_article(article_id, read_pasted(f"{cat} {cat}\n\n{cat} {cat}", max_chars=LONGEST), force=True)
    db.session.rollback()
    rows = read_rows(find_translation(article_id, "es")[1].id)
    assert sorted(row.target for row in rows) == ["El gato duerme."] * 2 + ["El gato."] * 2
    by_position = {row.position: row for row in rows}
    assert all(row.target == by_position[row.follows].target for row in rows if row.follows)


def test_a_repeat_whose_twin_changed_is_freed(context, decoded):
    first, second = OLD.split("\n\n")
    article_id = make_translated(context, f"{first}\n\n{second}\n\n{first}")
    update_article(article_id, pasted(f"{first.replace('garden', 'park')}\n\n{second}\n\n{first}"))
    assert [row.follows for row in rows(article_id)] == [None] * 6


def test_both_repeats_that_change_alike_cost_one_sentence(context, decoded):
    first, second = OLD.split("\n\n")
    article_id = make_translated(context, f"{first}\n\n{second}\n\n{first}")
    newer = first.replace("garden", "park")
    decoded.clear()
    update_article(article_id, pasted(f"{newer}\n\n{second}\n\n{newer}"))
    run_jobs(context)
    assert decoded == ["The dog runs in the park."]
    after = rows(article_id)
    assert (after[5].follows, after[5].target) == (2, after[1].target)


def test_an_equal_sentence_elsewhere_costs_nothing(context, decoded):
    article_id = make_translated(context, OLD)
    decoded.clear()
    update_article(article_id, pasted(f"{OLD} It is late."))
    run_jobs(context)
    assert decoded == []
    after = rows(article_id)
    assert (after[4].target, after[4].state) == (after[2].target, "machine")


def test_a_running_job_never_writes_into_a_changed_sentence(context):
    article_id = make_article(OLD)
    start_translation(article_id, "es")
    owner = new_owner()
    job_id = claim_job(owner)
    assignment = read_assignment(job_id)
    texts = [MachineText(text, f"es: {text}", -1.0, None) for text in assignment.sentences]
    store_batch(job_id, owner, assignment.translation_id, texts[:1])

    update_article(article_id, pasted(CHANGED))

    with pytest.raises(JobLost):
        store_batch(job_id, owner, assignment.translation_id, texts[1:])
    assert [row.target for row in rows(article_id)] == ["es: The cat sleeps in the house.", "", "", ""]
    run_jobs(context)
    after = rows(article_id)
    assert [row.state for row in after] == ["machine"] * 4
    assert "es:" not in "".join(row.target for row in after[1:])
    job = db.session.scalars(select(Job)).one()
    assert (job.state, job.done, job.total) == (JobState.DONE, 4, 4)


def test_a_save_finds_its_sentence_where_it_stands_now(context):
    article_id = make_translated(context, OLD)
    seen = {row.position: row for row in rows(article_id)}
    update_article(article_id, pasted("First of all, a new sentence.\n\n" + CHANGED))

    def save(position: int) -> int:
        return save_segment(
            article_id,
            "es",
            position,
            text="Texto.",
            seen_version=seen[position].version,
            reviewer_id=ensure_reviewer(1).id,
            seen_key=seen[position].key,
        ).row.position

    assert save(1) == 2
    with pytest.raises(SourceChanged):
        save(2)
    assert [row.target == "Texto." for row in rows(article_id)] == [False, True, False, False, False]


def test_a_text_that_was_never_reviewed_does_not_push_out_the_one_before(context):
    article_id = make_translated(context, OLD)
    accept(article_id, 2, "El perro corre por el jardín.")
    update_article(article_id, pasted(CHANGED))
    run_jobs(context)
    update_article(article_id, pasted(OLD.replace("in the garden", "in the big park")))
    row = view_row(article_id, "es", 2)
    assert (row.former_source, row.former_text) == ("The dog runs in the garden.", "El perro corre por el jardín.")


def test_the_article_is_described_anew(context):
    article_id = make_article("Old title\n\n" + OLD)
    update_article(article_id, pasted("New title\n\n" + OLD + " One more sentence is here."))
    view = view_article(article_id)
    assert (view.summary.title, view.summary.segments) == ("New title", 6)
    assert view.summary.words == 25
    assert view.blocks[0].text == "New title"


def test_the_newest_article_of_an_address_is_found(context):
    address = "https://Example.org/news?utm_source=mail#top"
    assert find_by_address(address) is None
    first = add_article(pasted(OLD), source="en", source_url=address)
    second = add_article(pasted(OLD), source="en", source_url="https://example.org/news")
    assert find_by_address(address).id == second
    delete_article(second)
    assert find_by_address(address).id == first
    assert find_by_address(" ") is None


def test_a_long_article_is_updated_in_a_moment(context):
    import time

    article_id = make_article(long_text(2000))
    start_translation(article_id, "es")
    owner = new_owner()
    job_id = claim_job(owner)
    assignment = read_assignment(job_id)
    store_batch(
        job_id, owner, assignment.translation_id, [MachineText(s, f"{s}!", -1.0, None) for s in assignment.sentences]
    )
    newer = long_text(2000).replace("Number 7 is", "Number 7 was").replace("Number 1000 is here.", "")
    start = time.perf_counter()
    report = update_article(article_id, pasted(newer)).report
    assert time.perf_counter() - start < 5
    assert report.summary == "1998 kept, 1 changed, 0 new, 1 dropped"


def test_a_deleted_article_is_gone_with_its_versions(context):
    article_id = make_translated(context, OLD)
    update_article(article_id, pasted(CHANGED))
    delete_article(article_id)
    with pytest.raises(NotFound):
        update_article(article_id, pasted(OLD))
    assert db.session.scalar(select(func.count()).select_from(Translation)) == 1
    assert db.session.scalar(select(func.count()).select_from(TranslatedSegment)) == 4
