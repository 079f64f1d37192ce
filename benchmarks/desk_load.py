"""A served desk in a process of its own, and people who work on it: editors who open and save, and desks that poll.

They ask what the desk's scripts ask: a poll every second and a half, give or take a tenth, and one soon after a save;
what stands beside a sentence when it is opened, and what moved there when it is saved; how the article reads, at most
every five seconds after an own save and every eight after another's. Each editor saves a sentence every four seconds:
the quickest that somebody can read one, put a word right and go on, kept up by all twenty at once. How much the server
can take when nobody thinks is measured too.
"""

from __future__ import annotations

import http.client
import logging
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from benchmarks.timing import print_table

EDITORS = 20
DESKS = 50
SAVE_EVERY_SECONDS = 4.0
POLL_EVERY_SECONDS = 1.5
POLL_AFTER_SAVE_SECONDS = 0.3
MEASURE_OWN_SECONDS = 5.0
MEASURE_OTHERS_SECONDS = 8.0
BESIDE_OPENED = ("history", "readability", "matches", "comments")
BESIDE_SAVED = ("history", "readability")
HTMX = {"HX-Request": "true"}


@contextmanager
def served(folder: Path, *, jobs: bool = False) -> Iterator[int]:
    """Serve the data in a folder from another process; yield the port."""
    command = [sys.executable, "-m", "benchmarks.desk_load", str(folder), "jobs" if jobs else "still"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(20)


def serve(folder: Path, *, jobs: bool) -> None:
    """Serve until the process ends; say the port on standard output."""
    from waitress.server import create_server

    from workbench.app import create_app
    from workbench.cli.serve import SERVER_THREADS

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # as `workbench serve` does
    app = create_app({"data_dir": folder, "argos_packages": False, "assets": "local", "run_jobs": jobs})
    server = create_server(app, host="127.0.0.1", port=0, threads=SERVER_THREADS)
    if jobs:
        app.extensions["worker"].start()
    print(server.effective_port, flush=True)
    server.run()


@dataclass
class Client:
    """One browser's connection: a cookie, a token, and how long each kind of request took, in seconds."""

    port: int
    times: dict[str, list[float]] = field(default_factory=dict)
    cookie: str = ""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        _, page = self.ask("GET", "/articles/new")
        found = re.search(r'name="csrf-token" content="([^"]+)"', page)
        assert found
        self.token = found[1]

    def ask(self, method: str, path: str, data: dict[str, object] | None = None, name: str = "") -> tuple[int, str]:
        """Send a request; note its time under `name`."""
        headers = {"Cookie": self.cookie, **(HTMX if name else {})}
        body = urlencode({"csrf_token": self.token, **data}) if data is not None else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if name:
            self.times.setdefault(name, []).append(time.perf_counter() - start)
        if cookie := answer.headers.get("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        return answer.status, text


@dataclass
class Page:
    """One open desk, asking as its scripts do.

    Attributes:
        client: Its browser.
        desk: Its address.
        name: Names the page among all that are open.
        since: The count of changes that it has seen.
        job: The job that it shows.
        here: Which people it shows.
        measured_at: When it asked last how the article reads.
        is_moved: Whether something was written since.
    """

    client: Client
    desk: str
    name: str
    since: int
    job: str
    here: str = "0"
    measured_at: float = 0.0
    is_moved: bool = False

    def poll(self, at: int | None = None) -> None:
        """Ask what is new."""
        values = {"since": self.since, "version": 1, "job": self.job, "here": self.here, "page": self.name}
        asked = urlencode(values | ({"at": at} if at else {}))
        status, text = self.client.ask("GET", f"{self.desk}/changes?{asked}", name="poll")
        assert status in (200, 204), status
        if found := re.search(r'data-change="(\d+)"', text):
            self.since, self.is_moved = int(found[1]), True
        if found := re.search(r'data-here="(\w+)"', text):
            self.here = found[1]

    def measure(self, wait: float) -> None:
        """Ask how the article reads, if something moved and the last answer is old enough."""
        if self.is_moved and time.monotonic() >= self.measured_at + wait:
            self.measured_at, self.is_moved = time.monotonic(), False
            self.client.ask("GET", f"{self.desk}/readability", name="scores")

    def save(self, position: int, text: str, *, is_looking: bool = True) -> None:
        """Open a sentence, look at what stands beside it, and save another text."""
        part = f"{self.desk}/segments/{position}"
        _, opened = self.client.ask("GET", f"{part}?edit=1", name="open")
        version, key = (re.search(rf'data-{name}="([^"]+)"', opened) for name in ("version", "key"))
        assert version
        assert key
        for panel in BESIDE_OPENED if is_looking else ():
            self.client.ask("GET", f"{part}/{panel}", name="panel")
        data: dict[str, object] = {"text": text, "version": version[1], "key": key[1]}
        status, _ = self.client.ask("POST", part, data, name="save")
        assert status == 200, status
        for panel in BESIDE_SAVED if is_looking else ():
            self.client.ask("GET", f"{part}/{panel}", name="panel")


def open_pages(port: int, article_id: int, count: int, times: dict[str, list[float]]) -> list[Page]:
    """Open as many desks of an article."""
    desk = f"/articles/{article_id}/es"
    _, page = Client(port).ask("GET", desk)
    seen = re.search(r'data-change="(\d+)" data-job="([^"]*)"', page)
    assert seen
    change, job = int(seen[1]), seen[2]
    return [Page(Client(port, times), desk, f"page-{number:08d}", change, job) for number in range(count)]


def work(page: Page, number: int, stop: threading.Event, *, people: int, editors: int) -> None:
    """Let one person work until it is time to stop; the first ones are editors."""
    is_editor, saves, chance = number < editors, 0, Random(number)
    stop.wait(number * POLL_EVERY_SECONDS / people)  # not all at once
    due = time.monotonic() + SAVE_EVERY_SECONDS * number / max(editors, 1)
    while not stop.is_set():
        position = number * 50 + saves % 50 + 1
        page.poll(position if is_editor else None)
        page.measure(MEASURE_OWN_SECONDS if is_editor else MEASURE_OTHERS_SECONDS)
        wait = POLL_EVERY_SECONDS * chance.uniform(0.9, 1.1)
        if is_editor and due - time.monotonic() <= wait:
            stop.wait(max(0.0, due - time.monotonic()))
            page.save(position, f"Guardado {saves} de {number}, a las {time.time()}.")
            saves, due, wait = saves + 1, due + SAVE_EVERY_SECONDS, POLL_AFTER_SAVE_SECONDS
        stop.wait(wait)


def save_without_thinking(page: Page, number: int, stop: threading.Event) -> None:
    """Let one editor save as fast as the server answers."""
    saves = 0
    while not stop.is_set():
        page.save(number * 50 + saves % 50 + 1, f"Sin pensar, {saves} de {number}.", is_looking=False)
        saves += 1


def run_all(pages: list[Page], seconds: float, task: Callable[[Page, int, threading.Event], None]) -> None:
    """Let each page do something in a thread of its own, for a while."""
    stop = threading.Event()
    threads = [threading.Thread(target=task, args=(page, n, stop), daemon=True) for n, page in enumerate(pages)]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join(30)


def report(port: int, article_id: int, seconds: float) -> None:
    """Measure one editor alone, then many people, then saves without a pause, and print all of it."""
    rows = []
    for editors, desks in ((1, 0), (EDITORS, DESKS)):
        times: dict[str, list[float]] = {}
        people = editors + desks
        run_all(open_pages(port, article_id, people, times), seconds, partial(work, people=people, editors=editors))
        for name in ("save", "open", "panel", "scores", "poll"):
            ordered = sorted(times.get(name, [0.0]))
            middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
            rows.append([f"{editors} + {desks}", name, len(ordered), f"{middle * 1000:.1f}", f"{late * 1000:.1f}"])
    print_table(
        f"Round trips on an article of 2,000 sentences; each editor saves every {SAVE_EVERY_SECONDS:g} s, "
        f"everybody polls every {POLL_EVERY_SECONDS:g} s",
        ["editors + desks", "request", "times", "median ms", "95th percentile ms"],
        rows,
    )
    times = {}
    run_all(open_pages(port, article_id, EDITORS, times), seconds / 2, save_without_thinking)
    saves = times["save"]
    print_table(
        f"{EDITORS} editors who open and save without a pause",
        ["saves a second", "median ms"],
        [[f"{len(saves) / (seconds / 2):.1f}", f"{statistics.median(saves) * 1000:.1f}"]],
    )


if __name__ == "__main__":
    serve(Path(sys.argv[1]), jobs=sys.argv[2] == "jobs")
