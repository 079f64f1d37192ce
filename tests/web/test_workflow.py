from __future__ import annotations

import re

import pytest

from tests.factories import SHORT, SPANISH, long_text, make_article, make_paired
from tests.web.conftest import HTMX
from workbench.services.transactions import writing
from workbench.services.translations import ensure_translation
from workbench.translation.faults import Fault, FaultKind


@pytest.fixture
def paired(app):
    with app.app_context():
        return f"/articles/{make_paired(SHORT, SPANISH.__getitem__)}/es"


@pytest.fixture
def blocked(app):
    with app.app_context():
        return f"/articles/{make_paired(SHORT, str.upper, faults=(Fault(FaultKind.ECHO),))}/es"


def state(visitor, desk):
    return re.search(r'id="workflow-state">([^<]+)<', visitor.get(desk).text)[1]


def move(visitor, desk, step, **options):
    return visitor.send(f"{desk}/review/move", {"move": step, **options.pop("data", {})}, **options)


def test_a_draft_is_sent_to_review_and_approved_without_scripts(visitor, paired):
    visitor.send("/reviewer", {"name": "Ana"})
    assert state(visitor, paired) == "Draft"
    answer = move(visitor, paired, "submit")
    assert (answer.status_code, answer.location) == (303, paired)
    answer = move(visitor, paired, "approve", data={"next": "review"})
    assert (answer.status_code, answer.location) == (303, f"{paired}/review")
    page = visitor.get(paired).text
    assert state(visitor, paired) == "Approved"
    assert "Ana approved it" in page
    assert 'value="reopen"' in page
    log = visitor.get(f"{paired}/review").text
    assert log.index("Ana approved it") < log.index("Ana sent it to review")
    assert "As approved" in log


def test_htmx_gets_the_head_alone(visitor, paired):
    answer = move(visitor, paired, "submit", headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'value="approve"' in answer.text
    assert "Whose correction is this?" in answer.text, "who moves a translation is asked for a name"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_blocking_checks_are_shown_with_a_box_for_the_reason(visitor, blocked, headers):
    move(visitor, blocked, "submit")
    answer = move(visitor, blocked, "approve", headers=headers)
    assert answer.status_code == 422
    assert ("<html" in answer.text) is not headers
    assert "blocking checks are open." in answer.text
    assert "Sentence 1</a>" in answer.text
    assert re.search(r'<input[^>]* name="reason"', answer.text)
    assert state(visitor, blocked) == "In review"
    answer = move(visitor, blocked, "approve", data={"reason": "<b>Checked</b> by hand."}, headers=headers)
    assert answer.status_code in (200, 303)
    log = visitor.get(f"{blocked}/review").text
    assert "&lt;b&gt;Checked&lt;/b&gt; by hand." in log
    assert re.search(r"in spite of \d+ blocking check", log)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(("reason", "words"), [("x" * 501, "at most 500 characters"), ("a\0b", "NUL")])
def test_a_reason_that_cannot_be_stored_comes_back(visitor, blocked, headers, reason, words):
    move(visitor, blocked, "submit")
    answer = move(visitor, blocked, "approve", data={"reason": reason}, headers=headers)
    assert answer.status_code == 422
    assert words in answer.text
    assert reason[:10].replace("\0", "") in answer.text.replace("\0", "")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_waits_cannot_be_forced(app, visitor, headers):
    with app.app_context():
        article_id = make_article(SHORT)
        with writing():
            ensure_translation(article_id, "es")
    desk = f"/articles/{article_id}/es"
    move(visitor, desk, "submit")
    answer = move(visitor, desk, "approve", headers=headers)
    assert answer.status_code == 422
    assert "3 sentences are not translated yet." in answer.text
    assert 'name="reason"' not in answer.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_move_from_another_state_is_a_409_that_shows_the_present_one(visitor, other, paired, headers):
    other.send("/reviewer", {"name": "Ana"})
    move(other, paired, "submit")
    move(other, paired, "withdraw")
    answer = move(visitor, paired, "approve", headers=headers)
    assert answer.status_code == 409
    assert "The translation is a draft now." in answer.text
    assert "Ana took it back to draft" in answer.text


@pytest.mark.parametrize("wanted", ["", "edit", "assign", "publish", "x" * 5000])
def test_a_move_that_is_none_is_a_422(visitor, paired, wanted):
    assert move(visitor, paired, wanted).status_code == 422
    assert state(visitor, paired) == "Draft"


def test_an_edit_takes_the_approval_back_and_the_next_poll_says_so(visitor, other, paired):
    other.send("/reviewer", {"name": "Luis"})
    for step in ("submit", "approve"):
        move(visitor, paired, step)
    since = re.search(r'data-change="(\d+)"', visitor.get(paired).text)[1]
    other.send(f"{paired}/segments/1", {"text": "El gato duerme.", "version": "1"})
    answer = visitor.get(f"{paired}/changes?since={since}", headers=HTMX).text
    assert re.search(r'id="workflow" [^>]*hx-swap-oob="true"', answer)
    assert "Luis changed a text after the approval" in answer
    assert 'id="workflow-state">In review<' in answer


def test_a_translation_is_assigned_to_me_to_another_and_to_nobody(visitor, other, paired):
    other.send("/reviewer", {"name": "Ana <b>"})
    visitor.send("/reviewer", {"name": "Luis"})
    assert visitor.send(f"{paired}/review/assign", {"assignee": "me"}).location == paired
    assert re.search(r'<option value="me" selected>me \(Luis\)', visitor.get(paired).text)
    assert "for Luis" in visitor.get("/").text
    number = re.search(r'<option value="(\d+)">Ana', visitor.get(paired).text)[1]
    fragment = visitor.send(f"{paired}/review/assign", {"assignee": number}, headers=HTMX)
    assert fragment.status_code == 200
    assert re.search(rf'<option value="{number}" selected>Ana &lt;b&gt;', fragment.text)
    assert "for Ana &lt;b&gt;" in visitor.get("/").text
    visitor.send(f"{paired}/review/assign", {"assignee": "", "next": "review"})
    assert "Luis assigned it to nobody" in visitor.get(f"{paired}/review").text


@pytest.mark.parametrize(
    ("assignee", "status"),
    [("999", 404), ("-1", 422), ("Ana", 422), ("9" * 30, 422), ("9" * 19, 404), ("٣", 422), ("1 OR 1", 422)],
)
def test_nobody_is_assigned_who_is_not_there(visitor, paired, assignee, status):
    for headers in ({}, HTMX):
        assert visitor.send(f"{paired}/review/assign", {"assignee": assignee}, headers=headers).status_code == status


def test_another_s_translation_is_not_approved(visitor, other, paired):
    other.send("/reviewer", {"name": "Ana"})
    other.send(f"{paired}/review/assign", {"assignee": "me"})
    move(visitor, paired, "submit")
    answer = move(visitor, paired, "approve", headers=HTMX)
    assert answer.status_code == 409
    assert "assigned to another reviewer" in answer.text


def test_the_review_page_counts_words_and_effort(visitor, desk):
    page = visitor.get(f"{desk}/review").text
    assert "Nobody has edited or accepted" in page
    row = visitor.get(f"{desk}/segments/1", headers=HTMX).text
    text = re.search(r'data-side="target"[^>]*>(.*?)</p>', row)[1]
    visitor.send(f"{desk}/segments/1", {"text": text, "version": "1", "accept": "1"})
    visitor.send(f"{desk}/segments/2", {"text": "El perro corre mucho.", "version": "1"})
    page = re.sub(r"\s+", " ", visitor.get(f"{desk}/review").text)
    assert re.search(r"Accepted</th><td>3</td><td>33 %</td><td>1</td>", page)
    assert re.search(r"Edited</th><td>3</td><td>33 %</td><td>1</td>", page)
    assert re.search(r"Untouched</th><td>3</td><td>33 %</td><td>1</td>", page)
    assert "<dt>Untouched</dt><dd>50 %</dd>" in page
    assert re.search(r"Reviewer 1</th><td>2</td>", page)


def test_a_source_without_spaces_is_counted_in_characters(app, visitor):
    with app.app_context():
        article_id = make_paired("猫在睡觉。狗在跑。", str.upper, source="zh", target="en")
    page = visitor.get(f"/articles/{article_id}/en/review").text
    assert "Characters of the source" in page
    assert re.search(r"Untouched</th><td>9</td>", page)


@pytest.mark.parametrize("path", ["review", "review/versions/1", f"review/versions/{'9' * 30}", "segments/1/comments"])
def test_pages_of_what_is_not_there_are_404(visitor, path):
    assert visitor.get(f"/articles/1/es/{path}").status_code == 404


def test_a_version_is_named_compared_and_brought_back_and_that_is_undone(visitor, desk, text_of):
    before = text_of(desk, 1)
    answer = visitor.send(f"{desk}/review/versions", {"name": "After <legal>"})
    assert (answer.status_code, answer.location) == (303, f"{desk}/review#versions")
    page = visitor.get(f"{desk}/review").text
    assert "After &lt;legal&gt;" in page
    version = re.search(r"review/versions/(\d+)", page)[1]
    visitor.send(f"{desk}/segments/1", {"text": "Otra cosa.", "version": "1"})
    compared = visitor.get(f"{desk}/review/versions/{version}").text
    assert "1 sentence is different" in compared
    assert "<ins>" in compared
    assert visitor.send(f"{desk}/review/versions/{version}/restore").location == desk
    page = visitor.get(desk).text
    assert "1 sentence is as it was." in page
    assert text_of(desk, 1) == before
    undo = re.search(r'action="([^"]+/restore)"', page)[1]
    visitor.send(undo)
    assert text_of(desk, 1) == "Otra cosa."
    kept = re.search(r"review/versions/(\d+)\D[^<]*>Before", visitor.get(f"{desk}/review").text)[1]
    both = visitor.get(f"{desk}/review/versions/{version}?with={kept}").text
    assert "Beside the later version" in both


def test_bringing_back_what_stands_there_says_so(visitor, paired):
    visitor.send(f"{paired}/review/versions", {"name": "Now"})
    assert visitor.send(f"{paired}/review/versions/1/restore").status_code == 303
    assert "stands like this already" in visitor.get(paired).text


@pytest.mark.parametrize("name", ["", "x" * 81, "a\0b"])
def test_a_name_that_cannot_be_stored_is_a_422_with_the_form(visitor, paired, name):
    answer = visitor.send(f"{paired}/review/versions", {"name": name})
    assert answer.status_code == 422
    assert "A name has between 1 and 80 characters." in answer.text
    assert 'aria-invalid="true"' in answer.text


@pytest.mark.parametrize("with_", ["999", "one", "-3", "9" * 30])
def test_comparing_with_what_is_not_there(visitor, paired, with_):
    visitor.send(f"{paired}/review/versions", {"name": "Now"})
    status = visitor.get(f"{paired}/review/versions/1?with={with_}").status_code
    assert status == (200 if with_ == "one" else 404)


def test_every_post_wants_the_page_s_token(visitor, paired):
    for path in ("move", "assign", "versions", "versions/1/restore"):
        assert visitor.client.post(f"{paired}/review/{path}").status_code == 400


def test_the_review_costs_the_same_queries_for_any_length(app, client):
    from sqlalchemy import event

    from workbench.extensions import db

    sent: list[str] = []
    counts = []
    with app.app_context():
        paths = [f"/articles/{make_paired(long_text(size), str.upper)}/es/review" for size in (5, 200)]
        event.listen(db.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))
        db.session.remove()
    for path in paths:
        sent.clear()
        assert client.get(path).status_code == 200
        counts.append(len(sent))
    assert counts[0] == counts[1] > 0


def test_the_page_of_an_article_tells_where_each_translation_stands(visitor, paired):
    article = paired.rpartition("/")[0]

    def note():
        return re.sub(
            r"<[^>]+>|\s+", " ", re.search(r'<p class="meta workflow-note">.*?</p>', visitor.get(article).text)[0]
        ).split()

    assert note() == ["Draft"]
    visitor.send("/reviewer", {"name": "Ana"})
    visitor.send(f"{paired}/review/assign", {"assignee": "me"})
    move(visitor, paired, "submit")
    assert note() == ["In", "review", "for", "Ana"]
