from __future__ import annotations

import re

import pytest

from tests.web.conftest import HTMX


def say(visitor, desk, text, *, position=1, **options):
    data = {"comment": text} | options.pop("data", {})
    return visitor.send(f"{desk}/segments/{position}/comments", data, **options)


def page(visitor, desk, position=1, **options):
    return visitor.get(f"{desk}/segments/{position}/comments", **options).text


def first_id(text):
    return re.search(r'id="comment-(\d+)"', text)[1]


def test_a_remark_is_made_answered_resolved_and_reopened_without_scripts(visitor, other, desk):
    visitor.send("/reviewer", {"name": "Ana"})
    other.send("/reviewer", {"name": "Luis"})
    answer = say(visitor, desk, "Is <b>this</b> right?\r\nReally?")
    assert (answer.status_code, answer.location) == (303, f"{desk}/segments/1/comments")
    found = page(other, desk)
    assert "Is &lt;b&gt;this&lt;/b&gt; right?\nReally?" in found
    assert "Ana" in found
    number = first_id(found)
    say(other, desk, "It is.", data={"parent": number})
    assert re.search(r'data-comments="2"', visitor.get(desk).text)
    assert re.search(
        r'class="comment-mark" href="[^"]+/segments/1/comments" title="2 open comments"', visitor.get(desk).text
    )
    other.send(f"{desk}/comments/{number}/resolve")
    assert "Resolved by Luis" in page(visitor, desk)
    assert 'data-comments="' not in visitor.get(desk).text
    visitor.send(f"{desk}/comments/{number}/reopen")
    assert "Resolved by" not in page(visitor, desk)


def test_htmx_gets_the_panel_the_row_and_the_question_for_a_name(visitor, desk):
    answer = say(visitor, desk, "Look here.", headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Look here." in answer.text
    assert re.search(r'data-segment="1"[^>]* data-comments="1"[^>]* hx-swap-oob="true"', answer.text)
    assert "Whose correction is this?" in answer.text
    assert "data-segment" not in page(visitor, desk, headers=HTMX), "showing the panel touches no row"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("text", "words"), [("", "nothing to say"), (" \n ", "nothing to say"), ("x" * 2001, "2,001"), ("a\0b", "NUL")]
)
def test_what_cannot_be_said_is_a_422_and_comes_back(visitor, desk, headers, text, words):
    answer = say(visitor, desk, text, headers=headers)
    assert answer.status_code == 422
    assert words in answer.text
    assert answer.text.count('aria-invalid="true"') == 1
    assert text.strip()[:50].replace("\0", "") in answer.text.replace("\0", "")


def test_a_wrong_answer_comes_back_in_its_own_box(visitor, desk):
    say(visitor, desk, "One.")
    number = first_id(page(visitor, desk))
    answer = say(visitor, desk, "x" * 2001, data={"parent": number})
    assert re.search(rf'id="answer-{number}"[^>]*aria-invalid', answer.text)
    assert re.search(r"<details open>", answer.text)


def test_one_s_own_is_deleted_and_comes_back_somebody_else_s_is_not(visitor, other, desk):
    say(visitor, desk, "Mine.")
    number = first_id(page(visitor, desk))
    assert "Delete" in page(visitor, desk)
    assert "Delete" not in page(other, desk)
    assert other.send(f"{desk}/comments/{number}/remove").status_code == 403
    answer = visitor.send(f"{desk}/comments/{number}/remove", headers=HTMX)
    assert "Your comment is deleted." in answer.text
    undo = re.search(r'hx-post="([^"]+/restore)"', answer.text)[1]
    assert "Mine." not in page(visitor, desk)
    visitor.send(undo, headers=HTMX)
    assert "Mine." in page(visitor, desk)
    visitor.send(f"{desk}/comments/{number}/remove")
    assert re.search(rf'action="{desk}/comments/{number}/restore"', visitor.get(desk).text)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("verb", ["resolve", "reopen", "remove", "restore"])
def test_a_comment_that_is_not_there_is_a_404(visitor, desk, headers, verb):
    for number in ("7", "9" * 30):
        assert visitor.send(f"{desk}/comments/{number}/{verb}", headers=headers).status_code == 404


@pytest.mark.parametrize("parent", ["7", "99999999999999999999"])
def test_an_answer_to_nothing_is_a_404(visitor, desk, parent):
    assert say(visitor, desk, "Hello.", data={"parent": parent}).status_code == 404


def test_a_comment_for_a_sentence_that_is_gone_is_refused(visitor, desk):
    assert say(visitor, desk, "Hello.", data={"key": "1-00000000"}).status_code == 410
    assert say(visitor, desk, "Hello.", position=9).status_code == 404
    assert visitor.get(f"{desk}/segments/1/comments?key=1-00000000", headers=HTMX).status_code == 410


def test_the_next_poll_of_another_desk_has_the_mark(visitor, other, desk):
    since = re.search(r'data-change="(\d+)"', other.get(desk).text)[1]
    say(visitor, desk, "Look here.", position=2)
    answer = other.get(f"{desk}/changes?since={since}", headers=HTMX).text
    assert re.findall(r'data-segment="(\d)"', answer) == ["2"]
    assert 'data-comments="1"' in answer
