from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from tests.conftest import SEED
from tests.factories import make_article, make_seed_article, make_translated
from workbench.errors import NotFound, UnknownLanguage
from workbench.extensions import db
from workbench.formats.document import BlockKind
from workbench.services.articles import (
    delete_article,
    list_articles,
    purge_deleted,
    restore_article,
    view_article,
)
from workbench.services.export import read_source
from workbench.tables import Article, Block, Job, Revision, Segment, TranslatedSegment, Translation
from workbench.tables.types import now


def test_the_seed_article_is_stored_as_it_is(context, seed_bytes):
    article_id = make_seed_article(SEED)
    view = view_article(article_id)
    assert view.summary.title == "'Mom... I'm afraid': Russian soldier's texts to mother before he died"
    assert view.summary.published == date(2022, 3, 1)
    assert [block.repeats for block in view.blocks[4:7]] == [1, 2, 3]
    assert view.blocks[7].kind is BlockKind.SEPARATOR
    from workbench.formats import write_document

    assert write_document(read_source(db.session.get_one(Article, article_id))) == seed_bytes


def test_sentences_are_numbered_over_the_whole_article(context):
    article_id = make_article("One is here. Two is here.\n\nThree is here.")
    positions = db.session.execute(
        select(Segment.position, Segment.text).where(Segment.article_id == article_id).order_by(Segment.position)
    ).all()
    assert [tuple(row) for row in positions] == [(1, "One is here."), (2, "Two is here."), (3, "Three is here.")]


def test_an_article_without_a_title_is_called_by_its_first_words(context):
    view = view_article(make_article("word " * 60 + "end."))
    assert view.summary.title.endswith("…")
    assert len(view.summary.title) <= 81


def test_an_unknown_language_is_refused(context):
    with pytest.raises(UnknownLanguage):
        make_article(source="not a language")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("cat", 1),
        ("CAT sleeps", 1),
        ("cat missing", 0),
        ("100%", 1),
        ("МОСКВА", 1),
        ("москва", 1),
        ("éire", 1),
        ("STRASSE", 1),
        ("%", 1),
        ("_", 0),
        ("  ", 2),
    ],
)
def test_search_finds_articles_with_all_the_words(context, query, found):
    make_article("The cat sleeps here.")
    make_article("Prices rose by 100% this year. Москва, Éire, Straße.")
    assert list_articles(query).total == found


def test_the_list_is_in_pages_newest_first(context):
    ids = [make_article(f"This is text {n}.") for n in range(52)]
    first, second = list_articles(page=1), list_articles(page=2)
    assert (first.total, first.pages, len(first.items), len(second.items)) == (52, 2, 50, 2)
    assert first.items[0].id == ids[-1]
    assert list_articles(page=99).page == 2
    assert list_articles(page=-1).page == 1


def test_a_deleted_article_can_be_brought_back_with_everything(context):
    article_id = make_translated(context)
    before = list_articles()
    delete_article(article_id)
    assert list_articles().total == 0
    with pytest.raises(NotFound):
        view_article(article_id)
    with pytest.raises(NotFound):
        delete_article(article_id)
    restore_article(article_id)
    assert list_articles() == before


def test_a_deleted_article_is_removed_for_good_after_the_undo_time(context):
    article_id, kept = make_translated(context), make_translated(context)
    delete_article(article_id)
    assert purge_deleted() == 0
    db.session.get_one(Article, article_id).deleted_at = now() - timedelta(hours=25)
    db.session.commit()
    assert purge_deleted() == 1
    with pytest.raises(NotFound):
        restore_article(article_id)
    assert view_article(kept).summary.id == kept
    halves = {
        table.__tablename__: db.session.scalar(select(func.count()).select_from(table))
        for table in (Article, Block, Segment, Translation, TranslatedSegment, Revision, Job)
    }
    # Nothing of the purged article is left: every table holds what the one kept article needs.
    assert halves == {
        "article": 1,
        "block": 2,
        "segment": 3,
        "translation": 1,
        "translated_segment": 3,
        "revision": 3,
        "job": 1,
    }
