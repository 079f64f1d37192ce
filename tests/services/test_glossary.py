import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from tests.conftest import test_settings as settings_in
from tests.factories import make_article, make_translated, run_jobs
from workbench.config import load_settings
from workbench.errors import NotFound
from workbench.extensions import db, workbench
from workbench.formats import read_pasted
from workbench.memory.entries import Entry, InvalidEntry
from workbench.memory.terms import CaseRule, Glossary, Term, broken_uses
from workbench.review import Origin, SegmentState
from workbench.services.desk import view_desk
from workbench.services.glossary import add_term, correct_term, import_terms, remove_term, restore_term
from workbench.services.glossary_lists import list_entries, list_terms, load_glossary, view_term
from workbench.services.memory import Wording
from workbench.services.memory import add_entry as add_wording
from workbench.services.probe import may_have_rows
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment, view_history, view_row
from workbench.services.translations import start_translation
from workbench.services.updates import update_article
from workbench.tables import GlossaryTerm
from workbench.tables.types import now
from workbench.translation.faults import FaultKind


def entry(source="Prime Minister", target="primer ministro", pair=("en", "es"), note="", **term):
    return Entry(*pair, Term(source, target, **term), note)


def sources(source="en", target="es"):
    glossary = load_glossary(source, target)
    return sorted(term.source for term in glossary.terms) if glossary else None


def test_add_correct_remove_and_bring_back(context):
    term_id = add_term(entry(), ensure_reviewer(None).id)
    assert sources() == ["Prime Minister"]
    correct_term(term_id, entry("PM", note="short", case=CaseRule.EXACT), seen_version=1)
    assert sources() == ["PM"]
    assert view_term(term_id).entry == entry("PM", note="short", case=CaseRule.EXACT)
    assert remove_term(term_id) == "PM"
    assert sources() is None
    assert list_terms().total == 0
    with pytest.raises(NotFound):
        view_term(term_id)
    restore_term(term_id)
    assert sources() == ["PM"]


def test_a_term_is_there_once_a_pair(context):
    first = add_term(entry())
    add_term(entry(pair=("en", "fr"), target="premier ministre"))
    with pytest.raises(InvalidEntry, match="is there already: primer ministro"):
        add_term(entry(target="presidente"))
    other = add_term(entry("Minister", "ministro"))
    with pytest.raises(InvalidEntry, match="is there already"):
        correct_term(other, entry(), seen_version=1)
    remove_term(first)
    correct_term(other, entry(), seen_version=1)
    assert sources() == ["Prime Minister"]
    with pytest.raises(NotFound) as gone:
        restore_term(first)
    assert "article" not in gone.value.hint  # the list of articles has no terms


def test_a_removed_term_that_is_added_again_is_what_is_given_now(context):
    remove_term(add_term(entry()))
    add_term(entry(target="presidente"))
    assert [each.term.target for each in list_entries()] == ["presidente"]


def test_a_correction_over_somebody_elses_is_not_lost_in_silence(context):
    term_id = add_term(entry())
    correct_term(term_id, entry(target="presidente"), seen_version=1)
    with pytest.raises(InvalidEntry, match="Prime Minister → presidente"):
        correct_term(term_id, entry(target="premier"), seen_version=1)
    correct_term(term_id, entry(target="presidente"), seen_version=1)  # what is there already
    assert view_term(term_id).version == 2


def test_what_was_removed_is_gone_for_good_after_the_undo_time(context):
    term_id = add_term(entry())
    remove_term(term_id)
    db.session.get(GlossaryTerm, term_id).deleted_at = now() - timedelta(hours=25)
    db.session.commit()
    add_term(entry("Minister", "ministro"))
    assert db.session.execute(select(GlossaryTerm.source, GlossaryTerm.id)).all() == [("Minister", term_id + 1)]


def test_importing_adds_changes_and_leaves(context):
    remove_term(add_term(entry("gone", "ido")))
    add_term(entry())
    add_term(entry("Minister", "ministro"))
    count = import_terms(
        [entry(target="premier"), entry("Minister", "ministro"), entry("gone", "ido"), entry("new", "nuevo")]
    )
    assert (count.added, count.changed, count.unchanged) == (1, 2, 1)
    assert {each.term.source: each.term.target for each in list_entries()} == {
        "Prime Minister": "premier",
        "Minister": "ministro",
        "gone": "ido",
        "new": "nuevo",
    }
    assert import_terms([]).added == 0


def test_ten_thousand_terms_are_imported_and_found(context):
    entries = [entry(f"term number{n}", f"término {n}") for n in range(10_000)]
    assert import_terms(entries).added == 10_000
    assert import_terms(entries).unchanged == 10_000
    assert len(load_glossary("en", "es")) == 10_000


def test_pages_searches_and_pairs(context):
    import_terms([entry(f"Word {n:03}", "palabra") for n in range(60)])
    import_terms([entry("Ärzte", "doctors", ("de", "en"), note="50% of them_"), entry("Zug", "train", ("de", "en"))])
    assert [each.entry.term.source for each in list_terms(page=9).items][-2:] == ["Zug", "Ärzte"]
    assert (list_terms().pages, list_terms().total) == (2, 62)
    assert [each.entry.term.target for each in list_terms("ÄRZTE").items] == ["doctors"]
    assert list_terms("50% them_").total == 1
    assert list_terms("%").total == 1
    assert list_terms("", "de>en").total == 2
    assert [(pair.code, pair.terms) for pair in list_terms().pairs] == [("de>en", 2), ("en>es", 60)]


def test_terms_are_read_once_until_another_process_changes_them(app, context):
    add_term(entry())
    load_glossary("en", "es")
    sent = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))
    known = load_glossary("en", "es")
    assert load_glossary("en", "es") is known
    assert len(sent) == 2
    db.session.rollback()
    code = (
        "from workbench.app import create_app; from workbench.services.glossary import add_term\n"
        "from workbench.memory.entries import make_entry\n"
        f"with create_app({{'data_dir': {str(app.instance_path)!r}, 'argos_packages': False}}).app_context():\n"
        "    add_term(make_entry(source='bank', target='banco', source_language='en', target_language='es'))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert sources() == ["Prime Minister", "bank"]
    assert load_glossary("en", "es").terms != known.terms


def test_a_machine_text_follows_the_glossary_or_is_flagged(context):
    import_terms([entry("cat", "minino"), entry("dog", "perro"), entry("late", "anochecido")])
    article_id = make_translated(context)
    for position in (1, 2, 3):
        row = view_row(article_id, "es", position)
        wanted = [fault.detail for fault in row.faults if fault.kind is FaultKind.BROKEN_TERM]
        assert len(row.terms) == 1
        assert wanted == [term.wanted for term in row.broken_terms]
        assert (row.state is SegmentState.FLAGGED) == bool(row.faults)


def test_the_history_has_the_terms_that_the_model_had_to_use(context):
    import_terms([entry("cat", "minino"), entry("house", "qzxv")])
    article_id = make_translated(context, "The cat sleeps in the house.\n\nThe dog runs.")
    (made,) = view_history(article_id, "es", 1)
    row = view_row(article_id, "es", 1)
    assert made.terms == tuple((term.source, term.wanted) for term in row.terms if term.is_followed)
    assert ("cat", "minino") in made.terms
    assert view_history(article_id, "es", 2)[0].terms == ()
    ana = ensure_reviewer(None).id
    save_segment(article_id, "es", 1, text="El minino duerme.", seen_version=1, reviewer_id=ana)
    assert [bool(each.terms) for each in view_history(article_id, "es", 1)] == [False, True]
    update_article(article_id, read_pasted("The dog runs.", max_chars=1_000), force=True)
    update_article(article_id, read_pasted("The cat sleeps in the house.", max_chars=1_000), force=True)
    db.session.rollback()
    assert [each.terms for each in view_history(article_id, "es", 1)] == [(), (), made.terms]


def test_what_came_from_the_memory_was_not_made_with_the_glossary(context):
    import_terms([entry("cat", "gato")])
    add_wording(Wording("en", "es", "The cat sleeps.", "El gato duerme."), reviewer_id=ensure_reviewer(None).id)
    article_id = make_translated(context)
    (made,) = view_history(article_id, "es", 1)
    assert (made.origin, made.terms) == (Origin.MEMORY, ())


def test_the_engine_says_which_terms_its_text_does_not_follow(context):
    glossary = Glossary([Term("cat", "qzxv"), Term("sleeps", "duerme")])
    [hypothesis] = workbench().engine.translate(["The cat sleeps."], "en", "es", glossary=glossary)
    broken = [fault.detail for fault in hypothesis.faults if fault.kind is FaultKind.BROKEN_TERM]
    assert broken == [use.wanted for use in broken_uses(glossary.find("The cat sleeps."), hypothesis.text)]
    assert "qzxv" in broken or "qzxv" in hypothesis.text


def test_a_reviewers_text_is_checked_too_and_after_every_change_of_the_glossary(context):
    article_id = make_translated(context)
    term_id = add_term(entry("cat", "minino"))
    assert view_row(article_id, "es", 1).broken_terms
    row = view_row(article_id, "es", 1)
    reviewer = ensure_reviewer(None).id
    saved = save_segment(
        article_id, "es", 1, text="Los mininos duermen.", seen_version=row.version, reviewer_id=reviewer
    )
    assert saved.row.terms
    assert not saved.row.broken_terms
    correct_term(term_id, entry("cat", "gato"), seen_version=1)
    rows = [row for paragraph in view_desk(article_id, "es").paragraphs for row in paragraph.rows]
    assert [len(row.broken_terms) for row in rows] == [1, 0, 0]


def test_a_sentence_that_waits_breaks_nothing(context):
    add_term(entry("cat", "minino"))
    article_id = make_article()
    start_translation(article_id, "es")
    row = view_row(article_id, "es", 1)
    assert row.terms
    assert not row.broken_terms
    run_jobs(context)


def test_the_probe_knows_where_there_is_nothing(tmp_path):
    settings = load_settings(settings_in(tmp_path) | {"database_url": f"sqlite:///{tmp_path / 'workbench.sqlite'}"})
    assert not may_have_rows(settings, "glossary_term", "en", "es")
    (tmp_path / "workbench.sqlite").write_bytes(b"")
    assert not may_have_rows(settings, "glossary_term", "en", "es")
    (tmp_path / "workbench.sqlite").write_bytes(b"no database at all" * 100)
    assert may_have_rows(settings, "glossary_term", "en", "es")
    server = load_settings(settings_in(tmp_path) | {"database_url": "postgresql://somewhere/else"})
    assert may_have_rows(server, "glossary_term", "en", "es")


def test_the_probe_sees_the_rows_of_the_pair_only(app, context):
    settings = load_settings(settings_in(app.instance_path))
    assert not may_have_rows(settings, "glossary_term", "en", "es")
    add_term(entry())
    assert may_have_rows(settings, "glossary_term", "en", "es")
    assert not may_have_rows(settings, "glossary_term", "es", "en")
