from datetime import timedelta

import pytest
from sqlalchemy import delete, event, select, update

from tests.factories import make_article, make_translated, run_jobs
from workbench.errors import InvalidField, NotFound
from workbench.extensions import db, workbench
from workbench.memory.units import EntryOrigin
from workbench.review import JobState, Origin, SegmentState
from workbench.services.articles import delete_article, purge_deleted
from workbench.services.desk import view_desk
from workbench.services.memory import (
    Wording,
    add_entry,
    correct_entry,
    get_entry,
    remove_entry,
    restore_entry,
)
from workbench.services.recall import recall
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.translations import start_translation
from workbench.tables import Article, MemoryEntry, MemoryPair
from workbench.tables.types import now


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


def accept(article_id, position, text, reviewer, *, accepted=True):
    row = view_row(article_id, "es", position)
    return save_segment(
        article_id, "es", position, text=text, seen_version=row.version, reviewer_id=reviewer, accept=accepted
    )


def entries():
    db.session.rollback()
    return db.session.scalars(
        select(MemoryEntry).where(MemoryEntry.deleted_at.is_(None)).order_by(MemoryEntry.id)
    ).all()


def add(source, target, reviewer, languages="en es"):
    return add_entry(Wording(*languages.split(), source, target), reviewer_id=reviewer)


def known(*sentences, languages="en es"):
    return {key: (value.text, value.match) for key, value in recall(*languages.split(), sentences).items()}


def test_only_what_is_accepted_enters_the_memory(context, ana):
    article_id = make_translated(context)
    accept(article_id, 1, "El gato duerme.", ana, accepted=False)
    assert entries() == []
    accept(article_id, 1, "El gato duerme.", ana)
    (entry,) = entries()
    assert (entry.source, entry.target) == ("The cat sleeps.", "El gato duerme.")
    assert (entry.source_language, entry.target_language) == ("en", "es")
    assert (entry.reviewer_id, entry.article_id, entry.origin) == (ana, article_id, EntryOrigin.ACCEPTED)


def test_what_was_accepted_before_there_was_a_memory_enters_it_when_it_is_accepted_again(context, ana):
    article_id = make_translated(context)
    accept(article_id, 1, "El gato duerme.", ana)
    db.session.execute(delete(MemoryEntry))
    db.session.commit()
    version = view_row(article_id, "es", 1).version
    accept(article_id, 1, "El gato duerme.", ana)
    assert [entry.target for entry in entries()] == ["El gato duerme."]
    assert view_row(article_id, "es", 1).version == version


def test_accepting_the_same_again_changes_nothing(context, ana):
    article_id = make_translated(context)
    accept(article_id, 1, "El gato duerme.", ana)
    before = [(entry.version, entry.change, entry.updated_at) for entry in entries()]
    accept(article_id, 1, "El gato duerme.", rename_reviewer(None, "Ben").id)
    assert [(entry.version, entry.change, entry.updated_at) for entry in entries()] == before
    assert entries()[0].reviewer_id == ana


def test_a_later_correction_of_the_sentence_replaces_the_entry_once_it_is_accepted(context, ana):
    article_id = make_translated(context)
    accept(article_id, 1, "El gato duerme.", ana)
    accept(article_id, 1, "El gato está dormido.", ana, accepted=False)
    assert [entry.target for entry in entries()] == ["El gato duerme."]
    accept(article_id, 1, "El gato está dormido.", ana)
    assert [entry.target for entry in entries()] == ["El gato está dormido."]


def test_two_articles_that_say_the_same_share_one_entry_and_others_stand_beside(context, ana):
    one, other = make_translated(context), make_translated(context)
    accept(one, 1, "El gato duerme.", ana)
    accept(other, 1, "El gato duerme.", ana)
    (entry,) = entries()
    assert entry.article_id == other
    accept(one, 1, "Duerme el gato.", ana)
    assert {entry.target for entry in entries()} == {"El gato duerme.", "Duerme el gato."}
    accept(other, 1, "Duerme el gato.", ana)  # its own entry goes, the shared one stays
    assert [entry.target for entry in entries()] == ["Duerme el gato."]


def test_marks_stay_out_and_a_deleted_article_leaves_its_entries(context, ana):
    article_id = make_translated(context, "The cat sleeps.\n\n***\n\n…!?")
    for row in [row for block in view_desk(article_id, "es").paragraphs for row in block.rows]:
        accept(article_id, row.position, row.target or "x", ana)
    assert [entry.source for entry in entries()] == ["The cat sleeps."]
    delete_article(article_id)
    db.session.execute(update(Article).values(deleted_at=now() - timedelta(days=9)))
    db.session.commit()
    assert purge_deleted() == 1
    assert [(entry.source, entry.article_id) for entry in entries()] == [("The cat sleeps.", None)]


def test_the_same_sentence_comes_before_another_spelling_and_that_before_other_numbers(context, ana):
    add("It costs 5 euros.", "Cuesta 5 euros.", ana)
    assert known("It costs 7 euros.") == {"It costs 7 euros.": ("Cuesta 7 euros.", 99)}
    add("It  costs 7 euros.", "Vale 7 euros.", ana)
    assert known("It costs 7 euros.") == {"It costs 7 euros.": ("Vale 7 euros.", 99)}
    add("It costs 7 euros.", "Son 7 euros.", ana)
    add("It costs 8 euros.", "Ocho.", ana)
    assert known("It costs 7 euros.", "It costs.") == {"It costs 7 euros.": ("Son 7 euros.", 100)}
    assert known("It costs 7 euros.", languages="en fr") == {}


def test_of_several_translations_the_newest_is_used_and_a_removed_one_is_not(context, ana):
    add("Hello.", "Hola.", ana)
    newest = add("Hello.", "Buenas.", ana)
    assert known("Hello.") == {"Hello.": ("Buenas.", 100)}
    remove_entry(newest)
    assert known("Hello.") == {"Hello.": ("Hola.", 100)}
    restore_entry(newest)
    assert known("Hello.") == {"Hello.": ("Buenas.", 100)}


def test_ten_thousand_sentences_take_a_few_queries(context, ana):
    add("Sentence x.", "Frase x.", ana)
    statements = []
    event.listen(db.engine, "before_cursor_execute", lambda *values: statements.append(values[2]))
    assert len(recall("en", "es", [f"Sentence {'x' * n}." for n in range(2_000)])) == 1
    assert len([text for text in statements if "SELECT" in text]) == 4


def test_a_job_uses_the_memory_first_and_marks_what_it_used(context, ana):
    id_ = add("The cat sleeps.", "El gato se ha dormido.", ana)
    article_id = make_translated(context)
    first, second, _ = [row for block in view_desk(article_id, "es").paragraphs for row in block.rows]
    assert (first.target, first.origin, first.match) == ("El gato se ha dormido.", Origin.MEMORY, 100)
    assert (first.state, first.score) == (SegmentState.MACHINE, None)
    assert (second.origin, second.match) == (Origin.MACHINE, None)
    db.session.rollback()
    assert get_entry(id_).uses == 1


def test_an_article_that_is_wholly_remembered_needs_no_model(context, ana):
    for source, target in [("The cat sleeps.", "Uno."), ("The dog runs.", "Dos."), ("It is late.", "Tres.")]:
        add(source, target, ana)
    article_id = make_article()
    start_translation(article_id, "es")
    run_jobs(context)
    desk = view_desk(article_id, "es")
    assert desk.job.state is JobState.DONE
    assert [row.target for block in desk.paragraphs for row in block.rows] == ["Uno.", "Dos.", "Tres."]
    assert workbench().engine.loaded == 0


def test_an_entry_is_corrected_once_and_never_twice_the_same(context, ana):
    id_, other = add("Hello.", "Hola.", ana), add("Hello.", "Buenas.", ana)

    def correct(target, version, source="Hello."):
        correct_entry(id_, source=source, target=target, note="", seen_version=version, reviewer_id=ana)

    correct("Muy buenas.", 1)
    db.session.rollback()
    assert (get_entry(id_).target, get_entry(id_).version) == ("Muy buenas.", 2)
    for target, version in (("Otra.", 1), ("Buenas.", 2), ("", 2), ("a\0b", 2)):
        with pytest.raises(InvalidField):
            correct(target, version)
    remove_entry(other)
    correct("Buenas.", 2)  # what was removed does not stand in the way
    assert [entry.target for entry in entries()] == ["Buenas."]
    with pytest.raises(InvalidField):
        add("Hello.", "Buenas.", ana)


def test_what_was_removed_long_ago_is_gone_and_the_pair_says_so(context, ana):
    id_ = add("Hello.", "Hola.", ana)
    remove_entry(id_)
    db.session.execute(update(MemoryEntry).values(deleted_at=now() - timedelta(days=9)))
    db.session.commit()
    add("Bye.", "Adiós.", ana)
    with pytest.raises(NotFound):
        restore_entry(id_)
    pair = db.session.get_one(MemoryPair, ("en", "es"))
    assert (pair.purged, pair.change) == (2, 3)
