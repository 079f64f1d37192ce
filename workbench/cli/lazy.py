"""Commands whose module is imported only when they run, so that `flask --help` costs nothing."""

from __future__ import annotations

from typing import Any

import click
from werkzeug.utils import import_string


class LazyCommand(click.Command):
    """Stands in a command list for a command, or a function that makes one, in another module.

    Args:
        name: The command's name.
        target: Where it is: "package.module:attribute".
        short_help: Its line in the list; the command's own help has the rest.
    """

    def __init__(self, name: str, target: str, short_help: str) -> None:
        super().__init__(name, short_help=short_help)
        self._target = target

    def load(self) -> click.Command:
        """Import the command."""
        found = import_string(self._target)
        command: click.Command = found if isinstance(found, click.Command) else found()
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        return self.load().make_context(info_name, args, parent, **extra)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        return self.load().shell_complete(ctx, incomplete)
