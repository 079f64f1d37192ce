"""`flask models …`: list, install, remove and check translation packages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.failures import EXIT_FAILED, speaks_plainly
from workbench.cli.inventory import disable, enable, show_evidence, show_installed
from workbench.config import load_settings
from workbench.errors import BadInput, NoModel, UnknownLanguage
from workbench.languages import canonical
from workbench.translation.http import Progress
from workbench.translation.packages import Package, PackageOrigin, find_packages

# The settings are read directly, without an application: none of these commands needs a database.


@click.group()
def models() -> None:
    """List, install, remove and check translation models.

    A model is a package in Argos Translate's format. It translates one language into another; where there
    is none for a pair, two models through a third language are used.
    """


@models.command("list")
@click.option("--available", "is_available", is_flag=True, help="List what can be downloaded instead.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@speaks_plainly
def list_models(is_available: bool, as_json: bool) -> None:
    """List the installed models, or with --available those that can be downloaded."""
    if is_available:
        _list_available(as_json)
        return
    inventory = find_packages(load_settings())
    if as_json:
        for package in (*inventory.packages, *inventory.quarantined):
            click.echo(json.dumps(_as_json(package), ensure_ascii=False))
        return
    show_installed(inventory)


@models.command()
@click.argument("what", nargs=-1, required=True, metavar="FROM TO | FILE")
@click.pass_context
@speaks_plainly
def install(context: click.Context, what: tuple[str, ...]) -> None:
    """Install the model for a pair of languages, or one from a file.

    \b
    flask models install en fr                    downloads it from the index
    flask models install translate-en_fr.argosmodel

    A model for the same pair that is installed already is replaced. When something goes wrong, everything
    stays as it was. A model that makes nothing of plain sentences goes into quarantine (exit status 1).
    """
    from workbench.translation.index import find_available, read_index
    from workbench.translation.install import install_available, install_file

    settings = load_settings()
    if len(what) == 1:
        package = install_file(_file(what[0]), settings)
    elif len(what) == 2:
        source, target = canonical(what[0]), canonical(what[1])
        index = read_index(settings)
        if index.warning:
            click.echo(index.warning, err=True)
        chosen = find_available(index.available, source, target)
        with _progress(f"{source} → {target}") as progress:
            package = install_available(chosen, settings, progress)
    else:
        raise click.UsageError("Give two languages (flask models install en fr) or one file.")
    if package.evidence is None:
        click.echo(f"Installed {package.id} in {package.path}.")
        return
    click.echo(f"{package.id} is in quarantine in {package.path}.", err=True)
    show_evidence(package.evidence, err=True)
    click.echo(f"To use it all the same: flask models enable {package.source} {package.target}", err=True)
    context.exit(EXIT_FAILED)


@models.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@speaks_plainly
def remove(source: str, target: str) -> None:
    """Remove the model that was installed for a pair of languages."""
    from workbench.translation.install import remove as remove_package

    settings, pair = load_settings(), (canonical(source), canonical(target))
    inventory = find_packages(settings)
    every = (*inventory.packages, *inventory.quarantined)
    found = [package for package in every if (package.source, package.target) == pair]
    if not found:
        error = NoModel(*pair)
        error.hint = "There is nothing to remove; flask models list shows what is installed."
        raise error
    own = [package for package in found if package.origin is PackageOrigin.INSTALLED]
    for package in own or found[:1]:
        remove_package(package, settings)
        click.echo(f"Removed {package.id}.")


models.add_command(enable)
models.add_command(disable)


@models.command()
@click.pass_context
@speaks_plainly
def check(context: click.Context) -> None:
    """Translate plain sentences with each model, and say which ones do not work (then the exit status is 1)."""
    from workbench.translation.install import check_packages

    settings = load_settings()
    results, unusable = check_packages(settings), find_packages(settings).unusable
    for result in results:
        click.echo(f"{' ' if result.is_working else '!'} {result.package.id}: {result.message}")
        if result.translation:
            click.echo(f"    {result.source}\n    {result.translation}")
    for broken in unusable:
        click.echo(f"! {broken.path}: {broken.reason}")
    if not results and not unusable:
        click.echo("No models are installed. To get one: flask models install en es", err=True)
    if unusable or not all(result.is_working for result in results):
        context.exit(EXIT_FAILED)


def _list_available(as_json: bool) -> None:
    from workbench.translation.index import read_index

    index = read_index(load_settings())
    if index.warning:
        click.echo(index.warning, err=True)
    for package in index.available:
        if as_json:
            click.echo(json.dumps({**asdict(package), "installed": package.installed or None}))
        else:
            note = f"installed: {package.installed}" if package.installed else ""
            click.echo(f"{package.source + ' → ' + package.target:<16} {package.version:<8} {note}".rstrip())


def _as_json(package: Package) -> dict[str, object]:
    return {
        "id": package.id,
        "source": package.source,
        "target": package.target,
        "version": package.version,
        "origin": package.origin,
        "path": str(package.path),
        "size_bytes": package.size_bytes,
        "tokenizer": package.tokenizer,
        "quarantine": asdict(package.evidence) if package.evidence else None,
    }


def _file(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        try:
            canonical(name)
        except UnknownLanguage:
            raise BadInput(f"There is no file {name}.", hint="Give an .argosmodel file, or two languages.") from None
        raise BadInput(
            f"To which language? {name} is one, and a model has two.", hint=f"flask models install {name} es"
        )
    return path


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """Give a function that moves a bar on standard error, when that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(done: int, total: int | None) -> None:
            bar.length = total or max(bar.length or 1, done + 1)
            bar.update(done - bar.pos)

        yield show
