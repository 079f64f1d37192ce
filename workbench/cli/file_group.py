"""A command that takes a file and has sub-commands besides: `flask readability FILE`, `flask readability compare`."""

from __future__ import annotations

from typing import Any

import click


class FileGroup(click.Group):
    """Runs a sub-command when the first word names one, else itself, as a plain command does.

    A file with the name of a sub-command is reached by a path: `./compare`.
    """

    allow_extra_args = False
    allow_interspersed_args = True

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        command = self.commands.get(args[0]) if args else None
        if command is None:
            return super().make_context(info_name, args, parent, **extra)
        # A group without arguments of its own: usage reads "readability compare", not "readability FILE compare".
        middle = click.Context(click.Group(self.name), info_name=info_name, parent=parent)
        return command.make_context(command.name, args[1:], parent=middle, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return click.Command.parse_args(self, ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        return click.Command.invoke(self, ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return click.Command.collect_usage_pieces(self, ctx)
