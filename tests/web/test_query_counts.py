"""No page and no save costs more queries for a longer article."""

import pytest
from sqlalchemy import event

from tests.factories import long_text, make_article
from workbench.extensions import db
from workbench.review import SegmentState
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.leases import claim_job, finish_job
from workbench.services.owners import new_owner
from workbench.services.segments import view_row
from workbench.services.translations import start_translation
from workbench.tables import Translation


@pytest.fixture
def desks(app):
    """Two translated articles: 5 and 300 sentences, each with a paragraph that repeats."""
    ids = {}
    with app.app_context():
        for size in (5, 300):
            text = long_text(size)
            article_id = make_article(text + "\n" + text.split("\n")[0])
            start_translation(article_id, "es")
            owner = new_owner()
            job_id = claim_job(owner)
            assignment = read_assignment(job_id)
            texts = [MachineText(sentence, f"{sentence} (es)", -0.5, None) for sentence in assignment.sentences]
            store_batch(job_id, owner, assignment.translation_id, texts)
            finish_job(job_id, owner)
            ids[size] = article_id
        db.session.remove()
    return ids


@pytest.fixture
def queries(app):
    sent = []

    def note(_connection, _cursor, statement, *_rest):
        sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/changes?since=0",
        "/download?format=text",
        "/readability",
        "/segments/1",
        "/segments/1/history",
        "/segments/1/readability",
    ],
)
def test_reading_costs_the_same_for_any_length(client, desks, queries, path):
    counts = {}
    for size, article_id in desks.items():
        queries.clear()
        headers = {"HX-Request": "true"} if "segments" in path else {}
        assert client.get(f"/articles/{article_id}/es{path}", headers=headers).status_code == 200
        counts[size] = len(queries)
    assert counts[5] == counts[300] > 0


@pytest.mark.parametrize("path", ["/", "/?sort=readability", "/articles/{id}", "/jobs"])
def test_lists_cost_the_same_for_any_length(client, desks, queries, path):
    counts = []
    for article_id in desks.values():
        queries.clear()
        assert client.get(path.format(id=article_id)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] > 0


def test_saving_costs_the_same_for_any_length(app, client, desks, queries):
    app.config["WTF_CSRF_ENABLED"] = False
    counts = {}
    for size, article_id in desks.items():
        queries.clear()
        answer = client.post(f"/articles/{article_id}/es/segments/2", data={"text": f"Texto {size}.", "version": "1"})
        assert answer.status_code in (200, 303)
        counts[size] = len(queries)
        with app.app_context():
            assert view_row(article_id, "es", 2).state is SegmentState.EDITED
            db.session.remove()
    # The first save makes the reviewer; both desks are saved by the same client, so only that differs.
    assert counts[300] <= counts[5]


def test_a_poll_after_a_save_costs_the_same_for_any_length(app, client, desks, queries):
    app.config["WTF_CSRF_ENABLED"] = False
    counts = {}
    for size, article_id in desks.items():
        url = f"/articles/{article_id}/es"
        client.get(f"{url}/changes?since=0")
        client.post(f"{url}/segments/2", data={"text": f"Texto {size}.", "version": "1"})
        with app.app_context():
            change = db.session.scalar(db.select(Translation.change).where(Translation.article_id == article_id))
            db.session.remove()
        queries.clear()
        answer = client.get(f"{url}/changes?since={change - 1}")
        assert 'data-segment="2" data-state="edited"' in answer.text
        counts[size] = len(queries)
    assert counts[5] == counts[300] <= 12


def test_everybody_who_polls_after_a_save_shares_what_was_read(app, client, desks, queries):
    """What one page had read for it is told to the next one with a single query."""
    url = f"/articles/{desks[300]}/es"
    first = client.get(f"{url}/changes?since=0").text
    queries.clear()
    assert client.get(f"{url}/changes?since=0").text == first
    assert len([query for query in queries if not query.startswith("BEGIN")]) == 1
