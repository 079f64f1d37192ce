"""The command line: `flask …` in a checkout, `workbench …` from anywhere."""

from __future__ import annotations

import sys

from flask import Flask
from flask.cli import FlaskGroup, NoAppException

from workbench.cli.lazy import LazyCommand

translate = LazyCommand("translate", "workbench.cli.translate:translate", "Translate files, folders or standard input.")
models = LazyCommand("models", "workbench.cli.models:models", "List, install, remove and check translation models.")
readability = LazyCommand(
    "readability", "workbench.cli.readability:readability", "Measure how hard a text, or its translation, is to read."
)

COMMANDS = (
    translate,
    readability,
    models,
    LazyCommand("articles", "workbench.cli.articles:articles", "Import, list, check and export articles of the desk."),
    LazyCommand("glossary", "workbench.cli.glossary:glossary", "Import, list and export the terms to follow."),
    LazyCommand("memory", "workbench.cli.memory:memory", "Import and export the translation memory (TMX)."),
    LazyCommand("doctor", "workbench.cli.doctor:doctor", "Say what is installed, what is missing, what to do."),
    LazyCommand("setup", "workbench.cli.serve:setup", "Create or update the database; add the seed articles once."),
    LazyCommand("serve", "workbench.cli.serve:serve", "Set up, then serve the pages and translate in the background."),
    LazyCommand("db", "workbench.cli.database:database", "Perform database migrations."),
)
"""`translate`, `readability` and `models` are also entry points of Flask, found without loading an application."""


def init_app(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)


def make_app() -> Flask:
    """Make the application for a command; a configuration that cannot be used ends it with a sentence.

    Flask's own group makes one to list the commands, too; that list needs no database and no pages, which
    would be three quarters of the time of `flask --help`.
    """
    if sys.argv[1:] in ([], ["--help"]):
        app = Flask("workbench")
        init_app(app)
        return app
    from workbench.app import create_app
    from workbench.errors import WorkbenchError

    try:
        return create_app()
    except WorkbenchError as error:
        raise NoAppException(f"{error} {error.hint}".strip()) from error


def main() -> None:
    """Run the `workbench` console script."""
    from workbench import __version__

    group = FlaskGroup(
        name="workbench",
        create_app=make_app,
        help=f"Translation and readability workbench {__version__}: offline translation for newsrooms.",
    )
    group.main(prog_name="workbench")
