from alembic import command
from sqlalchemy import inspect, select

from tests.factories import NEWS, make_heavy, make_paired
from workbench.extensions import db
from workbench.services.articles import list_articles
from workbench.services.verdicts import measure_article
from workbench.tables import Revision, TranslatedSegment
from workbench.tables.setup import init_migrations


def columns(table):
    db.session.rollback()
    return {column["name"] for column in inspect(db.engine).get_columns(table)}


def test_the_columns_go_and_come_back_and_no_sentence_is_lost(app, context):
    article_id = make_paired(NEWS, make_heavy)
    before = list_articles()
    rows = db.session.execute(select(TranslatedSegment.id, TranslatedSegment.text)).all()
    revisions = db.session.scalars(select(Revision.id)).all()
    db.session.remove()
    init_migrations(app)
    config = app.extensions["migrate"].migrate.get_config()

    command.downgrade(config, "0006")
    assert not {"verdict", "deviation", "readability_score", "measured_change"} & columns("translation")
    assert not {"readability_score", "measured_version"} & columns("article")

    command.upgrade(config, "head")
    (article,) = list_articles().items
    assert (article.score, article.translations[0].verdict) == (None, None)
    assert not article.translations[0].is_measured
    assert db.session.execute(select(TranslatedSegment.id, TranslatedSegment.text)).all() == rows
    assert db.session.scalars(select(Revision.id)).all() == revisions
    measure_article(article_id)
    db.session.remove()
    assert list_articles() == before
