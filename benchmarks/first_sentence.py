"""The web, warm: when does the first sentence of a new article appear, and what does storing add to decoding?

    python -m benchmarks.first_sentence [--rounds 5]

A real waitress server on a loopback port: an article is posted to it and `…/changes` is asked every 50 ms until a
sentence is there. Asked: under 0.5 s. Then the whole job, beside the engine alone on the same sentences, in turn.
"""

from __future__ import annotations

import argparse
import http.cookiejar
import itertools
import re
import statistics
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.sentences import made_up
from benchmarks.timing import median_ratio, print_table, seconds_of
from workbench.app import create_app
from workbench.extensions import db, workbench
from workbench.review import SegmentState
from workbench.tables import TranslatedSegment
from workbench.tables.setup import upgrade_database

SENTENCES = 40
POLL_SECONDS = 0.05
PATIENCE_SECONDS = 120.0
_TRANSLATED = re.compile(r'data-state="(machine|flagged)"')


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    sentences = made_up()
    with tempfile.TemporaryDirectory() as name:
        app = create_app({"data_dir": Path(name), "argos_packages": False, "assets": "local"})
        upgrade_database(app)
        from waitress.server import create_server

        server = create_server(app, host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        site = Site(f"http://127.0.0.1:{server.effective_port}")
        site.post_article(list(itertools.islice(sentences, 2)))  # loads the model, starts the worker
        posts, firsts, wholes, alone = [], [], [], []
        with app.app_context():
            engine = workbench().engine
            wait_until_done()
            for _ in range(rounds):
                text = list(itertools.islice(sentences, SENTENCES))
                other = list(itertools.islice(sentences, SENTENCES))
                start = time.perf_counter()
                site.post_article(text)
                posts.append(time.perf_counter() - start)
                site.wait_for_a_sentence()
                firsts.append(time.perf_counter() - start)
                wait_until_done()
                wholes.append(time.perf_counter() - start)
                alone.append(seconds_of(lambda other=other: list(engine.translate(other, "en", "es"))))  # type: ignore[misc]
        app.extensions["worker"].stop()
        server.close()
        with app.app_context():
            db.engine.dispose()
    middle = statistics.median
    print_table(
        f"An article of {SENTENCES} sentences on a warm server (median of {rounds})",
        ["", "seconds", "to the engine alone"],
        [
            ["posted, and the desk on the page, still empty", f"{middle(posts):.2f}", ""],
            ["first sentence on the page", f"{middle(firsts):.2f}", ""],
            ["engine alone, all sentences", f"{middle(alone):.2f}", "1.00"],
            [
                "posted, split, translated, stored",
                f"{middle(wholes):.2f}",
                f"{median_ratio(wholes, alone):.2f}",
            ],
        ],
    )


class Site:
    """A browser's part: it keeps cookies and sends the form with its token."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._desk = ""
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def post_article(self, sentences: list[str]) -> None:
        """Send the form of a new article in English, to be translated into Spanish."""
        form = self._get("/articles/new")
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form)
        assert token is not None, "the form has no token"
        data = {"csrf_token": token[1], "text": "\n\n".join(sentences), "source": "en", "target": "es"}
        request = urllib.request.Request(f"{self._url}/articles", data=urllib.parse.urlencode(data).encode())
        with self._opener.open(request, timeout=30) as answer:
            self._desk = answer.url
            answer.read()

    def wait_for_a_sentence(self) -> None:
        """Ask for changes, as the page does, until a translated sentence comes."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if _TRANSLATED.search(self._get(self._desk.removeprefix(self._url) + "/changes?since=0")):
                return
            time.sleep(POLL_SECONDS)
        raise SystemExit(f"No sentence appeared within {PATIENCE_SECONDS:.0f} s.")

    def _get(self, path: str) -> str:
        with self._opener.open(self._url + path, timeout=30) as answer:
            body: bytes = answer.read()
        return body.decode()


def wait_until_done() -> None:
    """Wait until no sentence waits for the model."""
    end = time.monotonic() + PATIENCE_SECONDS
    waiting = select(func.count()).where(TranslatedSegment.state == SegmentState.PENDING)
    while time.monotonic() < end:
        count = db.session.scalar(waiting)
        db.session.rollback()
        if not count:
            return
        time.sleep(0.01)
    raise SystemExit(f"The translation took more than {PATIENCE_SECONDS:.0f} s.")


if __name__ == "__main__":
    print(f"\n{seconds_of(main):.0f} s")
