"""The worker of one process: a thread that claims jobs and runs them, one at a time.

One is enough: the engine already uses every core for one article.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from flask import Flask

from workbench.errors import WorkbenchError
from workbench.extensions import db
from workbench.jobs.translate import run_job
from workbench.services.articles import purge_deleted
from workbench.services.comments import purge_comments
from workbench.services.jobs import job_queued, reconcile_jobs
from workbench.services.leases import claim_job
from workbench.services.owners import new_owner
from workbench.services.verdicts import measure_article, next_stale_article

log = logging.getLogger(__name__)

POLL_SECONDS = 2.0
"""How long a job queued by another process may wait; one queued by this process starts at once."""
RECONCILE_SECONDS = 15.0
"""How often what other processes left is looked for: jobs of dead workers, and articles to measure."""


class Worker:
    """Claims and runs the jobs of an application until it is stopped."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._owner = new_owner()
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._measured: int | None = 0
        """The article that was measured last in this round; None until the next round begins."""

    def start(self) -> None:
        """Start the thread, once; what an earlier process left is taken up first."""
        with self._starting:
            if self._thread is None:
                job_queued.connect(self._on_queued, weak=False)
                self._thread = threading.Thread(target=self._loop, name="worker", daemon=True)
                self._thread.start()

    def stop(self, timeout_seconds: float = 10.0) -> None:
        """Let the current batch be stored, then stop. The rest of its job is taken up at the next start."""
        job_queued.disconnect(self._on_queued)
        self._stopping = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout_seconds)

    def run_until_idle(self) -> None:
        """Run every job that waits, in the calling thread."""
        with self._app.app_context():
            reconcile_jobs()
            while self._run_next():
                pass

    def _on_queued(self, _sender: Any) -> None:
        self._wake.set()

    def _loop(self) -> None:
        reconciled = -RECONCILE_SECONDS
        while not self._stopping:
            self._wake.clear()
            with self._app.app_context():
                try:
                    if time.monotonic() - reconciled >= RECONCILE_SECONDS:
                        reconciled = time.monotonic()
                        self._measured = self._measured or 0
                        reconcile_jobs()
                        purge_deleted()
                        purge_comments()
                    if self._run_next() or self._measure_next():
                        continue
                except WorkbenchError as error:
                    log.error("%s %s", error, error.hint)
                except Exception:  # the loop outlives whatever one job or one broken disk does
                    log.exception("A job stopped with an error; it will be started again.")
                finally:
                    db.session.remove()
            self._wake.wait(POLL_SECONDS)

    def _run_next(self) -> bool:
        job_id = claim_job(self._owner)
        if job_id is None:
            return False
        run_job(job_id, self._owner, lambda: self._stopping)
        return True

    def _measure_next(self) -> bool:
        """Measure one article whose stored readability is out of date; say whether there was one.

        In the order of their ids, each once a round: one that cannot be measured does not hold up the others.
        """
        if self._measured is None:
            return False
        self._measured = next_stale_article(self._measured)
        if self._measured is None:
            return False
        measure_article(self._measured)
        return True


def init_app(app: Flask) -> None:
    """Give the application a worker that starts with the first request, if this process runs jobs."""
    worker = app.extensions["worker"] = Worker(app)
    if app.extensions["workbench"].settings.run_jobs:
        app.before_request(worker.start)
