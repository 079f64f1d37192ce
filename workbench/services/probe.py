"""Whether a language pair has rows in a table of the database, asked without loading the database's library.

The command line asks this before each translation: where there is no glossary, it costs a millisecond.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from workbench.config import Settings

_SQLITE = "sqlite:///"


def may_have_rows(settings: Settings, table: str, source_language: str, target_language: str) -> bool:
    """Say whether a table may have rows of a pair; false only when it surely has none.

    Args:
        settings: Which database.
        table: Name of a table with the columns source_language and target_language.
        source_language: Canonical code.
        target_language: Canonical code.

    Returns:
        True as well for a database other than SQLite, and for one that cannot be read: opening it will say why.
    """
    url = settings.sqlalchemy_url
    if not url.startswith(_SQLITE):
        return True
    path = Path(url.removeprefix(_SQLITE).partition("?")[0])
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
            is_there = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
            if is_there.fetchone() is None:
                return False
            pair = "source_language = ? AND target_language = ?"
            rows = connection.execute(
                f'SELECT 1 FROM "{table}" WHERE {pair} LIMIT 1',  # noqa: S608  # the name of a table of ours
                (source_language, target_language),
            )
            return rows.fetchone() is not None
    except sqlite3.Error:
        return True
