"""The memory of the desk for `flask translate`: asked only where the database has something for the pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.config import Settings
from workbench.services.probe import may_have_rows
from workbench.translation.remembering import Recall, Reused

if TYPE_CHECKING:
    from flask import Flask


def memory_of_desk(settings: Settings, load_app: Callable[[], Flask]) -> Recall:
    """Return what looks sentences up in the desk's memory.

    Args:
        settings: Where the database is.
        load_app: Makes the application, which takes half a second: not called while the memory is empty.
    """
    apps: dict[tuple[str, str], Flask | None] = {}

    def recall(source: str, target: str, sentences: Sequence[str]) -> dict[str, Reused]:
        pair = (source, target)
        if pair not in apps:
            apps[pair] = _ready(load_app()) if may_have_rows(settings, "memory_entry", source, target) else None
        app = apps[pair]
        if app is None:
            return {}
        from workbench.services.memory_changes import count_uses
        from workbench.services.recall import recall as look_up

        with app.app_context():
            found = look_up(source, target, sentences)
            if found:
                count_uses([found[sentence].entry_id for sentence in sentences if sentence in found])
        return {sentence: Reused(each.text, each.match) for sentence, each in found.items()}

    return recall


def _ready(app: Flask) -> Flask:
    from workbench.tables.setup import upgrade_database

    upgrade_database(app)
    return app
