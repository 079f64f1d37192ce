"""`flask articles import`: new articles, and newer versions of those that are there."""

from __future__ import annotations

import click

from workbench.cli.failures import failure_line, speaks_plainly
from workbench.cli.sources import Source, find_sources
from workbench.errors import UnknownLanguage, WorkbenchError
from workbench.extensions import workbench
from workbench.formats.addresses import normalise_address
from workbench.formats.document import Document
from workbench.languages import canonical, detect


@click.command("import")
@click.argument("paths", nargs=-1, required=True)
@click.option("--from", "source", default="auto", show_default=True, metavar="LANG", help="Language of the articles.")
@click.option("--to", "targets", multiple=True, metavar="LANG", help="Also queue a translation; repeatable.")
@click.option(
    "--url", "address", default="", metavar="URL", help="Where the article is published; a known one updates."
)
@click.option("--update", "article_id", type=int, metavar="ID", help="Update this article to the text of PATH.")
@click.option("--force", is_flag=True, help="Update even if the text looks like another article.")
@click.pass_context
@speaks_plainly
def import_(
    context: click.Context,
    paths: tuple[str, ...],
    source: str,
    targets: tuple[str, ...],
    address: str,
    article_id: int | None,
    force: bool,
) -> None:
    """Add articles from PATHS: files, folders, globs, or "-" for standard input.

    Prints the id of each. A queued translation is made by the running server. With --url of an article that
    is there, or with --update, PATH is its newer version: only sentences that are new or changed are
    translated again, and what happened to them is printed too.
    """
    from workbench.services.translations import start_translation

    language = None if source == "auto" else canonical(source)
    languages = tuple(dict.fromkeys(canonical(target) for target in targets))
    address = normalise_address(address)
    sources = find_sources(paths)
    if not sources:
        raise click.UsageError("The folder has no article in a known format.")
    if len(sources) > 1 and (address or article_id is not None):
        raise click.UsageError("--url and --update are for one article; there are several.")
    has_failed = False
    for found in sources:
        try:
            document = found.read(max_chars=workbench().settings.max_text_chars)
            stored_id = _store(found, document, language, address, article_id, force=force)
            for warning in document.warnings:
                click.echo(f"{found.name}: {warning}", err=True)
            for target in languages:
                start_translation(stored_id, target)
        except WorkbenchError as error:
            has_failed = True
            click.echo(failure_line(found.name, error), err=True)
    if has_failed:
        context.exit(1)


def _store(
    found: Source, document: Document, language: str | None, address: str, article_id: int | None, *, force: bool
) -> int:
    """Add an article, or update the one that is meant; say which, and return its id."""
    from workbench.services.articles import add_article
    from workbench.services.updates import OtherArticle, update_article
    from workbench.services.versions import find_by_address

    known = find_by_address(address) if article_id is None else None
    meant = known.id if known else article_id
    text = "\n".join(block.text for block in document.blocks if block.is_translatable)
    if meant is None:
        added = add_article(document, source=language or detect(text).language, source_url=address)
        click.echo(f"{added}\t{found.name}")
        return added
    try:
        update = update_article(meant, document, source=language or _recognised(text), source_url=address, force=force)
    except OtherArticle as error:
        error.hint = "Give --force to update all the same, or leave out --update and --url to add it."
        raise
    done = update.report.summary if update.report else "the same text, nothing to do"
    click.echo(f"{meant}\t{found.name}\tversion {update.version}: {done}")
    return meant


def _recognised(text: str) -> str | None:
    """Return the language of a text, None where it does not show: a short update is in the article's."""
    try:
        return detect(text).language
    except UnknownLanguage:
        return None
