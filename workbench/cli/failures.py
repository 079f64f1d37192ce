"""How commands fail: the error's two sentences on standard error, and an exit status."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import IO, Any, ParamSpec, TypeVar

import click

from workbench.errors import BadInput, NoModel, NoSuchPair, WorkbenchError

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_NO_MODEL = 3
EXIT_BLOCKED = 4
"""A check found something that must not be published."""

P = ParamSpec("P")
R = TypeVar("R")


class Failure(click.ClickException):
    """A WorkbenchError on its way out of a command."""

    def __init__(self, error: WorkbenchError) -> None:
        super().__init__(str(error))
        self.hint = error.hint
        self.exit_code = exit_code(error)  # type: ignore[misc]  # click reads it from the instance

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what happened, and on a second line what to do."""
        click.echo(self.format_message(), file=file, err=True)
        if self.hint:
            click.echo(self.hint, file=file, err=True)


def failure_line(name: str, error: WorkbenchError) -> str:
    """Return what is wrong with a source and what to do, on one line after its name."""
    said = str(error)
    stop = "" if said.endswith((".", "!", "?")) else "."  # some errors have but their title
    return f"{name}: {said}{stop} {error.hint}".rstrip()


def exit_code(error: WorkbenchError) -> int:
    """Return 3 when there is no model for a pair, 2 for input that cannot be used, 1 for all else."""
    if isinstance(error, NoModel | NoSuchPair):
        return EXIT_NO_MODEL
    return EXIT_USAGE if isinstance(error, BadInput) else EXIT_FAILED


def speaks_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Make a command end with a sentence, a hint and an exit status in place of a traceback."""

    @wraps(command)
    def speaking(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except WorkbenchError as error:
            raise Failure(error) from error

    return speaking
