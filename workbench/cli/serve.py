"""`workbench serve` and `workbench setup`: from nothing to a page in the browser."""

from __future__ import annotations

import errno
import ipaddress
import logging
import signal
import sys

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from workbench.cli.failures import speaks_plainly
from workbench.errors import WorkbenchError
from workbench.extensions import workbench
from workbench.jobs.worker import Worker
from workbench.services.setup import add_seed_article, missing_seeds
from workbench.tables.setup import upgrade_database

SERVER_THREADS = 8


class CannotListen(WorkbenchError):
    """The server cannot listen at the given address."""

    title = "The server cannot start"


@click.command()
@with_appcontext
@speaks_plainly
def setup() -> None:
    """Create or update the database; add and translate the seed articles once."""
    _set_up(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's documented way


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=5000, type=click.IntRange(1, 65535), show_default=True, help="Port to listen on.")
@click.option(
    "--unsafe-no-login",
    is_flag=True,
    help="Allow an address beyond this machine, although anybody who reaches it can read and edit.",
)
@with_appcontext
@speaks_plainly
def serve(host: str, port: int, unsafe_no_login: bool) -> None:
    """Set everything up, then serve the pages and translate in the background."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's documented way
    if not (unsafe_no_login or workbench().settings.unsafe_no_login or _is_loopback(host)):
        raise CannotListen(
            f"Nobody logs in yet, so the server does not listen on {host}.",
            hint="Leave --host out, or add --unsafe-no-login where everybody on the network may edit.",
        )
    if unsafe_no_login:
        app.config["WORKBENCH_UNSAFE_NO_LOGIN"] = True
    from waitress.server import create_server

    # It says at each request that waits for a moment how many do: thousands of lines on a busy desk.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        # Listening comes first: a busy port is told before the first start's work, not after it.
        server = create_server(app, host=host, port=port, threads=SERVER_THREADS, ident=None)
    except OSError as error:
        raise _explained(error, host, port) from error
    _set_up(app)
    worker: Worker = app.extensions["worker"]
    if workbench().settings.run_jobs:
        worker.start()
    click.echo(f"Serving on http://{'[' + host + ']' if ':' in host else host}:{port}  (Ctrl+C stops)")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # as Ctrl+C: the batch that runs is stored first
    try:
        server.run()
    finally:
        worker.stop()


def _set_up(app: Flask) -> None:
    upgrade_database(app)
    if seeds := missing_seeds():
        click.echo("Adding and translating the seed articles…", err=True)
        for path in seeds:
            add_seed_article(path)
        app.extensions["worker"].run_until_idle()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _explained(error: OSError, host: str, port: int) -> CannotListen:
    if error.errno == errno.EADDRINUSE:
        return CannotListen(
            f"Port {port} is in use by another program.",
            hint=f"Choose another: make run PORT={port + 1}, or workbench serve --port {port + 1}.",
        )
    if error.errno == errno.EACCES:
        return CannotListen(f"Port {port} needs administrator rights.", hint="Choose a port above 1023.")
    return CannotListen(f"The server cannot listen on {host}:{port}: {error.strerror or error}.", hint="")
