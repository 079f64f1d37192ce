"""The desk on the server: rendering 1,000 segments, saving one, and saving while 50 desks poll.

Everything runs in this process through Flask's test client, except the last question, which asks a real
waitress server on a loopback port; its load is bounded in count and time.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from sqlalchemy import event

from benchmarks.timing import print_table, seconds_of
from tests.factories import long_text, make_article
from workbench.app import create_app
from workbench.extensions import db
from workbench.services.batches import MachineText, read_assignment, store_batch
from workbench.services.leases import claim_job, finish_job
from workbench.services.owners import new_owner
from workbench.services.reviewers import ensure_reviewer
from workbench.services.segments import save_segment, view_row
from workbench.services.translations import start_translation
from workbench.tables.setup import upgrade_database

SIZES = (10, 100, 1_000, 2_000)
ROUNDS = 15
DESKS = 50
LOAD_SECONDS = 10.0


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        app = create_app({"data_dir": Path(name), "argos_packages": False, "assets": "local", "run_jobs": False})
        upgrade_database(app)
        app.config["WTF_CSRF_ENABLED"] = False
        with app.app_context():
            articles = {size: make_desk(size) for size in SIZES}
            rows = [measure(app, size, article_id) for size, article_id in articles.items()]
            print_table(
                "The desk in one process (medians)",
                ["segments", "render ms", "first render ms", "page kB", "save ms", "queries: render", "save"],
                rows,
            )
            under_load(app, articles[1_000])
            db.engine.dispose()


def make_desk(size: int) -> int:
    """Store an article of that many sentences with a translation that no model made."""
    article_id = make_article(long_text(size))
    start_translation(article_id, "es")

    owner = new_owner()
    job_id = claim_job(owner)
    assert job_id is not None
    assignment = read_assignment(job_id)

    texts = [
        MachineText(s, s.replace("Number", "El número").replace("is here", "está aquí"), -0.4, None)
        for s in assignment.sentences
    ]
    store_batch(job_id, owner, assignment.translation_id, texts)
    finish_job(job_id, owner)
    return article_id


def measure(app, size: int, article_id: int) -> list[object]:  # type: ignore[no-untyped-def]
    """Return the row of the table for one article."""
    client = app.test_client()
    url = f"/articles/{article_id}/es"
    first = seconds_of(lambda: client.get(url))
    page = client.get(url).data
    render = statistics.median(seconds_of(lambda: client.get(url)) for _ in range(ROUNDS))
    saves = []
    for number in range(ROUNDS):
        version = view_row(article_id, "es", 1).version
        data = {"text": f"Texto número {number} de {time.time()}.", "version": str(version)}
        saves.append(seconds_of(lambda data=data: client.post(f"{url}/segments/1", data=data)))  # type: ignore[misc]
    queries = [count_queries(lambda: client.get(url))]
    version = view_row(article_id, "es", 1).version
    queries.append(
        count_queries(lambda: client.post(f"{url}/segments/1", data={"text": "Al final.", "version": version}))
    )
    return [
        size,
        f"{render * 1000:.0f}",
        f"{first * 1000:.0f}",
        f"{len(page) / 1000:.0f}",
        f"{statistics.median(saves) * 1000:.0f}",
        *queries,
    ]


def count_queries(function) -> int:  # type: ignore[no-untyped-def]
    """Return how many statements a call sends to the database."""
    sent: list[str] = []

    def note(_c, _cursor, statement, *_rest):  # type: ignore[no-untyped-def]
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    function()
    event.remove(db.engine, "before_cursor_execute", note)
    return len([statement for statement in sent if not statement.startswith("BEGIN")])


def under_load(app, article_id: int) -> None:  # type: ignore[no-untyped-def]
    """Time saves while desks poll once a second, against a real server."""
    from waitress.server import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    port = server.effective_port
    threading.Thread(target=server.run, daemon=True).start()
    stop = threading.Event()
    polls: list[float] = []

    def desk(offset: float) -> None:
        stop.wait(offset)
        url = f"http://127.0.0.1:{port}/articles/{article_id}/es/changes?since={10**9}"
        while not stop.is_set():
            polls.append(seconds_of(lambda: urllib.request.urlopen(url, timeout=10).read()))
            stop.wait(1.0)

    def saves() -> list[float]:
        taken = []
        reviewer = ensure_reviewer(None).id
        end = time.monotonic() + LOAD_SECONDS
        while time.monotonic() < end:
            version = view_row(article_id, "es", 2).version
            text = f"Guardado a las {time.time()}."
            taken.append(
                seconds_of(
                    lambda text=text, version=version: save_segment(  # type: ignore[misc]
                        article_id, "es", 2, text=text, seen_version=version, reviewer_id=reviewer
                    )
                )
            )
            time.sleep(0.05)
        return taken

    alone = saves()
    desks = [threading.Thread(target=desk, args=(number / DESKS,), daemon=True) for number in range(DESKS)]
    for thread in desks:
        thread.start()
    time.sleep(1.5)
    together = saves()
    stop.set()
    for thread in desks:
        thread.join(5)
    server.close()
    print_table(
        f"Saving in an article of 1,000 segments while {DESKS} desks poll once a second",
        ["", "median ms", "95th percentile ms"],
        [
            ["save, nobody polls", *spread(alone)],
            [f"save, {DESKS} desks poll", *spread(together)],
            ["a poll", *spread(polls)],
        ],
    )


def spread(seconds: list[float]) -> list[str]:
    """Return the median and the 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return [f"{statistics.median(ordered) * 1000:.1f}", f"{ordered[int(len(ordered) * 0.95)] * 1000:.1f}"]


if __name__ == "__main__":
    main()
