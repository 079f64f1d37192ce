"""The desk in a real Chromium with 2,000 sentences, and under the load of many people.

Questions: when is the first text painted; how long is script busy at a key; does anything move while a translation
streams in; how long does a save take with 20 editors at work and 50 more desks open? Figures of the browser are
its own: its performance timeline, and its trace of events. All of it is on loopback, and bounded in time.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.desk_load import report, served
from benchmarks.desk_server import make_desk
from benchmarks.timing import print_table, seconds_of
from tests.factories import LONG_TAIL, long_text, make_article
from workbench.app import create_app
from workbench.extensions import db
from workbench.services.translations import start_translation
from workbench.tables.setup import upgrade_database

SENTENCES = 2_000
LOADS = 5
LOAD_SECONDS = 20.0
STREAMED = 240
ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run")
TYPED = "Una frase que alguien escribe con calma, letra a letra, hasta el final. "
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((each) => each.value)))
    .observe({ type: "layout-shift", buffered: true });
}"""
PAINTS = """() => new Promise((resolve) => new PerformanceObserver((list, observer) => {
  observer.disconnect();
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const page = performance.getEntriesByType("navigation")[0];
  const largest = list.getEntries().at(-1).startTime;
  resolve([page.responseStart, paint.startTime, largest, page.domInteractive, page.loadEventEnd]);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = create_app({"data_dir": folder, "argos_packages": False, "assets": "local", "run_jobs": False})
        upgrade_database(app)
        with app.app_context():
            article_id = make_desk(SENTENCES)
            db.engine.dispose()
        with served(folder) as port:
            in_browser(lambda page: look(page, f"http://127.0.0.1:{port}/articles/{article_id}/es"))
            report(port, article_id, LOAD_SECONDS)
        with app.app_context():
            streamed = make_article(long_text(STREAMED, tail=LONG_TAIL))
            start_translation(streamed, "es")
            db.engine.dispose()
        with served(folder, jobs=True) as port:
            in_browser(lambda page: stream(page, f"http://127.0.0.1:{port}/articles/{streamed}/es"))


def in_browser(use: Callable[[Any], None]) -> None:
    """Call a function with a browser, in a thread of its own, as its driver wants."""
    from playwright.sync_api import sync_playwright

    def run() -> None:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
            use(browser)
            browser.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def look(browser: Any, url: str) -> None:
    """Load the page several times, then type and move in it."""
    rows = []
    for number in range(LOADS + 1):
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(url)
        rows.append(
            [*page.evaluate(PAINTS), page.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")]
        )
        if number < LOADS:
            page.context.close()
    print_table(
        f"The page of {SENTENCES:,} sentences in Chromium",
        ["", "first byte ms", "first paint ms", "largest paint ms", "interactive ms", "loaded ms", "kB"],
        [
            [name, *(f"{value:.0f}" for value in times[:5]), f"{times[5] / 1000:.0f}"]
            for name, times in (
                ("first view since the server's start", rows[0]),
                (f"median of {LOADS} views", [statistics.median(column) for column in zip(*rows[1:], strict=True)]),
            )
        ],
    )
    page.wait_for_function("() => window.htmx !== undefined")
    found = [
        ("j, 40 times", traced(page, lambda: [page.keyboard.press("j") for _ in range(40)])),
        ("n, 20 times", traced(page, lambda: [page.keyboard.press("n") for _ in range(20)])),
        ("p, 20 times", traced(page, lambda: [page.keyboard.press("p") for _ in range(20)])),
        ("a filter, on and off", traced(page, lambda: filter_rows(page))),
        ("a search typed and closed", traced(page, lambda: search(page))),
    ]
    page.locator('[data-segment="1000"] [data-side=target]').click()
    page.locator('[data-segment="1000"] textarea[name=text]').wait_for()
    found.append(("a letter in sentence 1,000", traced(page, lambda: page.keyboard.type(TYPED, delay=40))))
    found.append(("a letter in one of 6,000 characters", traced(page, lambda: type_long(page))))
    print_table(
        "Script at one key, by Chromium's trace of its events (of a key of a box: click and change, too)",
        ["", "events", "median ms", "longest ms"],
        [[name, len(times), f"{statistics.median(times):.2f}", f"{max(times):.2f}"] for name, times in found],
    )


def filter_rows(page: Any) -> None:
    """Show the sentences in one state only, then all of them."""
    page.keyboard.press("f")
    for _ in range(2):
        page.keyboard.press("Space")
        page.wait_for_timeout(600)
    page.keyboard.press("Escape")


def search(page: Any) -> None:
    """Look for what every sentence has."""
    page.keyboard.press("/")
    page.keyboard.type("número", delay=60)
    page.wait_for_timeout(1500)
    page.keyboard.press("Escape")


def type_long(page: Any) -> None:
    """Make the open text long, then type in it."""
    page.evaluate(
        "box => { box.value = 'palabra '.repeat(750); }", page.locator("textarea[name=text]").element_handle()
    )
    page.keyboard.type(TYPED[:30], delay=40)


def traced(page: Any, act: Callable[[], Any]) -> list[float]:
    """Return how long each event of a key kept script busy while something was done, in milliseconds."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    done: list[bool] = []
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    session.send("Tracing.start", {"categories": "devtools.timeline", "transferMode": "ReportEvents"})
    act()
    page.wait_for_timeout(300)
    session.send("Tracing.end")
    while not done:
        page.wait_for_timeout(50)
    session.detach()
    kinds = {"keydown", "keypress", "beforeinput", "input", "keyup", "click", "change"}
    return [
        event["dur"] / 1000
        for event in events
        if event["name"] == "EventDispatch" and event["args"]["data"]["type"] in kinds
    ]


def stream(browser: Any, url: str) -> None:
    """Watch a translation come in; print what moved."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(url)
    page.evaluate(SHIFTS)
    pending = page.locator("[data-segment][data-state=pending]").count()
    seconds = seconds_of(lambda: page.locator("#desk-status[data-active]").wait_for(state="detached", timeout=300_000))
    page.wait_for_timeout(3000)  # the scores come after it
    shifts = page.evaluate("window.shifts")
    print_table(
        "While a translation streams into the open page",
        ["sentences that came", "seconds", "layout shifts", "their sum"],
        [[pending, f"{seconds:.0f}", len(shifts), f"{sum(shifts):.4f}"]],
    )


if __name__ == "__main__":
    print(f"{seconds_of(main):.0f} s", file=sys.stderr)
