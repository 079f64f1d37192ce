from __future__ import annotations

from tests.factories import make_article, run_jobs
from tests.web.conftest import HTMX
from workbench.services.translations import start_translation


def test_an_empty_list_says_so(visitor):
    assert "No jobs" in visitor.get("/jobs").text


def test_a_job_waits_is_cancelled_retried_and_done(app, visitor):
    with app.app_context():
        start_translation(make_article(), "es")
    page = visitor.get("/jobs").text
    assert "waiting" in page
    assert 'hx-trigger="every 1s"' in page
    assert visitor.send("/jobs/1/cancel").location == "/jobs"
    page = visitor.get("/jobs").text
    assert "cancelled" in page
    assert "hx-trigger" not in page
    assert visitor.send("/jobs/1/retry").location == "/jobs"
    with app.app_context():
        run_jobs(app)
    fragment = visitor.get("/jobs", headers=HTMX).text
    assert "<html" not in fragment
    assert "3 of 3 sentences" in fragment


def test_a_job_that_is_not_there_is_a_404(visitor):
    assert visitor.send("/jobs/9/cancel").status_code == 404
    assert visitor.send("/jobs/9/retry").status_code == 404


def test_the_probe_needs_no_database(app, client):
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:////nowhere/at/all"
    assert client.get("/health").json == {"status": "ok"}
