from __future__ import annotations

import logging

import pytest

from tests.web.conftest import HTMX
from workbench import errors

JSON = {"Accept": "application/json"}


def test_a_problem_is_a_page_a_fragment_or_json(visitor):
    page = visitor.get("/articles/7")
    assert page.status_code == 404
    assert "There is no article 7." in page.text
    assert "<html" in page.text

    fragment = visitor.get("/articles/7", headers=HTMX)
    assert fragment.status_code == 404
    assert fragment.headers["HX-Reswap"] == "none"
    assert "<html" not in fragment.text
    assert "There is no article 7." in fragment.text

    json = visitor.get("/articles/7", headers=JSON)
    assert json.status_code == 404
    assert json.json == {"error": "There is no article 7.", "hint": errors.NotFound.hint}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("POST", "/health", 405), ("GET", "/articles", 405), ("GET", "/articles/x", 404)],
)
def test_what_flask_refuses_is_told_in_the_same_way(app, visitor, method, path, status):
    app.config["WTF_CSRF_ENABLED"] = False
    answer = visitor.client.open(path, method=method, headers=JSON)
    assert answer.status_code == status
    assert set(answer.json) == {"error", "hint"}
    assert ("Allow" in answer.headers) is (status == 405)


def test_an_expired_form_says_that_the_text_is_kept(visitor):
    answer = visitor.client.post("/articles", data={"text": "x"})
    assert answer.status_code == 400
    assert "Reload the page and try again; your text is kept." in answer.text


@pytest.mark.parametrize(
    "error",
    [
        errors.StorageProblem("The disk is full; nothing was changed."),
        errors.IndexUnreachable(),
        errors.NoModel("en", "de"),
        errors.StaleEdit(theirs="a", mine="b", version=2),
        errors.TextTooLong("Too long."),
    ],
)
def test_every_error_of_the_workbench_keeps_its_status_message_and_hint(app, visitor, error):
    @app.get("/raise")
    def _raise() -> None:
        raise error

    answer = visitor.get("/raise", headers=JSON)
    assert answer.status_code == error.status
    assert answer.json == {"error": str(error), "hint": error.hint}
    assert str(error) in visitor.get("/raise").text.replace("&#39;", "'")


def test_a_surprise_is_told_without_its_details_and_logged(app, visitor, caplog):
    @app.get("/crash")
    def _crash() -> None:
        raise RuntimeError("secret detail")

    with caplog.at_level(logging.ERROR):
        answer = visitor.get("/crash")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "secret detail" in caplog.text


@pytest.mark.parametrize("number", [2**63, 10**30])
@pytest.mark.parametrize("address", ["/articles/{n}", "/articles/1/es/segments/{n}/history", "/articles/{n}/es/review"])
def test_a_number_that_no_row_can_have_leads_nowhere(visitor, address, number):
    assert visitor.get(address.format(n=number)).status_code == 404
