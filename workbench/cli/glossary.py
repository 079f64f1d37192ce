"""`flask glossary`: the newsroom's terms from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from workbench.cli.failures import EXIT_USAGE, speaks_plainly
from workbench.cli.glossaries import explain_errors, read_glossary_file
from workbench.cli.outputs import write_whole
from workbench.errors import BadInput
from workbench.extensions import workbench
from workbench.formats.glossary import write_glossary
from workbench.languages import canonical
from workbench.services.glossary import import_terms
from workbench.services.glossary_lists import list_entries
from workbench.tables.setup import upgrade_database


@click.group()
@with_appcontext
@speaks_plainly
def glossary() -> None:
    """Import, list and export the terms that translations must follow."""
    upgrade_database(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's documented way


@glossary.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--from", "source", metavar="LANG", help="Source language of lines that name none.")
@click.option("--to", "target", metavar="LANG", help="Target language of lines that name none.")
@click.option("--skip-bad", is_flag=True, help="Import the right lines although others are wrong.")
@click.pass_context
@speaks_plainly
def import_(context: click.Context, file: Path, source: str | None, target: str | None, skip_bad: bool) -> None:
    """Add the terms of a CSV FILE; a term that is there takes over what the file says.

    Columns: source, target, source_language, target_language, case (any or exact), keep (yes or no), note.
    When a line is wrong, each is named and nothing is imported.
    """
    found = read_glossary_file(
        file,
        max_chars=workbench().settings.max_upload_bytes,
        source=canonical(source) if source else "",
        target=canonical(target) if target else "",
    )
    for warning in found.warnings:
        click.echo(f"{file}: {warning}", err=True)
    if found.errors:
        click.echo(explain_errors(file, found), err=True)
        if not skip_bad or not found.entries:
            hint = "" if skip_bad else " Correct the file, or use --skip-bad."
            click.echo(f"Nothing was imported.{hint}", err=True)
            context.exit(EXIT_USAGE)
    count = import_terms(found.entries)
    click.echo(f"{count.added:,} added, {count.changed:,} changed, {count.unchanged:,} as before.")


@glossary.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--from", "source", metavar="LANG", help="Only this source language; needs --to.")
@click.option("--to", "target", metavar="LANG", help="Only this target language; needs --from.")
@speaks_plainly
def export(file: Path, source: str | None, target: str | None) -> None:
    """Write the terms to a CSV FILE, "-" for standard output."""
    data = write_glossary(list_entries(pair=_pair(source, target)))
    if str(file) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(file, data)


@glossary.command("list")
@click.argument("query", nargs=-1)
@click.option("--from", "source", metavar="LANG", help="Only this source language; needs --to.")
@click.option("--to", "target", metavar="LANG", help="Only this target language; needs --from.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@speaks_plainly
def list_(query: tuple[str, ...], source: str | None, target: str | None, as_json: bool) -> None:
    """List the terms; with QUERY only those that have all its words."""
    import json

    for entry in list_entries(" ".join(query), _pair(source, target)):
        term = entry.term
        if as_json:
            line = {
                "source": term.source,
                "target": term.target,
                "source_language": entry.source_language,
                "target_language": entry.target_language,
                "case": term.case.value,
                "keep": term.keep,
                "note": entry.note,
            }
            click.echo(json.dumps(line, ensure_ascii=False))
        else:
            wanted = "(not translated)" if term.keep else term.target
            click.echo(f"{entry.source_language}\t{entry.target_language}\t{term.source}\t{wanted}")


def _pair(source: str | None, target: str | None) -> str:
    if (source is None) != (target is None):
        raise BadInput("--from and --to go together.", hint="Name both languages, or none.")
    return f"{canonical(source)}>{canonical(target)}" if source and target else ""
