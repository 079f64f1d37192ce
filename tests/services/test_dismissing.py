from __future__ import annotations

import pytest
from alembic import command

from tests.checks_given import give
from tests.factories import LONGEST, make_paired
from workbench.errors import BadInput, NotFound, SourceChanged
from workbench.extensions import db
from workbench.formats import read_pasted
from workbench.services.checking import check_translation, open_blocking
from workbench.services.dismissed import digest_of, finding_key
from workbench.services.dismissing import TextChanged, dismiss_finding, restore_finding
from workbench.services.following import view_changes
from workbench.services.merging import merge_with_next
from workbench.services.reviewers import rename_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.transactions import writing
from workbench.services.translations import find_translation
from workbench.services.updates import update_article
from workbench.tables import Article, DismissedFinding
from workbench.tables.setup import init_migrations

TEXT = "Then 7 came.\n\nIt is late.\n\nThen 7 came. Really."
SAID = {"Then 7 came.": "Vinieron  todos.", "It is late.": "ES TARDE.", "Really.": "De verdad."}


@pytest.fixture
def article_id(context, monkeypatch):
    give(monkeypatch)
    return make_paired(TEXT, SAID.get)


@pytest.fixture
def ana(context):
    return rename_reviewer(None, "Ana").id


@pytest.fixture
def dismiss(article_id, ana):
    def call(position=1, number=0, reason="", **more):
        row = view_row(article_id, "es", position)
        known = {"finding": finding_key(row.findings[number]), "digest": digest_of(row.whole_source, row.target)}
        values = {"reason": reason, "reviewer_id": ana} | known | more
        return dismiss_finding(article_id, "es", position, **values)

    return call


def open_ids(article_id, position):
    return [each.id for each in view_row(article_id, "es", position).findings]


def test_it_is_told_no_more_and_listed_with_who_and_why(article_id, dismiss):
    row = dismiss(reason="  they say\nall ")
    assert [each.id for each in row.findings] == ["spaces"]
    [dismissed] = row.dismissed
    assert (dismissed.finding.id, dismissed.reason, dismissed.reviewer) == ("digits", "they say all", "Ana")
    assert dismissed.colour.startswith("#")
    assert row.version == 1  # it is no edit


def test_it_counts_for_the_same_text_elsewhere_and_not_for_another(article_id, dismiss, ana):
    dismiss(reason="all of them")
    assert open_ids(article_id, 3) == ["spaces"]
    save_segment(article_id, "es", 3, text="Vinieron todos.", seen_version=1, reviewer_id=ana)
    assert open_ids(article_id, 3) == ["digits", "inconsistent"]
    save_segment(article_id, "es", 3, text="Vinieron  todos.", seen_version=2, reviewer_id=ana)
    assert open_ids(article_id, 3) == ["spaces"]


def test_other_desks_hear_of_it(article_id, dismiss):
    since = find_translation(article_id, "es")[1].change
    dismiss(reason="all of them")
    changes = view_changes(article_id, "es", since)
    assert {row.position: [each.id for each in row.findings] for row in changes.rows} == {1: ["spaces"], 3: ["spaces"]}


def test_it_does_not_block_any_more_and_the_check_says_why(article_id, dismiss):
    assert [each.position for each in open_blocking(article_id, "es")] == [1, 3]
    dismiss(reason="all of them")
    assert open_blocking(article_id, "es") == ()
    checked = check_translation(article_id, "es")
    assert [row.dismissed[0].reason for row in checked.rows if row.dismissed] == ["all of them"] * 2


@pytest.mark.parametrize("reason", ["", "  ", "ok", "!!!???", "a\0b", "x" * 501])
def test_what_blocks_needs_a_reason_of_a_few_letters(article_id, dismiss, reason):
    with pytest.raises(BadInput):
        dismiss(reason=reason)
    assert open_ids(article_id, 1) == ["digits", "spaces"]


def test_what_does_not_block_needs_none(article_id, dismiss):
    assert [each.finding.id for each in dismiss(2).dismissed] == ["shouting"]


def test_twice_is_once_and_the_first_reason_stays(article_id, dismiss):
    row = view_row(article_id, "es", 1)
    key = finding_key(row.findings[0])
    dismiss(reason="the first")
    again = dismiss(reason="the second", finding=key)
    assert [each.reason for each in again.dismissed] == ["the first"]


def test_of_another_text_or_an_unknown_finding_nothing_is_dismissed(article_id, dismiss, ana):
    row = view_row(article_id, "es", 1)
    key, digest = finding_key(row.findings[0]), digest_of(row.whole_source, row.target)
    save_segment(article_id, "es", 1, text="Vinieron.", seen_version=1, reviewer_id=ana)
    with pytest.raises(TextChanged):
        dismiss(finding=key, digest=digest, reason="too late")
    with pytest.raises(TextChanged):
        dismiss(finding="nonsense", reason="no such")
    with pytest.raises(SourceChanged):
        dismiss(reason="another sentence", seen_key="1-00000000")
    assert open_ids(article_id, 1) == ["digits"]


def test_it_can_be_brought_back_everywhere(article_id, dismiss):
    row = dismiss(reason="all of them")
    known = {"finding": finding_key(row.dismissed[0].finding), "digest": digest_of(row.whole_source, row.target)}
    since = find_translation(article_id, "es")[1].change
    back = restore_finding(article_id, "es", 3, **known)  # the same text, at its other place
    assert ([each.id for each in back.findings], back.dismissed) == (["digits", "spaces"], ())
    assert {row.position for row in view_changes(article_id, "es", since).rows} == {1, 3}
    change = find_translation(article_id, "es")[1].change
    assert restore_finding(article_id, "es", 1, **known).dismissed == ()
    assert find_translation(article_id, "es")[1].change == change
    with pytest.raises(TextChanged):
        restore_finding(article_id, "es", 2, **known)


@pytest.mark.parametrize(("article", "language", "position"), [(99, "es", 1), (1, "fr", 1), (1, "es", 99)])
def test_what_is_not_there_is_not_found(article_id, article, language, position):
    with pytest.raises(NotFound):
        dismiss_finding(article, language, position, finding="x", digest="x", reason="", reviewer_id=1)


def test_of_sentences_that_are_translated_together_both_sources_count(context, monkeypatch, ana):
    give(monkeypatch)
    article_id = make_paired("Then 7 came. They took 3.", lambda _: "Vinieron.")
    merge_with_next(article_id, "es", 1, seen_version=1, reviewer_id=ana)
    row = view_row(article_id, "es", 1)
    assert [each.piece for each in row.findings] == ["7", "3"]
    known = {"finding": finding_key(row.findings[1]), "digest": digest_of(row.whole_source, row.target)}
    row = dismiss_finding(article_id, "es", 1, reason="all of them", reviewer_id=ana, **known)
    assert ([each.piece for each in row.findings], len(row.dismissed)) == (["7"], 1)
    assert len(restore_finding(article_id, "es", 1, **known).findings) == 2


def renew(article_id, text):
    update_article(article_id, read_pasted(text, max_chars=LONGEST), force=True)
    db.session.rollback()


@pytest.mark.parametrize(
    "without",
    ["It is late.\n\nReally.", "It is late.\n\nThen 9 came. Really.", "It is late.\n\nThen  7 came. Really."],
    ids=["dropped", "changed", "spaced otherwise"],
)
def test_it_holds_again_when_the_sentence_comes_back(article_id, dismiss, without):
    dismiss(reason="all of them")
    renew(article_id, without)
    renew(article_id, TEXT)
    assert open_ids(article_id, 1) == open_ids(article_id, 3) == ["spaces"]
    [dismissed] = view_row(article_id, "es", 1).dismissed
    assert (dismissed.reason, dismissed.reviewer) == ("all of them", "Ana")


def test_it_holds_for_the_same_text_that_stays_when_its_first_place_goes(article_id, dismiss):
    dismiss(reason="all of them")
    renew(article_id, "It is late.\n\nThen 7 came. Really.")
    assert open_ids(article_id, 2) == ["spaces"]


def test_what_was_brought_back_stays_so_when_the_sentence_comes_back(article_id, dismiss):
    row = dismiss(reason="all of them")
    known = {"finding": finding_key(row.dismissed[0].finding), "digest": digest_of(row.whole_source, row.target)}
    renew(article_id, "It is late.\n\nReally.")
    renew(article_id, TEXT)
    restore_finding(article_id, "es", 1, **known)
    renew(article_id, "It is late.\n\nReally.")
    renew(article_id, TEXT)
    assert open_ids(article_id, 1) == ["digits", "spaces"]


def test_it_holds_for_merged_sentences_that_come_back_together(context, monkeypatch, ana):
    give(monkeypatch)
    article_id = make_paired("Then 7 came. They took 3.\n\nIt is late.", lambda _: "Vinieron.")
    merge_with_next(article_id, "es", 1, seen_version=1, reviewer_id=ana)
    row = view_row(article_id, "es", 1)
    known = {"finding": finding_key(row.findings[0]), "digest": digest_of(row.whole_source, row.target)}
    dismiss_finding(article_id, "es", 1, reason="all of them", reviewer_id=ana, **known)
    renew(article_id, "They took 3.\n\nIt is late.")
    assert open_ids(article_id, 1) == ["digits"]
    renew(article_id, "Then 7 came. They took 3.\n\nIt is late.")
    assert [each.piece for each in view_row(article_id, "es", 1).findings] == ["3"]


def test_it_goes_with_the_translation_and_comes_through_a_downgrade(app, article_id, dismiss):
    dismiss(reason="all of them")
    db.session.remove()
    init_migrations(app)
    config = app.extensions["migrate"].migrate.get_config()
    command.downgrade(config, "0011")
    command.upgrade(config, "head")
    assert open_ids(article_id, 1) == ["spaces"]
    with writing() as session:
        session.delete(session.get_one(Article, article_id))
    assert db.session.query(DismissedFinding).count() == 0
