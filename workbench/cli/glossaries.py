"""Which glossary `flask translate` follows: a file's, the desk's, or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask

from workbench.config import Settings
from workbench.errors import BadInput
from workbench.formats.glossary import GlossaryFile, read_glossary
from workbench.memory.terms import Glossary
from workbench.services.probe import may_have_rows

MOST_ERRORS_SHOWN = 20

Glossaries = Callable[[str, str], Glossary | None]
"""Gives the glossary of a pair, None for none."""


def no_glossary(_source: str, _target: str) -> None:
    """Follow none."""


def glossary_of_desk(settings: Settings, load_app: Callable[[], Flask]) -> Glossaries:
    """Follow the database's glossary. The application is loaded only when the pair has terms."""

    def find(source: str, target: str) -> Glossary | None:
        if not may_have_rows(settings, "glossary_term", source, target):
            return None
        from workbench.extensions import db
        from workbench.services.glossary_lists import load_glossary

        app = load_app()
        if not settings.sqlalchemy_url.startswith("sqlite:"):
            # Its tables may not be made yet. Of a SQLite file the question above has shown that they are.
            from workbench.tables.setup import upgrade_database

            upgrade_database(app)
        with app.app_context():
            found = load_glossary(source, target)
            db.session.remove()
        return found

    return find


def glossary_of_file(path: Path, *, max_chars: int, source: str, target: str) -> Glossaries:
    """Follow a CSV file.

    Args:
        path: The file.
        max_chars: Longest file that is accepted, in characters.
        source: Language of the lines that do not name one, "" for none.
        target: Language of the lines that do not name one, "" for none.

    Raises:
        BadInput: The file cannot be read, or a line of it is wrong.
    """
    found = read_glossary_file(path, max_chars=max_chars, source=source, target=target)
    if found.errors:
        raise BadInput(explain_errors(path, found), hint="Correct these lines.")

    def find(source: str, target: str) -> Glossary | None:
        entries = [entry for entry in found.entries if entry.key[:2] == (source, target)]
        return Glossary(entry.term for entry in entries) if entries else None

    return find


def read_glossary_file(path: Path, *, max_chars: int, source: str, target: str) -> GlossaryFile:
    """Read a CSV file from the disk.

    Raises:
        BadInput: It cannot be read, or is no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    try:
        return read_glossary(data, max_chars=max_chars, source_language=source, target_language=target)
    except BadInput as error:
        raise BadInput(f"{path}: {error}", hint=error.hint) from error


def explain_errors(path: Path, found: GlossaryFile) -> str:
    """Return the errors of a file, one a line."""
    lines = [f"{path}, line {error.line}: {error.message}" for error in found.errors[:MOST_ERRORS_SHOWN]]
    if len(found.errors) > MOST_ERRORS_SHOWN:
        lines.append(f"{path}: {len(found.errors) - MOST_ERRORS_SHOWN:,} more lines are wrong.")
    return "\n".join(lines)
