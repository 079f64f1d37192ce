import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from tests.conftest import test_settings as settings_in
from tests.factories import LONG_TAIL, long_text, make_article, make_translated, run_jobs
from workbench.app import create_app
from workbench.errors import JobLost, NoModel
from workbench.extensions import db
from workbench.jobs.heartbeat import Heartbeat
from workbench.jobs.translate import run_job
from workbench.review import JobState, SegmentState
from workbench.services.articles import delete_article
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.desk import view_desk
from workbench.services.jobs import cancel_job, list_jobs, reconcile_jobs, retry_job
from workbench.services.leases import claim_job, finish_job
from workbench.services.owners import is_dead, new_owner
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment
from workbench.services.translations import cancel_translation, start_translation
from workbench.tables import Article, Job, Revision, TranslatedSegment
from workbench.tables.types import now


def start(article_id, target="es"):
    start_translation(article_id, target)
    return list_jobs()[0].id


def owner_of_a_dead_process():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    host, _, rest = new_owner().partition(":")
    return f"{host}:{process.pid}:{rest.rpartition(':')[2]}"


def test_a_job_translates_everything(context):
    article_id = make_translated(context)
    desk = view_desk(article_id, "es")
    assert desk.progress.pending == 0
    assert desk.job.state is JobState.DONE
    assert (desk.job.done, desk.job.total) == (3, 3)
    assert desk.model.is_starter
    assert all(row.target and row.score < 0 for block in desk.paragraphs for row in block.rows)


def test_starting_twice_queues_once(context):
    article_id = make_article()
    assert start(article_id) == start(article_id)
    assert len(list_jobs()) == 1


def test_nothing_to_do_queues_nothing(context):
    article_id = make_translated(context)
    start_translation(article_id, "es")
    assert len(list_jobs()) == 1


def test_a_pair_without_a_model_is_refused_before_anything_is_stored(context):
    article_id = make_article()
    with pytest.raises(NoModel) as refused:
        start_translation(article_id, "fi")
    assert "flask models install en fi" in refused.value.hint
    assert list_jobs() == ()


def test_two_workers_never_claim_the_same_job(app, context):
    ids = {start(make_article(f"Text number {n}.")) for n in range(12)}
    claimed, gate = [], threading.Barrier(4)

    def work():
        with app.app_context():
            gate.wait()
            while (job_id := claim_job(new_owner())) is not None:
                claimed.append(job_id)
            db.session.remove()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == sorted(ids)


def test_a_cancelled_job_stores_nothing_more_and_can_be_resumed(context):
    article_id = make_article()
    job_id, owner = start(article_id), new_owner()
    assert claim_job(owner) == job_id
    assignment = read_assignment(job_id)
    store_batch(job_id, owner, assignment.translation_id, [MachineText("It is late.", "Es tarde.", -0.5, None)])
    cancel_translation(article_id, "es")
    with pytest.raises(JobLost):
        store_batch(job_id, owner, assignment.translation_id, [MachineText("The dog runs.", "No.", -0.5, None)])
    desk = view_desk(article_id, "es")
    assert (desk.job.state, desk.progress.pending) == (JobState.CANCELLED, 2)
    retry_job(job_id)
    run_jobs(context)
    rows = [row for block in view_desk(article_id, "es").paragraphs for row in block.rows]
    assert rows[2].target == "Es tarde."
    assert all(row.state is SegmentState.MACHINE for row in rows)


def test_cancelling_takes_effect_while_the_model_works(app, context):
    job_id, owner = start(make_article(long_text(300, tail=LONG_TAIL))), new_owner()
    claim_job(owner)
    runner = threading.Thread(target=in_context, args=(app, run_job, job_id, owner))
    runner.start()
    wait_until(lambda: list_jobs()[0].done > 0)
    cancel_job(job_id)
    runner.join(20)
    assert not runner.is_alive()
    job = list_jobs()[0]
    assert job.state is JobState.CANCELLED
    assert 0 < job.done < 300


def test_a_job_that_was_taken_over_stores_nothing_more(context):
    job_id, slow, quick = start(make_article()), new_owner(), new_owner()
    claim_job(slow)
    db.session.execute(update(Job).values(lease_until=now() - timedelta(seconds=1)))
    db.session.commit()
    assert reconcile_jobs() == 1
    assert claim_job(quick) == job_id
    translation_id = read_assignment(job_id).translation_id
    with pytest.raises(JobLost):
        store_batch(job_id, slow, translation_id, [MachineText("It is late.", "Es tarde.", -0.5, None)])
    with pytest.raises(JobLost):
        finish_job(job_id, slow)
    store_batch(job_id, quick, translation_id, [MachineText("It is late.", "Es tarde.", -0.5, None)])


def test_a_dead_process_is_known_at_once(context):
    job_id = start(make_article())
    claim_job(owner_of_a_dead_process())
    assert reconcile_jobs() == 1
    assert claim_job(new_owner()) == job_id


def test_a_living_worker_is_left_alone(context):
    start(make_article())
    claim_job(new_owner())
    assert reconcile_jobs() == 0


def test_owners_of_other_machines_are_judged_by_their_lease_only():
    assert not is_dead("another-machine.example:1:abc")
    assert not is_dead(f"{new_owner()}")
    assert is_dead(owner_of_a_dead_process())


def test_a_poisonous_job_is_given_up_after_a_few_tries(context):
    job_id = start(make_article())
    for _ in range(3):
        assert claim_job(owner_of_a_dead_process()) == job_id
        reconcile_jobs()
    job = list_jobs()[0]
    assert (job.state, job.attempts) == (JobState.FAILED, 3)
    assert "3 times" in job.error
    assert job.hint
    assert claim_job(new_owner()) is None


def test_a_job_that_gets_on_is_never_given_up(context):
    job_id = start(make_article(long_text(5)))
    translation_id = read_assignment(job_id).translation_id
    for number in range(1, 6):
        owner = owner_of_a_dead_process()
        assert claim_job(owner) == job_id
        text = MachineText(f"Number {number} is here.", f"El {number}.", -0.5, None)
        store_batch(job_id, owner, translation_id, [text])
        reconcile_jobs()
    assert (list_jobs()[0].state, list_jobs()[0].done) == (JobState.QUEUED, 5)


def test_the_lease_is_renewed_while_the_model_is_busy(tmp_path, empty_database):
    folder = tmp_path / "short"
    folder.mkdir()
    (folder / "workbench.sqlite").write_bytes(empty_database.read_bytes())
    app = create_app(settings_in(folder) | {"lease_seconds": 1})
    with app.app_context():
        job_id, owner = start(make_article()), new_owner()
        claim_job(owner)
        first = db.session.get_one(Job, job_id).lease_until
        with Heartbeat(job_id, owner):
            time.sleep(1.2)
        db.session.rollback()
        db.session.expire_all()
        assert db.session.get_one(Job, job_id).lease_until > first + timedelta(seconds=0.5)
        assert reconcile_jobs() == 0
        db.session.remove()
        db.engine.dispose()


def test_the_worker_removes_what_was_deleted_long_ago(app, context):
    article_id = make_article()
    delete_article(article_id)
    db.session.get_one(Article, article_id).deleted_at = now() - timedelta(hours=25)
    db.session.commit()
    app.extensions["worker"].start()
    wait_until(lambda: db.session.get(Article, article_id) is None)
    app.extensions["worker"].stop()
    assert db.session.scalar(select(func.count()).select_from(Article)) == 0


def test_what_a_reviewer_typed_meanwhile_is_kept(context):
    article_id = make_article()
    start(article_id)
    reviewer = ensure_reviewer(None).id
    save_segment(article_id, "es", 2, text="El perro corre ya.", seen_version=0, reviewer_id=reviewer)
    run_jobs(context)
    rows = [row for block in view_desk(article_id, "es").paragraphs for row in block.rows]
    assert [row.state for row in rows] == [SegmentState.MACHINE, SegmentState.EDITED, SegmentState.MACHINE]
    assert rows[1].target == "El perro corre ya."


def test_a_repeat_that_arrives_late_takes_the_correction_made_before(context):
    article_id = make_article("A title\n\nThe dog runs here today.\n\nThe dog runs here today.")
    start(article_id)
    reviewer = ensure_reviewer(None).id
    save_segment(article_id, "es", 2, text="El perro corre.", seen_version=0, reviewer_id=reviewer)
    run_jobs(context)
    rows = [row for block in view_desk(article_id, "es").paragraphs for row in block.rows]
    assert rows[2].follows == 2
    assert rows[2].target == "El perro corre."


def test_equal_sentences_are_decoded_once(context):
    article_id = make_article("It is late. The dog runs. It is late.\n\nIt is late.")
    assert read_assignment(start(article_id)).sentences == ("It is late.", "The dog runs.")


def test_a_deleted_article_s_job_is_not_listed(context):
    article_id = make_translated(context)
    delete_article(article_id)
    assert list_jobs() == ()


def test_a_worker_that_stops_puts_its_job_back_and_loses_nothing(app, context):
    article_id = make_article(long_text(300, tail=LONG_TAIL))
    start(article_id)
    worker = app.extensions["worker"]
    worker.start()
    wait_until(lambda: list_jobs()[0].done > 0)
    worker.stop()
    db.session.rollback()
    job = list_jobs()[0]
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)
    assert 0 < job.done < 300
    assert view_desk(article_id, "es").progress.machine == job.done


def test_after_a_kill_nothing_is_lost_and_nothing_done_twice(app, context, tmp_path):
    """A process is killed (SIGKILL) in the middle of a job; the next one finishes it."""
    article_id = make_article(long_text(600))
    start(article_id)
    code = (
        "import sys; from workbench.app import create_app; "
        f"app = create_app({{'data_dir': {str(tmp_path / 'data')!r}, 'argos_packages': False}}); "
        "app.extensions['worker'].run_until_idle()"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    try:
        wait_until(lambda: list_jobs()[0].done > 0)
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.kill()
        process.wait()
    killed = list_jobs()[0]
    assert killed.state is JobState.RUNNING
    assert 0 < killed.done < 600
    second = create_app({"data_dir": tmp_path / "data", "argos_packages": False})
    second.extensions["worker"].run_until_idle()
    db.session.rollback()
    db.session.expire_all()
    job = list_jobs()[0]
    assert (job.state, job.done, job.attempts) == (JobState.DONE, 600, 1)
    texts = db.session.scalar(
        select(func.count()).where(TranslatedSegment.state == SegmentState.MACHINE, TranslatedSegment.text != "")
    )
    revisions = db.session.scalar(select(func.count()).select_from(Revision))
    assert (texts, revisions) == (600, 600)  # one machine revision each: no sentence was done twice
    with second.app_context():
        db.engine.dispose()


def in_context(app, function, *arguments):
    with app.app_context():
        function(*arguments)
        db.session.remove()


def wait_until(is_true, seconds=30.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        db.session.rollback()
        db.session.expire_all()
        if is_true():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen in time")
