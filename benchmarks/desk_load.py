"""A served desk in a process of its own, and people who work on it: editors who open and save, and desks that poll."""

from __future__ import annotations

import http.client
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.timing import print_table

EDITORS = 20
DESKS = 50
SAVE_EVERY_SECONDS = 4.0
POLL_EVERY_SECONDS = 1.5
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


def load(port: int, article_id: int, seconds: float, *, editors: int, desks: int) -> dict[str, list[float]]:
    """Let people work for a while; return the times of their requests by kind."""
    stop = threading.Event()
    times: dict[str, list[float]] = {}
    desk = f"/articles/{article_id}/es"
    _, page = Client(port).ask("GET", desk)
    seen = re.search(r'data-change="(\d+)" data-job="([^"]*)"', page)
    assert seen
    first, job = int(seen[1]), seen[2]

    def poll(client: Client, number: int, since: int, at: int) -> int:
        here = f"&page=page-{number:08d}&here=0" + (f"&at={at}" if at else "")
        status, text = client.ask("GET", f"{desk}/changes?since={since}&version=1&job={job}{here}", name="poll")
        found = re.search(r'data-change="(\d+)"', text)
        assert status in (200, 204), status
        return int(found[1]) if found else since

    def work(number: int, *, is_editor: bool) -> None:
        stop.wait(number * POLL_EVERY_SECONDS / (editors + desks))
        client, since, saves = Client(port, times), first, 0
        due = time.monotonic() + SAVE_EVERY_SECONDS * number / editors
        while not stop.is_set():
            since = poll(client, number, since, number + 1 if is_editor else 0)
            if is_editor and time.monotonic() >= due:
                position, due = number * 50 + saves % 50 + 1, due + SAVE_EVERY_SECONDS
                part = f"{desk}/segments/{position}"
                _, opened = client.ask("GET", f"{part}?edit=1", name="open")
                version = re.search(r'data-version="(\d+)"', opened)
                assert version
                text = f"Guardado {saves} de {number}, a las {time.time()}."
                status, _ = client.ask("POST", part, {"text": text, "version": version[1]}, name="save")
                assert status == 200, status
                client.ask("GET", f"{part}/history", name="panel")
                client.ask("GET", f"{part}/readability", name="panel")
                saves += 1
            stop.wait(POLL_EVERY_SECONDS)

    threads = [
        threading.Thread(target=work, args=(number,), kwargs={"is_editor": number < editors}, daemon=True)
        for number in range(editors + desks)
    ]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join(30)
    return times


def report(port: int, article_id: int, seconds: float) -> None:
    """Measure one editor alone, then many people, and print both."""
    rows = []
    for editors, desks in ((1, 0), (EDITORS, DESKS)):
        times = load(port, article_id, seconds, editors=editors, desks=desks)
        for name in ("save", "open", "panel", "poll"):
            ordered = sorted(times.get(name, [0.0]))
            middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
            rows.append([f"{editors} + {desks}", name, len(ordered), f"{middle * 1000:.1f}", f"{late * 1000:.1f}"])
    print_table(
        f"Round trips on an article of 2,000 sentences; each editor saves every {SAVE_EVERY_SECONDS:g} s, "
        f"everybody polls every {POLL_EVERY_SECONDS:g} s",
        ["editors + desks", "request", "times", "median ms", "95th percentile ms"],
        rows,
    )


if __name__ == "__main__":
    serve(Path(sys.argv[1]), jobs=sys.argv[2] == "jobs")
