"""`flask doctor`: what is installed, what is missing, and what to do about it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

import click
from flask.cli import with_appcontext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from workbench import __version__
from workbench.cli.failures import speaks_plainly
from workbench.config import Settings, is_checkout
from workbench.extensions import db, workbench
from workbench.translation.models import default_threads

LIBRARIES = ("argos-translate-lt", "ctranslate2", "sentencepiece", "flask", "sqlalchemy", "icu4py", "textstat")
LITTLE_SPACE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `advice` is empty when all is well."""

    subject: str
    state: str
    advice: str = ""


@click.command()
@click.pass_context
@with_appcontext
@speaks_plainly
def doctor(context: click.Context) -> None:
    """Say what is installed, what is missing, and what to do. Exit status 1 when something is wrong."""
    findings = list(examine(workbench().settings))
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        click.echo(f"{'!' if finding.advice else ' '} {finding.subject:<{width}}  {finding.state}")
        if finding.advice:
            click.echo(f"  {'':<{width}}  → {finding.advice}")
    if any(finding.advice for finding in findings):
        context.exit(1)


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at everything the workbench needs."""
    place = "checkout" if is_checkout() else "installed"
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        "workbench", f"{__version__} ({place}), Python {python}, {default_threads(settings.threads)} decoder threads"
    )
    for name in LIBRARIES:
        yield _library(name)
    yield _conflict()
    yield _data_folder(settings)
    yield _database()
    yield from _models()


def _library(name: str) -> Finding:
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "missing", "Install the workbench again: make install")


def _conflict() -> Finding:
    """`argostranslate` and `argos-translate-lt` write the same files: with both, neither can be trusted."""
    try:
        version = metadata.version("argostranslate")
    except metadata.PackageNotFoundError:
        return Finding("argostranslate", "provided by argos-translate-lt")
    return Finding(
        "argostranslate",
        f"{version} is installed beside argos-translate-lt",
        "pip uninstall argostranslate argos-translate-lt; then make install",
    )


def _data_folder(settings: Settings) -> Finding:
    folder = settings.data_dir
    if not os.access(folder, os.W_OK):
        return Finding("data folder", f"{folder} cannot be written to", "Correct its owner, or set WORKBENCH_DATA_DIR.")
    free = shutil.disk_usage(folder).free
    advice = "Free some space: a model needs about 100 MB." if free < LITTLE_SPACE_BYTES else ""
    return Finding("data folder", f"{folder} ({free / 1e9:.1f} GB free)", advice)


def _database() -> Finding:
    url = db.engine.url.render_as_string(hide_password=True)
    try:
        if not inspect(db.engine).has_table("article"):
            return Finding("database", f"{url} is empty", "workbench setup")
        if db.engine.dialect.name == "sqlite":
            with db.engine.connect() as connection:
                verdict = connection.scalar(text("PRAGMA quick_check"))
            if verdict != "ok":
                return Finding("database", f"{url} is damaged: {verdict}", "Put a backup in its place.")
    except DatabaseError as error:
        return Finding(
            "database", f"{url}: {error.orig}", "Put a backup in its place, or look at the file's permissions."
        )
    return Finding("database", url)


def _models() -> Iterator[Finding]:
    from workbench.services.models import check_models, list_unusable

    checks = check_models()
    if not checks:
        yield Finding("models", "none", "flask models install en es")
    for check in checks:
        advice = "" if check.is_working else f"flask models install {check.package.source} {check.package.target}"
        yield Finding("model", f"{check.package.id}: {check.message}", advice)
    for unusable in list_unusable():
        yield Finding("model", f"{unusable.path.name}: {unusable.reason}", f"Remove {unusable.path}")
