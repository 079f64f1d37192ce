from tests.factories import make_article
from workbench.services.articles import delete_article, list_articles
from workbench.services.setup import add_seed_article, missing_seeds


def test_seeds_are_added_once_whatever_else_is_there(context):
    make_article()
    (seed,) = missing_seeds()
    add_seed_article(seed)
    assert missing_seeds() == []
    assert list_articles("soldier").items[0].translations[0].job.is_active


def test_a_deleted_seed_does_not_come_back(context):
    (seed,) = missing_seeds()
    add_seed_article(seed)
    delete_article(list_articles("soldier").items[0].id)
    assert missing_seeds() == []
