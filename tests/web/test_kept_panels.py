"""Panels that are kept for many readers: drawn anew when they must, and never passed off as newer than they are."""

from __future__ import annotations

import re
import threading

from tests.factories import make_paired
from tests.web.conftest import HTMX
from workbench.web.kept_panels import LONGEST_REST_SECONDS, KeptPanels


class Clock:
    """Tells the time, and how long the present thread has worked; both as the test says."""

    def __init__(self) -> None:
        self.now, self.worked = 100.0, 0.0


def test_a_panel_rests_twenty_times_as_long_as_it_took():
    clock, drawn = Clock(), []
    panels = KeptPanels(lambda: clock.now, lambda: clock.worked)

    def draw() -> str:
        drawn.append(True)
        clock.worked += 0.2
        return f"panel {len(drawn)}"

    assert panels.get("a", 1, draw) == ("panel 1", False)
    clock.now += 1_000
    assert panels.get("a", 1, draw) == ("panel 1", False)  # nothing was written: it is as good as new
    assert panels.get("a", 2, draw) == ("panel 2", False)
    clock.now += 3.9
    assert panels.get("a", 3, draw) == ("panel 2", True)
    assert panels.get("b", 3, draw) == ("panel 3", False)  # for other readers
    clock.now += 0.2
    assert panels.get("a", 3, draw) == ("panel 4", False)


def test_a_panel_rests_five_seconds_at_most():
    clock = Clock()
    panels = KeptPanels(lambda: clock.now, lambda: clock.worked)

    def draw() -> str:
        clock.worked += 60
        return str(clock.worked)

    first, _ = panels.get("a", 1, draw)
    clock.now += LONGEST_REST_SECONDS - 0.1
    assert panels.get("a", 2, draw) == (first, True)
    clock.now += 0.2
    assert panels.get("a", 2, draw)[0] != first


def test_who_asks_while_a_newer_one_is_drawn_gets_the_old_one_at_once():
    clock, asked = Clock(), []
    panels = KeptPanels(lambda: clock.now, lambda: clock.worked)

    def draw() -> str:
        if panels_drawn:  # another thread asks while this one draws
            thread = threading.Thread(target=lambda: asked.append(panels.get("a", 2, draw)))
            thread.start()
            thread.join(10)
        panels_drawn.append(True)
        return f"panel {len(panels_drawn)}"

    panels_drawn: list[bool] = []
    assert panels.get("a", 1, draw) == ("panel 1", False)
    clock.now += 1
    assert panels.get("a", 2, draw) == ("panel 2", False)
    assert asked == [("panel 1", True)]


def test_a_panel_that_cannot_be_drawn_is_asked_for_again():
    panels = KeptPanels()

    def fail() -> str:
        raise ValueError

    for _ in range(2):
        try:
            panels.get("a", 1, fail)
        except ValueError:
            continue
        raise AssertionError
    assert panels.get("a", 1, lambda: "panel") == ("panel", False)


def test_the_panel_is_in_the_language_of_its_reader_and_follows_a_correction(app, visitor, other):
    with app.app_context():
        desk = f"/articles/{make_paired('The cat sleeps.', lambda _: 'El gato duerme.')}/es"
    english = visitor.get(f"{desk}/readability", headers={"Accept-Language": "en"}).text
    spanish = other.get(f"{desk}/readability", headers={"Accept-Language": "es"}).text
    assert ("Translated by" in english, "Translated by" in spanish) == (True, False)
    version = re.search(r'data-version="(\d+)"', visitor.get(f"{desk}/segments/1", headers=HTMX).text)[1]
    visitor.send(f"{desk}/segments/1", {"text": "El gato negro y viejo duerme.", "version": version})
    newer = visitor.get(f"{desk}/readability", headers={"Accept-Language": "en"}).text
    # Either it is newer, or it says that it is not.
    assert newer != english
    assert "6 words" in newer or 'id="scores" data-stale' in newer
