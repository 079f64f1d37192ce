"""The poll of an open desk: what others saved, who is here, and nothing when nothing is new."""

from __future__ import annotations

import re
import threading

import pytest
from sqlalchemy import event

from tests.web.conftest import HTMX
from workbench.extensions import db
from workbench.services.following import view_changes
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment, view_row


def asked(visitor, desk, page, *, at="", here=None, since=None):
    shown = visitor.get(desk).text
    values = {"page": page, "at": at, "version": 1}
    values["since"] = re.search(r'data-change="(\d+)"', shown)[1] if since is None else since
    values["job"] = re.search(r'data-job="([^"]*)"', shown)[1]
    values["here"] = re.search(r'data-here="(\w+)"', shown)[1] if here is None else here
    return visitor.get(f"{desk}/changes", query_string=values, headers=HTMX)


def test_nothing_new_is_a_204_of_one_query_and_no_cookie(app, visitor, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    asked(visitor, desk, "page-of-ana")
    sent = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda _c, _u, query, *_: sent.append(query[:6]))
    answer = asked(visitor, desk, "page-of-ana")
    assert answer.status_code == 204
    assert "Set-Cookie" not in answer.headers
    both = sent.count("SELECT")
    sent.clear()
    assert "data-segment" in visitor.get(desk).text
    assert both - sent.count("SELECT") == 1


def test_what_a_page_sends_beside_its_reader_sends_no_cookie(visitor, desk):
    """A late one would bring back what the session held before: a name, a question that was answered."""
    visitor.send("/reviewer", {"name": "Ana"})
    page = visitor.get(desk)
    style = re.search(r'href="(/static/joined/desk[^"]*)"', page.text)[1]
    with visitor.get(style) as answer:
        assert "Set-Cookie" not in answer.headers
    assert "Set-Cookie" not in visitor.send(f"{desk}/presence/leave", {"page": "page-of-ana"}).headers
    assert "Set-Cookie" not in visitor.get(desk).headers


def test_who_comes_moves_and_goes_is_told_in_a_small_answer(visitor, other, desk):
    visitor.send("/reviewer", {"name": "Ana <b>"})
    asked(visitor, desk, "page-of-ana", at="2")
    answer = asked(other, desk, "page-of-ben", here="none")
    assert answer.status_code == 200
    assert "Ana &lt;b&gt;" in answer.text
    assert 'data-at="2"' in answer.text
    assert "data-segment=" not in answer.text
    assert len(answer.data) < 1000
    mark = re.search(r'data-here="(\w+)"', answer.text)[1]
    assert asked(other, desk, "page-of-ben", here=mark).status_code == 204
    asked(visitor, desk, "page-of-ana", at="3")
    assert 'data-at="3"' in asked(other, desk, "page-of-ben", here=mark).text
    assert visitor.send(f"{desk}/presence/leave", {"page": "page-of-ana"}).status_code == 204
    assert "Ana" not in asked(other, desk, "page-of-ben", here=mark).text


def test_a_desk_names_a_few_and_counts_the_rest(app, desk):
    clients = [app.test_client() for _ in range(9)]
    for number, client in enumerate(clients):
        token = re.search(r'name="csrf-token" content="([^"]+)"', client.get("/articles/new").text)[1]
        if number < 7:
            client.post("/reviewer", data={"csrf_token": token, "name": f"Name {number}"})
        client.get(f"{desk}/changes?page=page-number-{number}", headers=HTMX)
    page = app.test_client().get(desk).text
    here = re.search(r'<div class="presence".*?</div>', page, re.DOTALL)[0]
    assert len(re.findall(r"<li data-at|<li hidden data-at", here)) == 8
    assert len(re.findall(r"<li hidden", here)) == 3
    assert "+3" in here
    assert "2 readers" in here


@pytest.mark.parametrize("page", ["", "short", "x" * 41, "<script>alert(1)</script>", "página-de-ana"])
@pytest.mark.parametrize("at", ["1", "-1", "9" * 40, "x"])
def test_a_page_that_makes_no_sense_is_nobody(visitor, other, desk, page, at):
    assert asked(visitor, desk, page, at=at).status_code == 204
    assert 'data-at="' not in other.get(desk).text


def test_leaving_needs_the_token_of_the_page(visitor, desk):
    assert visitor.client.post(f"{desk}/presence/leave", data={"page": "page-of-ana"}).status_code == 400


def test_a_poll_says_who_wrote_what_and_what_is_mine(visitor, other, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    visitor.send(f"{desk}/segments/1", {"text": "De Ana.", "version": "1"})
    other.send(f"{desk}/segments/2", {"text": "De otra.", "version": "1"})
    answer = asked(visitor, desk, "page-of-ana", since=0).text
    writers = re.findall(r'<li data-position="(\d)" data-reviewer="(\d)"( data-mine)?>', answer)
    assert writers == [("1", "1", " data-mine"), ("2", "2", "")]


def test_each_poll_gets_exactly_what_is_newer_than_what_it_saw(app, desk):
    """However many ask, and whatever was read for the others before."""
    article_id = int(desk.split("/")[2])
    with app.app_context():
        reviewer = ensure_reviewer(None).id
        first = view_changes(article_id, "es", 0).change
        saved = []
        for turn in range(12):
            position = turn % 3 + 1
            version = view_row(article_id, "es", position).version
            text = f"Texto {turn}."
            save_segment(article_id, "es", position, text=text, seen_version=version, reviewer_id=reviewer)
            saved.append(position)
            for since in (turn, 0, max(0, turn - 4)):
                changes = view_changes(article_id, "es", first + since)
                expected = {position: f"Texto {n}." for n, position in enumerate(saved) if n >= since}
                assert {row.position: row.target for row in changes.rows} == expected
                assert {writer.position for writer in changes.writers} == set(expected)
                assert changes.change == first + turn + 1
        assert view_changes(article_id, "es", changes.change, seen_job=changes.job.mark) is None


def test_polls_of_many_threads_while_somebody_saves_miss_nothing(app, desk):
    article_id = int(desk.split("/")[2])
    with app.app_context():
        first = view_changes(article_id, "es", 0).change
        reviewer = ensure_reviewer(None).id
    turns, problems = 15, []

    def follow():
        with app.app_context():
            try:
                since, texts = first, {}
                while texts.get(1) != f"Texto {turns - 1}.":
                    changes = view_changes(article_id, "es", since, seen_job="1-done")
                    if changes is not None:
                        since = changes.change
                        texts |= {row.position: row.target for row in changes.rows}
                    db.session.remove()
                assert since == first + turns
            except BaseException as error:  # a thread's own assertion would not fail the test
                problems.append(error)

    threads = [threading.Thread(target=follow) for _ in range(6)]
    for thread in threads:
        thread.start()
    with app.app_context():
        for turn in range(turns):
            save_segment(article_id, "es", 1, text=f"Texto {turn}.", seen_version=turn + 1, reviewer_id=reviewer)
    for thread in threads:
        thread.join(60)
    assert problems == []
    assert not any(thread.is_alive() for thread in threads)


def test_remembered_rows_are_drawn_anew_when_they_change(visitor, desk):
    """Pages come from remembered rows; they say what the database says."""
    for text in ("Uno.", "Dos.", "Uno."):
        page = visitor.get(desk).text
        version = re.search(r'data-segment="1" data-state="\w+" data-version="(\d+)"', page)[1]
        visitor.send(f"{desk}/segments/1", {"text": text, "version": version})
        page = visitor.get(desk).text
        assert re.search(rf'id="segment-1".*?data-side="target"[^>]*>{text}</p>', page, re.DOTALL)
        assert f'data-version="{int(version) + 1}"' in page
    visitor.send("/reviewer", {"name": "Ana"})
    label = re.search(r"aria-label=\"(Sentence 1, [^\"]*)", visitor.get(desk).text)[1]
    assert label.startswith("Sentence 1, edited by Ana"), label


def test_a_poll_tells_where_the_translation_stands_only_when_that_may_be_new(visitor, other, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    asked(other, desk, "page-of-ben", since=0)
    before = re.search(r'data-change="(\d+)"', other.get(desk).text)[1]
    visitor.send(f"{desk}/segments/1", {"text": "Una frase.", "version": 1})
    assert 'id="workflow"' not in asked(other, desk, "page-of-ben", since=before).text
    visitor.send(f"{desk}/review/move", {"move": "submit"})
    after = asked(other, desk, "page-of-ben", since=before).text
    assert 'id="workflow"' in after
    assert "In review" in after
    since = re.search(r'data-change="(\d+)"', after)[1]
    visitor.send(f"{desk}/segments/2", {"text": "Otra frase.", "version": 1})
    assert 'id="workflow"' not in asked(other, desk, "page-of-ben", since=since).text
    visitor.send("/reviewer", {"name": "Anabel"})
    visitor.send(f"{desk}/segments/2", {"text": "Otra frase más.", "version": 2})
    assert "Anabel" in asked(other, desk, "page-of-ben", since=since).text.partition('id="workflow"')[2]
