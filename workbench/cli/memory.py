"""`flask memory`: the translation memory from the command line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from workbench.cli.failures import speaks_plainly
from workbench.cli.outputs import write_whole
from workbench.errors import BadInput
from workbench.languages import canonical
from workbench.services.memory_exchange import export_tmx, import_tmx
from workbench.tables.setup import upgrade_database


@click.group()
@with_appcontext
@speaks_plainly
def memory() -> None:
    """Import and export the translation memory."""
    upgrade_database(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's documented way


@memory.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "source", metavar="LANG", help="Source language; default: what the file says.")
@click.option("--to", "target", metavar="LANG", help="Only this target language; default: every one in the file.")
@speaks_plainly
def import_(file: Path, source: str | None, target: str | None) -> None:
    """Add the sentences of a TMX FILE. A damaged file changes nothing."""
    try:
        with file.open("rb") as stream:
            done = import_tmx(
                stream,
                source=canonical(source) if source else "",
                target=canonical(target) if target else "",
            )
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error
    click.echo(
        f"{done.added:,} added, {done.changed:,} changed, {done.unchanged:,} as before, {done.left_out:,} left out."
    )


@memory.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--from", "source", required=True, metavar="LANG", help="Source language.")
@click.option("--to", "target", required=True, metavar="LANG", help="Target language.")
@speaks_plainly
def export(file: Path, source: str, target: str) -> None:
    """Write the sentences of a language pair to a TMX FILE, "-" for standard output."""
    stream = io.BytesIO()
    written = export_tmx(stream, canonical(source), canonical(target))
    if str(file) == "-":
        sys.stdout.buffer.write(stream.getvalue())
    else:
        write_whole(file, stream.getvalue())
    click.echo(f"{written:,} entries.", err=True)
