import threading

import pytest

from tests.conftest import SEED
from tests.factories import make_article, make_seed_article, make_translated, run_jobs
from workbench.errors import BadInput, NotFound, StaleEdit
from workbench.extensions import db
from workbench.review import Origin, SegmentState
from workbench.services.desk import view_desk
from workbench.services.following import view_changes
from workbench.services.reviewers import ensure_reviewer, rename_reviewer
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.translations import start_translation


def save(article_id, position, text, *, seen=1, reviewer=None, accept=False):
    reviewer_id = reviewer or ensure_reviewer(None).id
    return save_segment(
        article_id, "es", position, text=text, seen_version=seen, reviewer_id=reviewer_id, accept=accept
    )


def test_a_correction_is_stored_with_its_revision(context):
    article_id = make_translated(context)
    ana = rename_reviewer(None, "Ana").id
    machine = view_row(article_id, "es", 1)
    saved = save(article_id, 1, "El gato duerme ya.", seen=machine.version, reviewer=ana)
    assert (saved.row.target, saved.row.state, saved.row.version) == ("El gato duerme ya.", SegmentState.EDITED, 2)
    assert saved.row.reviewer == "Ana"
    assert saved.row.machine == machine.target
    history = view_history(article_id, "es", 1)
    assert [(entry.reviewer, entry.origin, entry.after) for entry in history] == [
        ("Ana", Origin.REVIEWER, "El gato duerme ya."),
        ("", Origin.MACHINE, machine.target),
    ]
    assert history[0].before == machine.target


def test_a_stale_save_changes_nothing_and_gives_both_texts(context):
    article_id = make_translated(context)
    ana = rename_reviewer(None, "Ana").id
    save(article_id, 1, "De Ana.", reviewer=ana)
    with pytest.raises(StaleEdit) as stale:
        save(article_id, 1, "De Luis.", seen=1)
    assert (stale.value.theirs, stale.value.mine, stale.value.version) == ("De Ana.", "De Luis.", 2)
    assert stale.value.author == "Ana"
    assert view_row(article_id, "es", 1).target == "De Ana."
    assert save(article_id, 1, "De Luis.", seen=stale.value.version).row.target == "De Luis."


def test_the_base_of_a_merge_is_the_version_that_was_seen(context):
    article_id = make_translated(context)
    mine, theirs = ensure_reviewer(None).id, ensure_reviewer(None).id
    machine = view_row(article_id, "es", 1).target
    texts = [machine]
    for version in (1, 2, 3):  # what an editor that saves by itself does
        texts.append(f"Guardado {version}.")
        save(article_id, 1, texts[-1], seen=version, reviewer=mine)
    save(article_id, 1, "De Ana.", seen=4, reviewer=theirs)
    save(article_id, 1, "De Ana otra vez.", seen=5, reviewer=theirs)
    for seen, base in ((0, ""), *enumerate(texts, 1), (-1, None), (7, None), (10**19, None)):
        with pytest.raises(StaleEdit) as stale:
            save(article_id, 1, "Tarde.", seen=seen, reviewer=mine)
        assert stale.value.base == base


def test_the_model_s_text_arriving_while_a_sentence_is_open_is_no_conflict(context):
    article_id = make_article()
    start_translation(article_id, "es")
    seen = view_row(article_id, "es", 1).version
    run_jobs(context)
    assert view_row(article_id, "es", 1).version > seen
    assert save(article_id, 1, "Escrito antes.", seen=seen).row.target == "Escrito antes."


def test_a_save_sent_twice_is_one_save(context):
    article_id = make_translated(context)
    save(article_id, 1, "Una vez.")
    again = save(article_id, 1, "Una vez.", seen=1)
    assert again.row.version == 2
    assert len(view_history(article_id, "es", 1)) == 2


def test_of_two_people_saving_at_once_one_wins_and_one_is_told(app, context):
    article_id = make_translated(context)
    reviewers = [ensure_reviewer(None).id for _ in range(2)]
    results, gate = [], threading.Barrier(2)

    def work(number):
        with app.app_context():
            gate.wait()
            try:
                save(article_id, 1, f"Texto {number}.", reviewer=reviewers[number])
                results.append("saved")
            except StaleEdit as error:
                results.append((error.theirs, error.mine))
            finally:
                db.session.remove()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "saved" in results
    (lost,) = [result for result in results if result != "saved"]
    assert set(lost) == {"Texto 0.", "Texto 1."}


@pytest.mark.parametrize(
    ("before", "text_changes", "accept", "after"),
    [
        (SegmentState.MACHINE, True, False, SegmentState.EDITED),
        (SegmentState.MACHINE, False, False, SegmentState.MACHINE),
        (SegmentState.MACHINE, False, True, SegmentState.ACCEPTED),
        (SegmentState.ACCEPTED, True, False, SegmentState.EDITED),
        (SegmentState.ACCEPTED, False, False, SegmentState.ACCEPTED),
    ],
)
def test_states(context, before, text_changes, accept, after):
    article_id = make_translated(context)
    row = view_row(article_id, "es", 1)
    if before is SegmentState.ACCEPTED:
        row = save(article_id, 1, row.target, seen=row.version, accept=True).row
    text = "Otro texto." if text_changes else row.target
    assert save(article_id, 1, text, seen=row.version, accept=accept).row.state is after


def test_a_repeat_takes_corrections_until_it_is_edited_itself(context):
    article_id = make_seed_article(SEED)
    start_translation(article_id, "es")
    run_jobs(context)
    rows = {row.follows: row.position for block in view_desk(article_id, "es").paragraphs for row in block.rows}
    follower = rows[2]
    saved = save(article_id, 2, "El embajador habló.")
    assert [(row.position, row.target, row.origin) for row in saved.followers] == [
        (follower, "El embajador habló.", Origin.REPEAT)
    ]
    own = save(article_id, follower, "Lo dijo el embajador.", seen=saved.followers[0].version)
    assert own.row.follows is None
    assert view_row(article_id, "es", 2).target == "El embajador habló."
    save(article_id, 2, "El embajador calló.", seen=saved.row.version)
    assert view_row(article_id, "es", follower).target == "Lo dijo el embajador."


def test_a_poll_sees_exactly_what_was_saved_since(context):
    article_id = make_translated(context)
    change = view_desk(article_id, "es").change
    saved = save(article_id, 3, "Es tarde ya.")
    changes = view_changes(article_id, "es", change)
    assert changes is not None
    assert [row.position for row in changes.rows] == [3]
    assert changes.change == saved.change > change
    assert changes.progress.edited == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "a\0b", "x" * 400_001])
def test_what_cannot_be_a_sentence_is_refused(context, text):
    article_id = make_translated(context)
    with pytest.raises(BadInput):
        save(article_id, 1, text)
    assert view_row(article_id, "es", 1).version == 1


def test_a_pasted_line_end_becomes_a_space(context):
    article_id = make_translated(context)
    assert save(article_id, 1, " El gato \r\n duerme.\n").row.target == "El gato duerme."


def test_what_is_not_there_is_said(context):
    article_id = make_article()
    with pytest.raises(NotFound):
        view_row(article_id, "es", 1)
    translated = make_translated(context)
    with pytest.raises(NotFound):
        save(translated, 99, "Nada.")
