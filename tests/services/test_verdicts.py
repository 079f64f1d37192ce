"""What the list of articles has of readability: measured when something changed, stored, sorted by in SQL."""

import sqlite3
import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from tests.factories import LONGEST_JOB_SECONDS, NEWS, make_article, make_heavy, make_paired, make_translated
from workbench.extensions import db
from workbench.services.articles import delete_article, list_articles
from workbench.services.desk import view_desk
from workbench.services.jobs import list_jobs
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment
from workbench.services.transactions import writing
from workbench.services.translations import start_translation
from workbench.services.verdicts import (
    Measured,
    measure_article,
    measure_translated,
    next_stale_article,
    refresh_desk,
    store,
)
from workbench.tables import Article, Translation
from workbench.tables.sqlite import BUSY_TIMEOUT_MS
from workbench.tables.types import now


def stored(article_id):
    db.session.rollback()
    columns = Translation.verdict, Translation.deviation, Translation.readability_score, Translation.measured_change
    return db.session.execute(select(*columns).where(Translation.article_id == article_id)).one()


def rest():
    """Let it be a minute since anything was written."""
    with writing() as session:
        session.execute(update(Translation).values(updated_at=now() - timedelta(minutes=1)))


def save(article_id, position, correction):
    version = next(
        row.version for each in view_desk(article_id, "es").paragraphs for row in each.rows if row.position == position
    )
    save_segment(
        article_id, "es", position, text=correction, seen_version=version, reviewer_id=ensure_reviewer(None).id
    )


def test_a_job_that_ends_leaves_the_verdict(context):
    article_id = make_paired(NEWS, make_heavy)
    found, desk = stored(article_id), view_desk(article_id, "es")
    assert found.verdict == desk.drift.verdict == "harder"
    assert found.deviation == desk.drift.deviation > 0
    assert found.readability_score == desk.target_report.primary.value
    assert found.measured_change == desk.change
    assert desk.is_measured
    (article,) = list_articles().items
    assert article.score == desk.source_report.primary.value
    assert (article.translations[0].verdict, article.translations[0].is_measured) == ("harder", True)


def test_the_real_job_measures_too(app, context):
    article_id = make_translated(app)
    found, desk = stored(article_id), view_desk(article_id, "es")
    assert (found.verdict, found.deviation) == (desk.drift.verdict, desk.drift.deviation)
    assert found.readability_score is None, "nine words make no score"
    assert found.measured_change == desk.change


def test_a_correction_makes_it_old_and_the_desk_mends_it(context):
    article_id = make_paired(NEWS, make_heavy)
    before = stored(article_id)
    save(article_id, 1, "El consejo se reunió el lunes.")
    assert stored(article_id) == before
    assert not list_articles().items[0].translations[0].is_measured
    desk = refresh_desk(article_id, "es")
    after = stored(article_id)
    assert (after.measured_change, after.deviation) == (desk.change, desk.drift.deviation)
    assert after.deviation < before.deviation
    assert list_articles().items[0].translations[0].is_measured


def test_measuring_is_no_change_of_the_translation(context):
    article_id = make_paired(NEWS, make_heavy)
    save(article_id, 1, "El consejo se reunió el lunes.")
    seen = db.session.execute(select(Translation.change, Translation.updated_at)).one()
    refresh_desk(article_id, "es")
    db.session.rollback()
    assert db.session.execute(select(Translation.change, Translation.updated_at)).one() == seen


def test_what_was_measured_before_a_save_does_not_go_over_it(context):
    article_id = make_paired(NEWS, make_heavy)
    old = view_desk(article_id, "es")
    save(article_id, 1, "El consejo se reunió el lunes.")
    before = stored(article_id)
    store(article_id, old.version, old.source_report, [Measured(old.translation_id, old.change, None, None)])
    assert stored(article_id) == before


def test_a_database_that_cannot_be_written_keeps_nobody_from_reading(context, caplog):
    article_id = make_paired(NEWS, make_heavy)
    save(article_id, 1, "El consejo se reunió el lunes.")
    before = stored(article_id)
    db.session.remove()
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    desk = refresh_desk(article_id, "es")
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
    assert desk.target_report.sentences[0].words == 6
    assert "was not stored" in caplog.text
    assert stored(article_id) == before


def test_a_job_that_is_done_stays_done_when_its_readability_cannot_be_stored(app, context, caplog):
    article_id = make_translated(app)
    job_id = list_jobs()[0].id
    save(article_id, 1, "El gato duerme mucho.")
    before = stored(article_id)
    db.session.remove()
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    measure_translated(job_id)
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
    assert "was not stored" in caplog.text
    assert stored(article_id) == before
    rest()
    assert next_stale_article() == article_id


def test_a_reader_does_not_wait_for_somebody_who_writes(context, caplog):
    article_id = make_paired(NEWS, make_heavy)
    save(article_id, 1, "El consejo se reunió el lunes.")
    before = stored(article_id)
    db.session.remove()
    other = sqlite3.connect(db.engine.url.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    end = threading.Timer(2, other.rollback)  # who waits can store then
    end.start()
    desk = refresh_desk(article_id, "es")
    found = stored(article_id)
    end.join()
    other.close()
    assert desk.target_report.sentences[0].words == 6
    assert found == before
    assert "was not stored" in caplog.text
    rest()
    measure_article(next_stale_article())
    assert stored(article_id).measured_change == desk.change
    with writing() as session:
        assert session.scalar(text("PRAGMA busy_timeout")) == BUSY_TIMEOUT_MS


def test_a_translation_with_missing_sentences_has_no_verdict(context):
    article_id = make_article(NEWS)
    start_translation(article_id, "es")
    refresh_desk(article_id, "es")
    assert stored(article_id)[:3] == (None, None, None)
    assert list_articles().items[0].score > 0
    rest()
    assert next_stale_article() is None


def test_the_worker_finds_what_was_written_and_rests(context):
    first, second = make_paired(NEWS, make_heavy), make_paired(NEWS, lambda sentence: sentence)
    assert next_stale_article() is None
    save(first, 1, "El consejo se reunió el lunes.")
    assert next_stale_article() is None, "an open desk measures it"
    rest()
    assert next_stale_article() == first
    assert next_stale_article(after=first) is None
    measure_article(first)
    assert next_stale_article() is None
    with writing() as session:  # as the migration leaves it
        session.execute(update(Translation).values(measured_change=None, verdict=None))
        session.execute(update(Article).values(measured_version=None, readability_score=None))
    found = [next_stale_article(), next_stale_article(after=first)]
    assert found == [first, second]
    for article_id in found:
        measure_article(article_id)
    assert next_stale_article() is None
    assert stored(first).verdict == "harder"


def test_articles_without_a_translation_are_measured_and_deleted_ones_are_not(context):
    kept, deleted = make_article(NEWS), make_article(NEWS)
    delete_article(deleted)
    with writing() as session:
        session.execute(update(Article).values(measured_version=None, readability_score=None))
    assert next_stale_article() == kept
    measure_article(kept)
    assert next_stale_article() is None
    measure_article(99)


def test_a_worker_with_nothing_else_to_do_measures(app, context):
    article_ids = [make_paired(NEWS, make_heavy), make_paired(NEWS, lambda sentence: sentence)]
    with writing() as session:
        session.execute(update(Translation).values(measured_change=None, verdict=None))
    rest()
    worker = app.extensions["worker"]
    worker.start()
    until = time.monotonic() + LONGEST_JOB_SECONDS
    while any(stored(article_id).measured_change is None for article_id in article_ids):
        assert time.monotonic() < until, "nobody measures"
        time.sleep(0.02)
    worker.stop()
    assert stored(article_ids[0]).verdict == "harder"


@pytest.fixture
def three(context):
    """The newest article first: similar or easier, none, harder."""
    harder = make_paired(NEWS, make_heavy)
    none = make_article("Nothing is translated here.")
    other = make_paired(NEWS, lambda sentence: " ".join(sentence.split()[:4]) + ".")
    return {"harder": harder, "none": none, "easier": other}


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["easier", "none", "harder"]),
        ("nonsense", ["easier", "none", "harder"]),
        ("readability", ["harder", "easier", "none"]),
        ("-readability", ["easier", "harder", "none"]),
    ],
)
def test_the_list_is_sorted_by_what_is_stored(three, sort, expected):
    found = list_articles(sort=sort)
    assert [article.id for article in found.items] == [three[name] for name in expected]
    assert found.sort == (sort if "readability" in sort else "")
    assert [article.id for article in list_articles("council", sort=sort).items] == [
        three[name] for name in expected if name != "none"
    ]


def test_the_deviation_that_sorts_is_of_the_translation_whose_verdict_does(context):
    """Limits differ from pair to pair: a translation that is similar can deviate more than one that is harder."""
    first, second = make_article(NEWS), make_article(NEWS)
    found = [
        (first, "es", "harder", 2.0),
        (first, "de", "similar", 2.9),
        (second, "es", "harder", 2.5),
        (second, "de", "not_comparable", None),
    ]
    with writing() as session:
        for article_id, language, verdict, deviation in found:
            session.add(Translation(article_id=article_id, language=language, verdict=verdict, deviation=deviation))
    assert [article.id for article in list_articles(sort="readability").items] == [second, first]
    assert [article.id for article in list_articles(sort="-readability").items] == [first, second]
