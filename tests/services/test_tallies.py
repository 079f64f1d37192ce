"""What is kept of a translation is what a fresh look at it finds, whatever was written to it."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, event

from tests.factories import make_paired, run_jobs
from workbench.errors import SourceChanged
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.review import SegmentState
from workbench.search import Query
from workbench.services.dismissed import digest_of, finding_key
from workbench.services.dismissing import dismiss_finding
from workbench.services.findings import FindingCache, Registry
from workbench.services.following import view_changes
from workbench.services.merging import merge_with_next, split_at
from workbench.services.restoring import restore_version
from workbench.services.reviewers import ensure_reviewer, rename_reviewer
from workbench.services.rewording import Rewording, preview_rewording, replace_found
from workbench.services.rows import read_rows
from workbench.services.segments import save_segment, view_row
from workbench.services.summaries import count_progress
from workbench.services.tallies import Standing, read_standing
from workbench.services.tally import Line, Tally
from workbench.services.transactions import writing
from workbench.services.translation_versions import name_version
from workbench.services.translations import find_translation
from workbench.services.undo import undo_mine
from workbench.services.updates import update_article
from workbench.services.versions import undo_update
from workbench.services.views.find import Seen
from workbench.services.written import read_basis
from workbench.tables import Article, Translation

TEXT = "The cat sleeps. It is late.\n\nThe dog runs. The cat sleeps.\n\nIt is late. Nobody knows.\n\n"
TEXT += "The cat sleeps. It is late."
SPANISH = {
    "The cat sleeps.": "El gato duerme.",
    "The dog runs.": "El perro corre.",
    "It is late.": "Es tarde.",
    "Nobody knows.": "Nadie lo sabe.",
}


@pytest.fixture
def article(context):
    """Eight sentences, one of them three times; the last paragraph repeats the first."""
    return make_paired(TEXT, SPANISH.__getitem__)


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


def save(article, position, text, ana, *, accept=False):
    seen = view_row(article, "es", position).version
    return save_segment(article, "es", position, text=text, seen_version=seen, reviewer_id=ana, accept=accept)


def standing(article):
    db.session.rollback()
    _, translation = find_translation(article, "es")
    basis = read_basis(translation.id)
    return read_standing(basis.written)


def fresh(article, app):
    """What somebody finds who has never looked: an application that keeps nothing yet."""
    kept = app.extensions.pop("tallies")
    found = standing(article)
    app.extensions["tallies"] = kept
    return found


def replace_late(article, ana):
    rewording = Rewording(Query("tarde"), "noche", keeps_case=True)
    chosen = [
        Seen(each.row.position, each.row.version, each.row.key)
        for each in preview_rewording(article, "es", rewording).sentences
    ]
    assert chosen
    replace_found(article, "es", rewording, chosen, reviewer_id=ana)


def merge(article, position, ana):
    seen = view_row(article, "es", position).version
    merge_with_next(article, "es", position, seen_version=seen, reviewer_id=ana)


def split(article, position, ana):
    seen = view_row(article, "es", position).version
    split_at(article, "es", position, before=None, seen_version=seen, reviewer_id=ana)


def test_after_every_kind_of_write_it_is_what_a_fresh_look_finds(app, article, ana):
    version = name_version(article, "es", "Early", reviewer_id=ana)
    steps = [
        lambda: save(article, 4, "El gato está dormido.", ana),
        lambda: save(article, 2, "Ya es tarde.", ana, accept=True),
        lambda: merge(article, 3, ana),
        lambda: merge(article, 1, ana),
        lambda: save(article, 1, "Duerme el gato y es tarde.", ana, accept=True),
        lambda: undo_mine(article, "es", reviewer_id=ana),
        lambda: split(article, 1, ana),
        lambda: replace_late(article, ana),
        lambda: undo_mine(article, "es", reviewer_id=ana),
        lambda: update_article(article, read_pasted(TEXT.replace("The dog runs", "The big dog runs"), max_chars=9_999)),
        lambda: run_jobs(app),
        lambda: undo_update(article, 2),
        lambda: restore_version(article, "es", version, reviewer_id=ana),
    ]
    seen = set()
    for number, step in enumerate(steps):
        step()
        found = standing(article)
        assert found == fresh(article, app), number
        _, translation = find_translation(article, "es")
        assert found.progress == count_progress([translation.id])[translation.id], number
        seen.add((tuple(found.across), tuple(found.groups.values()), found.progress))
    assert len(seen) > 6
    assert any(across for across, _, _ in seen)
    assert any(groups for _, groups, _ in seen)


def test_a_save_reads_only_what_was_written(app, article, ana):
    save(article, 4, "El gato está dormido.", ana)
    read = []
    event.listen(db.engine, "after_cursor_execute", lambda _c, _u, query, *_: read.append(query))
    save(article, 6, "No lo sabe nadie.", ana)
    tallied = [query for query in read if "segment.words, translated_segment.follows_id" in query]
    assert len(tallied) == 1
    assert "translated_segment.change >" in tallied[0]


def test_what_is_rolled_back_was_never_kept(article, ana):
    before = standing(article)
    _, translation = find_translation(article, "es")
    translation_id = translation.id
    with pytest.raises(RuntimeError), writing() as session:
        row = session.get_one(Translation, translation_id)
        row.change += 1
        session.flush()
        basis = read_basis(translation_id)
        session.execute(
            db.text("UPDATE translated_segment SET text = 'x', state = 'edited', change = :c"), {"c": row.change}
        )
        assert read_standing(basis.written).progress.edited == 8
        raise RuntimeError
    assert standing(article) == before
    save(article, 6, "No lo sabe nadie.", ana)
    assert standing(article).progress.edited == 1


@pytest.fixture
def updated_at_commit(app, article):
    """While it is entered, the first commit of this thread is followed by an update that drops a sentence."""

    @contextmanager
    def enter():
        done = []

        def update():
            with app.app_context():
                update_article(article, read_pasted(TEXT.replace("The dog runs. ", ""), max_chars=9_999))
                db.session.remove()

        def committed(_session):
            if not done:
                done.append(True)
                thread = threading.Thread(target=update)
                thread.start()
                thread.join()

        event.listen(db.session, "after_commit", committed)
        try:
            yield
        finally:
            event.remove(db.session, "after_commit", committed)
        assert done

    return enter


def test_a_thread_that_comes_late_is_told_the_newer_standing_and_reads_no_sentence(article, ana):
    translation_id = find_translation(article, "es")[1].id
    older = read_basis(translation_id).written
    read_standing(older)
    save(article, 6, "No lo sabe nadie.", ana)
    newest = standing(article)
    db.session.rollback()
    queries = []
    note = lambda _c, _u, query, *_: queries.append(query)  # noqa: E731
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        late = read_standing(older)
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert late.progress == newest.progress
    assert late.across == newest.across
    assert queries == []
    assert standing(article) == newest


def test_a_sentence_that_is_dropped_as_it_is_saved_is_said_to_be_gone(article, ana, updated_at_commit):
    """Between the write and the answer an update takes the sentence away: the answer says so, and no error comes."""
    seen = view_row(article, "es", 3)
    with updated_at_commit(), pytest.raises(SourceChanged):
        save_segment(article, "es", 3, text="Un perro.", seen_version=seen.version, reviewer_id=ana, seen_key=seen.key)


def test_a_sentence_that_moves_as_it_is_saved_is_answered_where_it_stands(article, ana, updated_at_commit):
    seen = view_row(article, "es", 6)
    with updated_at_commit():
        saved = save_segment(article, "es", 6, text="Quién sabe.", seen_version=seen.version, reviewer_id=ana)
    assert (saved.row.position, saved.row.target) == (5, "Quién sabe.")


def test_what_was_dismissed_and_what_others_say_the_same_comes_with_the_next_poll(article, ana):
    save(article, 4, "El gato está dormido.", ana)
    _, translation = find_translation(article, "es")
    since = translation.change
    row = view_row(article, "es", 4)
    finding = next(each for each in row.findings if each.id == "consistency")
    digest = digest_of(row.source, row.target)
    dismiss_finding(article, "es", 4, finding=finding_key(finding), digest=digest, reason="On purpose", reviewer_id=ana)
    db.session.rollback()
    changes = view_changes(article, "es", since)
    assert [each.id for row in changes.rows if row.position == 4 for each in row.findings] == []
    since = changes.change
    save(article, 4, "El gato duerme.", ana)
    db.session.rollback()
    changes = view_changes(article, "es", since)
    assert {row.position for row in changes.rows} >= {1, 4, 7}  # they say the same, so their findings may have changed
    assert [row.findings for row in read_rows(translation.id) if row.position in (1, 4, 7)] == [(), (), ()]


def test_two_articles_do_not_share_what_is_kept(article, ana):
    other = make_paired("It is late. It is late.", SPANISH.__getitem__)
    save(other, 1, "Es de noche.", ensure_reviewer(ana).id)
    assert standing(other).progress.total == 2
    assert standing(article).progress.total == 8
    assert standing(article).across == {}


SOURCES, TEXTS = ("A cat.", "A  cat.", "A dog."), ("", "Un gato.", "Gato.", "Un perro.")
STATES = (SegmentState.MACHINE, SegmentState.EDITED, SegmentState.ACCEPTED, SegmentState.FLAGGED)
_LINE = st.tuples(st.integers(1, 6), st.sampled_from(TEXTS), st.sampled_from(STATES), st.booleans(), st.integers(0, 3))


def line(id_, text, state, is_repeat, back):
    """A row with a source of its own for good; one without a text may stand in the text of a row before it."""
    head = id_ - back if not text and 0 < back < id_ else None
    return Line(id_, id_, SOURCES[id_ % len(SOURCES)], text, state, id_, is_repeat, head)


def failing(_pairs):
    raise ValueError("a check that fails")


@pytest.mark.parametrize(
    "registry",
    [Registry(), Registry(article_checks=()), Registry(article_checks=(failing,))],
    ids=["all", "none", "bad"],
)
@given(writes=st.lists(st.lists(_LINE, min_size=1, max_size=3, unique_by=lambda each: each[0]), max_size=8))
def test_a_tally_that_follows_the_writes_is_one_made_at_the_end(registry, writes):
    find = FindingCache(registry).find_in_article
    start = [line(id_, TEXTS[id_ % len(TEXTS)], SegmentState.MACHINE, False, 1) for id_ in range(1, 7)]
    followed = Tally(find, is_by_source=registry.is_by_source)
    followed.update(start)
    last = {each.id: each for each in start}
    for write in writes:
        lines = [line(*each) for each in write]
        followed.update(lines)
        last |= {each.id: each for each in lines}
    made = Tally(find, is_by_source=False)
    made.update(last.values())
    assert _told(followed) == _told(made)


def _told(tally):
    return Standing(
        tally.across, tally.progress(), tally.groups(), tuple(tally.places_of([2, 9])), tuple(tally.likes_of([1, 3]))
    )


def test_a_repeat_that_a_merge_lets_go_is_told(app, article, ana):
    """Its leader's sentence is merged with one that it does not follow any more."""
    save(article, 8, "Ya es muy tarde.", ana)
    assert standing(article).progress.repeated == 1
    since = view_changes(article, "es", 0).change
    merge(article, 1, ana)
    assert standing(article) == fresh(article, app)
    assert standing(article).progress.repeated == 0
    told = {row.position: row.follows for row in view_changes(article, "es", since).rows}
    assert told[7] is None


def test_a_translation_with_a_used_number_is_not_told_what_another_said(app, context):
    """With an undo time of none, a number can be free and given again at once."""
    numbers = set()
    for sentence in ("The cat sleeps.", "The dog runs."):
        article = make_paired(sentence, SPANISH.__getitem__)
        found = view_changes(article, "es", 0)
        assert [row.source for row in found.rows] == [sentence]
        numbers.add((find_translation(article, "es")[1].id, found.change))
        with writing() as session:
            session.execute(delete(Article))
    assert len(numbers) == 1
