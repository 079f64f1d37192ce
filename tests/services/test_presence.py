"""Who is on which desk: told by polls, bounded, and gone by itself."""

from __future__ import annotations

import threading

from workbench.services.presence import GONE_AFTER_SECONDS, MOST_DESKS, MOST_PAGES, Presence, Visitor

DESK = (1, "es")


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def names(presence, **asked):
    return [visitor.name for visitor in presence.others(DESK, **asked)]


def test_others_are_told_by_name_and_without_oneself():
    presence = Presence(Clock())
    presence.note(DESK, Visitor("page-ben", 2, "Ben", "#000", 7))
    presence.note(DESK, Visitor("page-ana", 1, "Ana", "#fff"))
    presence.note(DESK, Visitor("page-nobody"))
    presence.note((2, "es"), Visitor("page-eva", 3, "Eva"))
    assert names(presence) == ["Ana", "Ben", ""]
    assert names(presence, page="page-ben") == ["Ana", ""]
    presence.note(DESK, Visitor("page-ana-2", 1, "Ana", "#fff"))
    assert names(presence, page="page-ana", reviewer_id=1) == ["Ben", ""]


def test_who_does_not_ask_any_more_is_gone_and_who_leaves_is_gone_at_once():
    clock = Clock()
    presence = Presence(clock)
    presence.note(DESK, Visitor("page-ana", 1, "Ana"))
    clock.seconds = GONE_AFTER_SECONDS - 0.1
    presence.note(DESK, Visitor("page-ben", 2, "Ben"))
    assert names(presence) == ["Ana", "Ben"]
    clock.seconds = GONE_AFTER_SECONDS
    assert names(presence) == ["Ben"]
    presence.leave(DESK, "page-ben")
    presence.leave(DESK, "page-nobody")
    presence.leave((9, "xx"), "page-ben")
    assert names(presence) == []
    presence.note(DESK, Visitor("page-ben", 2, "Ben"))  # a poll that was on its way
    assert names(presence) == []


def test_a_page_that_moves_is_one_page():
    presence = Presence(Clock())
    for position in (None, 3, 4):
        presence.note(DESK, Visitor("page-ana", 1, "Ana", "", position))
    assert [visitor.position for visitor in presence.others(DESK)] == [4]


def test_it_never_grows_beyond_its_bounds_and_has_room_again():
    clock = Clock()
    presence = Presence(clock)
    for number in range(MOST_PAGES + 50):
        presence.note(DESK, Visitor(f"page-{number}"))
    assert len(presence.others(DESK)) == MOST_PAGES
    for number in range(MOST_DESKS + 50):
        presence.note((number + 2, "es"), Visitor("page"))
    assert sum(bool(presence.others((number + 2, "es"))) for number in range(MOST_DESKS + 50)) == MOST_DESKS - 1
    clock.seconds = GONE_AFTER_SECONDS
    presence.note((9999, "es"), Visitor("page"))
    assert len(presence.others((9999, "es"))) == 1
    assert names(presence) == []


def test_many_threads_lose_nobody():
    presence = Presence()
    gate = threading.Barrier(16)
    problems = []

    def work(number):
        gate.wait()
        try:
            for turn in range(200):
                presence.note(DESK, Visitor(f"page-{number}", number, f"Name {number}", "", turn))
                assert f"Name {number}" in names(presence)
                presence.note(DESK, Visitor(f"short-{number}-{turn % 5}"))
                presence.leave(DESK, f"short-{number}-{turn % 5}")
        except BaseException as error:  # a thread's own assertion would not fail the test
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert {visitor.position for visitor in presence.others(DESK)} == {199}
    assert len(presence.others(DESK)) == 16
