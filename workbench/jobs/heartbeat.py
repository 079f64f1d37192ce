"""Keeping a job's lease alive while the model is busy for longer than a lease lasts."""

from __future__ import annotations

import logging
import threading
from types import TracebackType

from flask import Flask, current_app

from workbench.errors import JobLost, WorkbenchError
from workbench.extensions import db, workbench
from workbench.services.leases import renew_lease

log = logging.getLogger(__name__)


class Heartbeat:
    """Renews a job's lease three times as often as needed, in a thread, while the context is open."""

    def __init__(self, job_id: int, owner: str) -> None:
        self._job_id = job_id
        self._owner = owner
        self._interval_seconds = workbench().settings.lease_seconds / 3
        self._ended = threading.Event()
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's documented way
        self._thread = threading.Thread(target=self._beat, args=(app,), name=f"lease-{job_id}", daemon=True)

    def __enter__(self) -> Heartbeat:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self, app: Flask) -> None:
        while not self._ended.wait(self._interval_seconds):
            with app.app_context():
                try:
                    renew_lease(self._job_id, self._owner)
                except JobLost:
                    return  # the next batch finds out too, and stops
                except WorkbenchError as error:
                    log.warning("The lease of job %s was not renewed: %s", self._job_id, error)
                finally:
                    db.session.remove()
