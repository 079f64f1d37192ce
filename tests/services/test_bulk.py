"""Many articles at once: the list that is asked for, and what is done to it."""

from __future__ import annotations

import zipfile
from datetime import timedelta

import pytest

from tests.factories import make_article, make_paired, make_translated, run_jobs
from workbench.errors import BadInput, NotFound, UnknownLanguage
from workbench.extensions import db
from workbench.review import JobState
from workbench.services import bulk, bundles
from workbench.services.article_filters import STATES, languages_of_articles
from workbench.services.articles import delete_article, list_articles, view_article
from workbench.services.jobs import cancel_job, list_jobs
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment
from workbench.services.sorting import SORTS
from workbench.services.translations import start_translation
from workbench.services.views.article_lists import ArticleQuery
from workbench.tables import Article, Job, Translation
from workbench.tables.types import now


def review(article_id: int, *positions: int, language: str = "es") -> None:
    for position in positions:
        save_segment(
            article_id, language, position, text="Revisado.", seen_version=1, reviewer_id=ensure_reviewer(None).id
        )


@pytest.fixture
def articles(context):
    """One article in each state, by the name of the state."""
    ids = {
        "unreviewed": make_translated(context, "First: the cat sleeps.\n\nIt is late."),
        "reviewed": make_translated(context, "Second: it is late."),
        "untranslated": make_article("Third: nobody translates this."),
        "failed": make_article("Fourth: this stops with an error."),
        "translating": make_article("Fifth: this is waiting."),
        "incomplete": make_article("Sixth: this was cancelled."),
        "german": make_paired("Siebtens: ein Satz.", lambda _: "Seventh: a sentence.", source="de", target="en"),
    }
    review(ids["reviewed"], 1)
    for name in ("failed", "incomplete", "translating"):
        start_translation(ids[name], "es")
    by_article = {job.article_id: job.id for job in list_jobs()}
    cancel_job(by_article[ids["incomplete"]])
    db.session.get_one(Job, by_article[ids["failed"]]).state = JobState.FAILED
    db.session.commit()
    return ids


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, "german incomplete translating failed untranslated reviewed unreviewed"),
        ({"state": "unreviewed"}, "german incomplete translating failed unreviewed"),
        ({"state": "reviewed"}, "reviewed"),
        ({"state": "translating"}, "translating"),
        ({"state": "failed"}, "failed"),
        ({"state": "incomplete"}, "incomplete failed"),
        ({"state": "untranslated"}, "untranslated"),
        ({"state": "untranslated", "target": "es"}, "german untranslated"),
        ({"state": "flagged"}, ""),
        ({"state": "draft", "target": "en"}, "german"),
        ({"state": "approved"}, ""),
        ({"state": "nonsense"}, "german incomplete translating failed untranslated reviewed unreviewed"),
        ({"source": "de"}, "german"),
        ({"source": "de", "target": "es"}, ""),
        ({"target": "en"}, "german"),
        ({"target": "es", "state": "unreviewed", "q": "CAT"}, "unreviewed"),
        ({"source": "xx"}, ""),
        ({"sort": "oldest", "source": "en", "state": "reviewed"}, "reviewed"),
        ({"sort": "title", "q": "t"}, "translating unreviewed failed reviewed german incomplete untranslated"),
        ({"sort": "-progress", "target": "es", "state": "reviewed"}, "reviewed"),
    ],
)
def test_the_list_shows_what_is_asked_for_in_the_order_that_is_asked_for(articles, asked, names):
    found = list_articles(asked=ArticleQuery(**asked))
    expected = [articles[name] for name in names.split()]
    shown = [article.id for article in found.items]
    if asked.get("state") in ("unreviewed", "incomplete"):
        shown, expected = sorted(shown), sorted(expected)
    assert shown == expected
    assert found.total == len(expected)
    assert sorted(bulk.find_ids(ArticleQuery(**asked))) == sorted(expected)


def test_orders(articles):
    def first(sort: str) -> int:
        return list_articles(asked=ArticleQuery(sort=sort)).items[0].id

    assert first("progress") != first("-progress")
    assert first("-progress") == articles["reviewed"]
    assert first("oldest") == articles["unreviewed"]
    translation = db.session.query(Translation).filter_by(article_id=articles["unreviewed"]).one()
    translation.updated_at = now() + timedelta(hours=1)
    db.session.commit()
    assert first("updated") == articles["unreviewed"]
    assert {len(list_articles(asked=ArticleQuery(sort=sort)).items) for sort in (*SORTS, "nonsense")} == {7}


def test_every_state_can_be_asked_for_and_the_languages_are_those_of_the_articles(articles):
    for state in STATES:
        list_articles(asked=ArticleQuery(state=state.id, target="es"))
    assert languages_of_articles() == (("de", "en"), ("en", "es"))
    delete_article(articles["german"])
    assert languages_of_articles() == (("en",), ("es",))


def test_many_are_translated_and_what_cannot_be_is_told(context, articles):
    report = bulk.translate_articles([*articles.values(), 999], "es")
    assert report.done == 4  # the one that nobody translated, and the three that are not complete
    told = [(str(failure.title)[:8], str(failure.reason)) for failure in report.failed]
    assert told == [
        ("Article ", "it is not there any more"),
        ("First: t", "it is translated already"),
        ("Second: ", "it is translated already"),
        ("Siebtens", "No installed model translates from de to es."),
    ]
    run_jobs(context)
    assert list_articles(asked=ArticleQuery(state="incomplete")).total == 0
    assert [str(each.reason) for each in bulk.translate_articles([articles["german"]], "de").failed] == [
        "it is in German already"
    ]
    with pytest.raises(UnknownLanguage):
        bulk.translate_articles([1], "not a language")


def test_many_are_deleted_and_come_back_together(articles):
    ids = list(articles.values())
    before = list_articles()
    delete_article(ids[0])
    deleted = bulk.delete_articles([*ids, 999])
    assert deleted.done == len(ids) - 1
    assert list_articles().total == 0
    assert bulk.restore_deleted_at(deleted.moment) == len(ids) - 1
    with pytest.raises(NotFound):
        view_article(ids[0])  # it was deleted on its own
    with pytest.raises(NotFound):
        bulk.restore_deleted_at(deleted.moment)
    assert [article.id for article in list_articles().items] == [each.id for each in before.items if each.id != ids[0]]


def test_one_file_has_all_translations_and_says_what_is_missing(context, articles):
    same = make_translated(context, "Second: it is late.")
    bundle = bundles.bundle_exports([*articles.values(), same, 999])
    with bundle.file as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        note = archive.read(bundles.NOTE).decode()
        assert archive.read("second-it-is-late.es.txt").decode().strip() == "Revisado."
    assert len({name.casefold() for name in names}) == len(names) == bundle.files + 1
    assert "second-it-is-late.es.1-unreviewed.txt" in names
    assert "“Third: nobody translates this.” is not translated yet." in note
    assert "fourth-this-stops-with-an-error.es.1-unreviewed.txt: 1 sentences are in the source language." in note


def test_names_in_a_file_are_safe_and_unlike_each_other(context):
    titles = ["CON", "con", "../../etc/passwd", "مرحبا", "🙂", "a" * 300, "x.y/z\\w", "Ä", "A"]
    ids = [make_paired(f"{title}\n\nText number {n}.", lambda sentence: sentence) for n, title in enumerate(titles)]
    bundle = bundles.bundle_exports(ids, language="es")
    with bundle.file as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    assert len({name.casefold() for name in names}) == len(ids)
    for name in names:
        assert name.isascii()
        assert not set(name) & set('/\\:*?"<>|')
        assert not name.startswith(".")
        assert name.split(".")[0].lower() != "con"


def test_nothing_to_export_and_too_much_are_told(context, articles, monkeypatch):
    with pytest.raises(BadInput, match="None of these"):
        bundles.bundle_exports([articles["untranslated"]])
    with pytest.raises(BadInput, match="None of these"):
        bundles.bundle_exports([articles["reviewed"]], language="fr")
    with pytest.raises(BadInput, match="200 articles"):
        bundles.bundle_exports(list(range(201)))
    monkeypatch.setattr(bundles, "MOST_BYTES", 3)
    with pytest.raises(BadInput, match="too much"):
        bundles.bundle_exports([articles["reviewed"]])


def test_too_many_at_once_are_refused_and_nothing_is_done(articles, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_ARTICLES", 2)
    ids = list(articles.values())
    for work in (bulk.delete_articles, lambda ids: bulk.translate_articles(ids, "es")):
        with pytest.raises(BadInput, match="2 articles at most"):
            work(ids)
    with pytest.raises(BadInput, match="2 articles at most"):
        bulk.find_ids(ArticleQuery())
    assert len(bulk.find_ids(ArticleQuery(state="reviewed"))) == 1
    assert db.session.query(Article).filter(Article.deleted_at.is_not(None)).count() == 0
